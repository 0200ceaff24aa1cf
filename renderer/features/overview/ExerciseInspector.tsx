import { Button, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { ActionIcon, Group } from '@mantine/core';
import { v7 as uuid } from 'uuid';
import { EXERCISE_TYPES, type Exercise } from '#shared/plan/exercise/schema.ts';
import type { Changes } from '#shared/plan/commands.ts';
import type { When } from '#shared/time/when.ts';
import { USUAL_WEEKEND } from '#shared/time/workdays.ts';
import { useTimeContext } from '../../state/time.ts';
import { useCountryChoices } from '../../ui/countries.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { CoordinatesField } from '../../ui/fields/CoordinatesField.tsx';
import { ChoicesField } from '../../ui/fields/ChoicesField.tsx';
import { useRecordChoices } from '../../ui/fields/recordChoices.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { tellDone } from '../../ui/perform.ts';
import { TimeField } from '../../ui/time/TimeField.tsx';
import { useEditing } from '../../ui/useEditing.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { useZoneChoices } from '../../ui/zones.ts';
import { LabellingFields } from './LabellingFields.tsx';

interface PartProps {
  readonly exercise: Exercise;
  readonly set: (changes: Changes<'exercise'>) => void;
}

const Objectives = ({ exercise, set }: PartProps) => {
  const t = useWords();
  const { objectives } = exercise;
  return (
    <section>
      <Group justify="space-between">
        <Text fw={600}>{t('overview.form.objectives')}</Text>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => set({ objectives: [...objectives, { id: uuid(), text: t('overview.form.newObjective') }] })}
        >
          {t('overview.form.addObjective')}
        </Button>
      </Group>
      {objectives.map(({ id, text }, index) => (
        <Group key={id} gap={4} wrap="nowrap" align="flex-end">
          <div className="overview-grow">
            <TextField
              label={t('overview.form.objective', { n: index + 1 })}
              value={text}
              multiline
              required
              max={1000}
              onCommit={(next) =>
                next !== undefined &&
                set({ objectives: objectives.map((other) => (other.id === id ? { id, text: next } : other)) })
              }
            />
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('overview.form.removeObjective', { n: index + 1 })}
            onClick={() => set({ objectives: objectives.filter((other) => other.id !== id) })}
          >
            <IconX size={15} />
          </ActionIcon>
        </Group>
      ))}
    </section>
  );
};

const Times = ({ exercise, set }: PartProps) => {
  const t = useWords();
  const context = useTimeContext();
  const zones = useZoneChoices(context.reference);
  const asWhen = (at: string | undefined): When | undefined => (at === undefined ? undefined : { at });
  const setTime = (field: 'start' | 'end', when: When | undefined): void => {
    if (when !== undefined && !('at' in when)) tellDone(t('overview.form.absolute'));
    else set({ [field]: when?.at ?? null });
  };
  return (
    <>
      <TimeField
        label={t('overview.form.start')}
        value={asWhen(exercise.start)}
        context={context}
        onChange={(when) => setTime('start', when)}
      />
      <TimeField
        label={t('overview.form.end')}
        value={asWhen(exercise.end)}
        context={context}
        onChange={(when) => setTime('end', when)}
      />
      <ChoiceField
        label={t('overview.form.zone')}
        value={exercise.zone}
        choices={zones}
        required
        onCommit={(zone) => zone !== undefined && set({ zone })}
      />
    </>
  );
};

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The name of a day of the week, from 1 for Monday; the first of January 2024 was one. */
const weekdayName = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));

/** On which days nobody works: what lead times in working days leave out, and what the timeline shades. */
const WorkingDays = ({ exercise, set }: PartProps) => {
  const t = useWords();
  const { locale } = useTimeContext();
  const weekend = exercise.weekend ?? USUAL_WEEKEND;
  const setWeekend = (days: readonly number[]): void => {
    if (days.length > 6) tellDone(t('overview.form.weekendWhole'));
    else set({ weekend: days.toSorted((a, b) => a - b) });
  };
  return (
    <div>
      <ChoicesField
        label={t('overview.form.weekend')}
        value={WEEKDAYS.filter((day) => weekend.includes(Number(day)))}
        choices={WEEKDAYS.map((value) => ({ value, label: weekdayName(Number(value), locale) }))}
        onCommit={(days) => setWeekend(days.map(Number))}
      />
      <ChoicesField
        label={t('overview.form.holidaysOf')}
        value={exercise.holidaysOf ?? []}
        choices={useRecordChoices('participant')}
        onCommit={(ids) => set({ holidaysOf: ids.length === 0 ? null : ids })}
      />
      <Text c="dimmed">{t('overview.form.workdaysHint')}</Text>
    </div>
  );
};

const POSTS = ['ose', 'oce', 'ode'] as const;

const People = ({ exercise, set }: PartProps) => {
  const t = useWords();
  const words = { ose: t('overview.form.ose'), oce: t('overview.form.oce'), ode: t('overview.form.ode') };
  const countries = useCountryChoices();
  const { hostNation } = exercise;
  const choices =
    hostNation === undefined || countries.some(({ value }) => value === hostNation)
      ? countries
      : [{ value: hostNation, label: hostNation }, ...countries];
  return (
    <>
      <ChoiceField
        label={t('overview.form.host')}
        value={hostNation}
        choices={choices}
        onCommit={(code) => set({ hostNation: code })}
      />
      {POSTS.map((post) => (
        <TextField
          key={post}
          label={words[post]}
          value={exercise[post]}
          max={120}
          onCommit={(value) => set({ [post]: value })}
        />
      ))}
    </>
  );
};

/** The settings of the exercise itself. */
export const ExerciseInspector = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const { records, set } = useEditing('exercise', ids);
  const [exercise] = records;
  if (exercise === undefined) return null;
  const part = { exercise, set };
  return (
    <Stack gap={8}>
      <TextField
        label={t('overview.form.name')}
        value={exercise.name}
        required
        max={120}
        onCommit={(name) => name !== undefined && set({ name })}
      />
      <TextField
        label={t('overview.form.nickname')}
        value={exercise.nickname}
        max={60}
        onCommit={(nickname) => set({ nickname })}
      />
      <ChoicesField
        label={t('overview.form.types')}
        value={exercise.types}
        choices={EXERCISE_TYPES.map((value) => ({ value, label: wordFor(`exercises.type.${value}`) }))}
        onCommit={(types) => set({ types })}
      />
      <TextField label={t('overview.form.aim')} value={exercise.aim} multiline onCommit={(aim) => set({ aim })} />
      <Objectives {...part} />
      <Times {...part} />
      <WorkingDays {...part} />
      <People {...part} />
      <div>
        <CoordinatesField
          label={t('overview.form.area')}
          value={exercise.area}
          onCommit={(area) => set({ area: area ?? null })}
        />
        <Text c="dimmed">{t('overview.form.areaHint')}</Text>
      </div>
      <TextField
        label={t('overview.form.stageModel')}
        value={exercise.stageModel}
        max={60}
        onCommit={(stageModel) => set({ stageModel })}
      />
      <LabellingFields {...part} />
    </Stack>
  );
};
