import { Autocomplete, Button, Group, Stack } from '@mantine/core';
import { duplicateActivities, readLength, unscheduleActivities } from '#shared/plan/activity/commands.ts';
import { ACTIVITY_STATES, ACTIVITY_TYPES, type Activity } from '#shared/plan/activity/schema.ts';
import { removeRecords, updateRecords } from '#shared/plan/commands.ts';
import type { When } from '#shared/time/when.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { useRecordMap } from '../../state/records.ts';
import { useResolveTime, useTimeContext } from '../../state/time.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { ChoicesField } from '../../ui/fields/ChoicesField.tsx';
import { DurationField } from '../../ui/fields/DurationField.tsx';
import { MIXED, type Mixed, sharedValue } from '../../ui/fields/mixed.ts';
import { useRecordChoices } from '../../ui/fields/recordChoices.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useDraft } from '../../ui/fields/useDraft.ts';
import { LinkSection } from '../../ui/links/LinkSection.tsx';
import { PlanningSection } from '../../ui/planning/PlanningSection.tsx';
import { perform, performWithUndo } from '../../ui/perform.ts';
import { TimeField } from '../../ui/time/TimeField.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { LeadFields } from './LeadFields.tsx';

type Changes = { readonly [K in keyof Activity]?: Activity[K] | undefined };

interface PartProps {
  readonly activities: readonly Activity[];
  readonly change: (changes: Changes) => void;
}

const typeText = (type: string): string =>
  ACTIVITY_TYPES.some((known) => known === type) ? wordFor(`plan.activityType.${type}`) : type;

/** What is written is a kind with a meaning where it is its word in the language of the window. */
const typeOf = (text: string): string => {
  const written = text.trim().toLocaleLowerCase();
  return (
    ACTIVITY_TYPES.find((type) => type === written || typeText(type).toLocaleLowerCase() === written) ?? text.trim()
  );
};

/** The kind: one of those with a meaning, or any word of the planner's own. */
const TypeField = ({ activities, change }: PartProps) => {
  const t = useWords();
  const value = sharedValue(activities, ({ type }) => type);
  const stored = value === MIXED ? '' : typeText(value);
  const draft = useDraft(stored, (text) => text.trim() !== '' && change({ type: typeOf(text) }));
  const finish = (): void => {
    // The same kind in other letters is no change: its word comes back.
    if (typeOf(draft.text) === value) draft.setText(stored);
    else draft.finish();
  };
  return (
    <Autocomplete
      label={t('activity.type')}
      data={ACTIVITY_TYPES.map(typeText)}
      value={draft.text}
      placeholder={value === MIXED ? t('ui.mixed') : ''}
      onChange={draft.setText}
      onBlur={finish}
      onKeyDown={(event) => (event.key === 'Enter' ? finish() : draft.onKeyDown(event))}
      onOptionSubmit={(text) => change({ type: typeOf(text) })}
    />
  );
};

/** Start and end; without a start it is not scheduled, and typing an end changes how long it lasts. */
const TimeFields = ({ activities, change }: PartProps) => {
  const t = useWords();
  const context = useTimeContext();
  const resolve = useResolveTime();
  const start: When | undefined | Mixed = sharedValue(activities, (activity) => activity.start);
  const minutes = sharedValue(activities, (activity) => activity.minutes);
  const from = start === MIXED ? undefined : resolve(start);
  const single = start !== MIXED && minutes !== MIXED && from !== undefined;
  const end: When | Mixed = single
    ? { at: new Date(from + minutes * MINUTE).toISOString().replace('.000', '') }
    : MIXED;
  const setEnd = (when: When | undefined): void => {
    const to = resolve(when);
    if (to !== undefined && from !== undefined) change({ minutes: Math.max(0, Math.round((to - from) / MINUTE)) });
  };
  return (
    <>
      <TimeField
        label={t('activity.start')}
        value={start}
        context={context}
        onChange={(when) => change({ start: when })}
      />
      <TimeField label={t('activity.end')} value={end} context={context} onChange={setEnd} />
      <DurationField
        label={t('activity.duration')}
        value={minutes}
        read={readLength}
        onCommit={(value) => change({ minutes: value })}
      />
    </>
  );
};

