import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { type Variance, varianceIn } from '#shared/plan/baseline/variance.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { formatDuration } from '#shared/time/display.ts';
import { activitySpan, movementSpan, type Span } from '#shared/plan/times.ts';
import { useCompared, useSchedule } from '../../state/planning.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useRecord } from '../../state/records.ts';
import { useResolveTime } from '../../state/time.ts';
import { useWords } from '../words.ts';
import { signedDuration } from './distance.ts';
import './planning.css';

interface SectionProps {
  readonly kind: Variance['kind'];
  readonly id: string;
}

const useSpan = (kind: SectionProps['kind'], id: string): Span | undefined => {
  const activity = useRecord('activity', kind === 'activity' ? id : undefined);
  const movement = useRecord('movement', kind === 'movement' ? id : undefined);
  const resolve = useResolveTime();
  return useMemo(
    () => (activity !== undefined ? activitySpan(activity, resolve) : movement && movementSpan(movement, resolve)),
    [activity, movement, resolve],
  );
};

const Line = ({
  name,
  value,
  strong = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly strong?: boolean;
}) => (
  <>
    <dt>{name}</dt>
    <dd className="figure" data-strong={strong || undefined}>
      {value}
    </dd>
  </>
);

/** How an activity or movement stands in the schedule: its float, and how far it has moved from the baseline. */
export const PlanningSection = ({ kind, id }: SectionProps) => {
  const t = useWords();
  const locale = usePreferences((state) => state.language);
  const schedule = useSchedule(true);
  const [baseline] = useCompared();
  const now = useSpan(kind, id);
  const variance = useMemo(() => baseline && varianceIn(kind, id, now, baseline), [baseline, kind, id, now]);
  const own = schedule?.byId.get(id);
  if (own === undefined && variance === undefined) return null;
  const length = (minutes: number): string =>
    minutes < 0 ? signedDuration(minutes, locale) : formatDuration(minutes * MINUTE, locale);
  return (
    <section className="planning" aria-label={t('planning.title')}>
      <Text fw={600}>{t('planning.title')}</Text>
      <dl>
        {own !== undefined && (
          <>
            <Line name={t('planning.totalFloat')} value={length(own.totalFloat)} strong={own.critical} />
            <Line name={t('planning.freeFloat')} value={length(own.freeFloat)} />
          </>
        )}
        {variance !== undefined && (variance.state === 'same' || variance.state === 'moved') && (
          <>
            <Line name={t('planning.startVariance')} value={signedDuration(variance.start, locale)} />
            <Line name={t('planning.endVariance')} value={signedDuration(variance.end, locale)} />
          </>
        )}
      </dl>
      {own?.critical === true && (
        <Text c="dimmed">
          {own.fixed ? t('planning.fixed') : own.totalFloat < 0 ? t('planning.late') : t('planning.critical')}
        </Text>
      )}
      {baseline !== undefined && (
        <Text c="dimmed">
          {variance?.state === 'new'
            ? t('planning.isNew', { name: baseline.name })
            : t('planning.against', { name: baseline.name })}
        </Text>
      )}
    </section>
  );
};
