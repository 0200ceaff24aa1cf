import { Button, Group, Stack, Text } from '@mantine/core';
import { wholeDays } from '#shared/print/base.ts';
import { exerciseSpan, planSpan } from '#shared/print/options.ts';
import { timeResolver } from '#shared/plan/times.ts';
import { formatInstant } from '#shared/time/instant.ts';
import type { When } from '#shared/time/when.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeContext } from '../../state/time.ts';
import { TimeField } from '../../ui/time/TimeField.tsx';
import { useWords } from '../../ui/words.ts';

interface SpanOptions {
  readonly from: string;
  readonly to: string;
}

interface PrintSpanProps {
  readonly options: SpanOptions;
  readonly change: (change: Partial<SpanOptions>) => void;
}

/** The window of time to print, typed freely or taken from the plan. */
export const PrintSpan = ({ options, change }: PrintSpanProps) => {
  const t = useWords();
  const context = useTimeContext();
  const plan = usePlan((state) => state.plan);
  const exercise = exerciseSpan(plan);
  const set = (field: 'from' | 'to') => (when: When | undefined) => {
    const at = timeResolver(plan)(when);
    if (at !== undefined) change({ [field]: formatInstant(at) });
  };
  const whole = (): void => change(wholeDays(planSpan(plan, Date.now())));
  return (
    <Stack gap={6}>
      <TimeField
        label={t('print.from')}
        value={{ at: options.from }}
        context={context}
        required
        onChange={set('from')}
      />
      <TimeField label={t('print.to')} value={{ at: options.to }} context={context} required onChange={set('to')} />
      {options.from >= options.to && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {t('print.spanWrong')}
        </Text>
      )}
      <Group gap={6}>
        <Button variant="default" size="compact-xs" onClick={whole}>
          {t('print.wholePlan')}
        </Button>
        {exercise !== undefined && (
          <Button variant="default" size="compact-xs" onClick={() => change(wholeDays(exercise))}>
            {t('print.exerciseDays')}
          </Button>
        )}
      </Group>
    </Stack>
  );
};