const WhoAndWhere = ({ activities, change }: PartProps) => {
  const t = useWords();
  const phases = useRecordChoices('activity');
  const map = useRecordMap('activity');
  return (
    <>
      <ChoicesField
        label={t('activity.participants')}
        value={sharedValue(activities, ({ participants }) => participants)}
        choices={useRecordChoices('participant')}
        onCommit={(participants) => change({ participants })}
      />
      <ChoicesField
        label={t('activity.units')}
        value={sharedValue(activities, ({ units }) => units)}
        choices={useRecordChoices('unit')}
        onCommit={(units) => change({ units })}
      />
      <ChoiceField
        label={t('activity.location')}
        value={sharedValue(activities, ({ location }) => location)}
        choices={useRecordChoices('location')}
        onCommit={(location) => change({ location })}
      />
      <ChoiceField
        label={t('activity.phase')}
        value={sharedValue(activities, ({ phase }) => phase)}
        choices={phases.filter(({ value }) => map.get(value)?.type === 'phase')}
        onCommit={(phase) => change({ phase })}
      />
    </>
  );
};

const Actions = ({ activities }: { readonly activities: readonly Activity[] }) => {
  const t = useWords();
  const ids = activities.map(({ id }) => id);
  const dated = activities.some(({ start }) => start !== undefined);
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => perform((context) => duplicateActivities(context, ids))}>
        {t('activity.duplicate')}
      </Button>
      {dated && (
        <Button variant="default" onClick={() => perform((context) => unscheduleActivities(context, ids))}>
          {t('activity.unschedule')}
        </Button>
      )}
      <Button variant="default" onClick={() => performWithUndo((context) => removeRecords(context, 'activity', ids))}>
        {t('activity.remove')}
      </Button>
    </Group>
  );
};

/** All fields of one activity, or what several have in common. */
export const ActivityInspector = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const map = useRecordMap('activity');
  const activities = ids.flatMap((id) => map.get(id) ?? []);
  const [only] = activities;
  if (only === undefined) return null;
  const change = (changes: Changes): void => {
    perform((context) => updateRecords(context, 'activity', ids, changes));
  };
  const states = ACTIVITY_STATES.map((value) => ({ value, label: wordFor(`plan.activityState.${value}`) }));
  return (
    <Stack gap="xs">
      <TextField
        label={t('activity.title')}
        value={sharedValue(activities, ({ title }) => title)}
        required
        max={200}
        onCommit={(title) => title !== undefined && change({ title })}
      />
      <TextField
        label={t('activity.serial')}
        value={sharedValue(activities, ({ serial }) => serial)}
        max={40}
        onCommit={(serial) => change({ serial })}
      />
      <TypeField activities={activities} change={change} />
      <ChoiceField
        label={t('activity.state')}
        value={sharedValue(activities, ({ state }) => state)}
        choices={states}
        required
        onCommit={(state) => state !== undefined && change({ state })}
      />
      <TimeFields activities={activities} change={change} />
      {activities.length === 1 && <LeadFields activity={only} />}
      <WhoAndWhere activities={activities} change={change} />
      <TextField
        label={t('activity.responsible')}
        value={sharedValue(activities, ({ responsible }) => responsible)}
        max={120}
        onCommit={(responsible) => change({ responsible })}
      />
      <TextField
        label={t('activity.remarks')}
        value={sharedValue(activities, ({ remarks }) => remarks)}
        multiline
        onCommit={(remarks) => change({ remarks })}
      />
      {activities.length === 1 && <PlanningSection kind="activity" id={only.id} />}
      {activities.length === 1 && <LinkSection id={only.id} />}
      <Actions activities={activities} />
    </Stack>
  );
};
