import { Button, Group, Stack, Text } from '@mantine/core';
import { ACTIVITY_STATES } from '#shared/plan/activity/schema.ts';
import { isScheduled } from '#shared/plan/schedule/scheduled.ts';
import { type SharedChanges, updateScheduled } from '#shared/plan/schedule/several.ts';
import { find } from '#shared/plan/state.ts';
import { usePlan } from '../../state/plan.ts';
import type { SelectionPart } from '../../state/view.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { ChoicesField } from '../../ui/fields/ChoicesField.tsx';
import { sharedValue } from '../../ui/fields/mixed.ts';
import { useRecordChoices } from '../../ui/fields/recordChoices.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { perform } from '../../ui/perform.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { removeBars } from './edits.ts';

/** Activities and movements that are selected together: the fields that both have, each change one step. */
export const ScheduledInspector = ({ parts }: { readonly parts: readonly SelectionPart[] }) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const named = parts.flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id }))).filter(isScheduled);
  const records = named.flatMap(({ kind, id }) => find(plan, kind, id) ?? []);
  const change = (changes: SharedChanges): void => {
    perform((context) => updateScheduled(context, named, changes));
  };
  return (
    <Stack gap="xs">
      <Text c="dimmed">{t('editing.bothKinds')}</Text>
      <ChoiceField
        label={t('activity.state')}
        value={sharedValue(records, ({ state }) => state)}
        choices={ACTIVITY_STATES.map((value) => ({ value, label: wordFor(`plan.activityState.${value}`) }))}
        required
        onCommit={(state) => state !== undefined && change({ state })}
      />
      <ChoicesField
        label={t('activity.units')}
        value={sharedValue(records, ({ units }) => units)}
        choices={useRecordChoices('unit')}
        onCommit={(units) => change({ units })}
      />
      <TextField
        label={t('activity.remarks')}
        value={sharedValue(records, ({ remarks }) => remarks)}
        multiline
        onCommit={(remarks) => change({ remarks })}
      />
      <Group gap="xs">
        <Button variant="default" onClick={() => removeBars(named)}>
          {t('activity.remove')}
        </Button>
      </Group>
    </Stack>
  );
};
