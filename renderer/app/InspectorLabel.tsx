import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Label } from '#shared/label/label.ts';
import { updateRecords } from '#shared/plan/commands.ts';
import { type EffectiveLabel, effectiveLabel } from '#shared/plan/label/effective.ts';
import { sameValue } from '#shared/plan/sameValue.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { isScheduled } from '#shared/plan/schedule/scheduled.ts';
import { updateScheduled } from '#shared/plan/schedule/several.ts';
import { recordOf } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import { stampMs } from '#shared/time/clock.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { useLabelling } from '../state/labelling.ts';
import { usePlan } from '../state/plan.ts';
import { useTimeText } from '../state/time.ts';
import type { SelectionPart } from '../state/view.ts';
import { LabelField } from '../ui/LabelField.tsx';
import { Marking } from '../ui/Marking.tsx';
import { perform } from '../ui/perform.ts';
import { useWords, wordFor } from '../ui/words.ts';

interface InspectorLabelProps {
  readonly parts: readonly SelectionPart[];
}

interface Marked extends EffectiveLabel {
  readonly record: PlanRecord;
}

/** What was not released to us of a record, in the words of its fields. */
const NotReleased = ({ record }: { readonly record: PlanRecord }) => {
  const t = useWords();
  if (record.withheld === undefined) return null;
  const fields = record.withheld.map((field) => wordFor(`plan.fields.${field}`)).join(', ');
  return <Text c="dimmed">{t('label.withheldFields', { fields })}</Text>;
};

const Origin = ({ marked: { record, origin, retained } }: { readonly marked: Marked }) => {
  const t = useWords();
  // What is retained is said beside it; where the rest would come from is not what stands there.
  if (retained !== undefined) return null;
  if (origin?.id === record.id) return <Text c="dimmed">{t('label.own')}</Text>;
  return (
    <Text c="dimmed">
      {origin === undefined ? t('label.fallback') : t('label.inherited', { from: titleOf(origin) })}
    </Text>
  );
};

/** Whose markings this plan retains on it, or on what it inherits through, since when, and what ends that. */
const RetainedFrom = ({ marked: { record, retained } }: { readonly marked: Marked }) => {
  const t = useWords();
  const timeText = useTimeText();
  if (retained === undefined) return null;
  const when = timeText(startOfMinute(stampMs(retained.since)));
  return (
    <>
      {retained.from.map(({ nation, title }) => (
        <Text key={`${nation} ${title}`}>{t('label.retained', { nation, record: title, when })}</Text>
      ))}
      <Text c="dimmed">
        {record.retained?.label === undefined ? t('label.retainedEndHere') : t('label.retainedEnd')}
      </Text>
    </>
  );
};

const useMarked = (parts: readonly SelectionPart[]): readonly Marked[] => {
  const plan = usePlan((state) => state.plan);
  return parts.flatMap(({ kind, ids }) =>
    ids.flatMap((id) => {
      const record = recordOf(plan, kind, id);
      return record === undefined ? [] : [{ record, ...effectiveLabel(plan, record) }];
    }),
  );
};

const setLabel = (parts: readonly SelectionPart[], label: Label | null): void => {
  const records = parts.flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })));
  perform((context) => {
    const [only, second] = parts;
    return only !== undefined && second === undefined
      ? updateRecords(context, only.kind, only.ids, { label })
      : updateScheduled(context, records.filter(isScheduled), { label });
  });
};

/** The marking of what is selected and where it comes from; its own can be set, and given back. */
export const InspectorLabel = ({ parts }: InspectorLabelProps) => {
  const t = useWords();
  const labelling = useLabelling();
  const marked = useMarked(parts);
  const [editing, setEditing] = useState(false);
  const [first] = marked;
  if (first === undefined) return null;
  const alike = marked.every(({ label }) => sameValue(label, first.label));
  const own = marked.some(({ record }) => record.label !== undefined || record.retained?.label !== undefined);
  const set = (label: Label | null): void => setLabel(parts, label);
  return (
    <Stack component="section" gap={6} mt="md" aria-label={t('label.section')}>
      <Text fw={600}>{t('label.section')}</Text>
      {alike ? (
        <Group gap="xs">
          <Marking label={first.label} />
          {marked.length === 1 && <Origin marked={first} />}
        </Group>
      ) : (
        <Text c="dimmed">{t('label.several', { count: marked.length })}</Text>
      )}
      {marked.length === 1 && <RetainedFrom marked={first} />}
      {marked.length === 1 && <NotReleased record={first.record} />}
      {(editing || (own && marked.length === 1)) && (
        <LabelField value={first.label} labelling={labelling} onCommit={set} />
      )}
      <Group gap="xs">
        {!editing && !(own && marked.length === 1) && (
          <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
            {marked.length === 1 ? t('label.setOwn') : t('label.setForAll')}
          </Button>
        )}
        {own && (
          <Button
            variant="subtle"
            size="compact-sm"
            color="gray"
            onClick={() => {
              set(null);
              setEditing(false);
            }}
          >
            {t('label.inheritAgain')}
          </Button>
        )}
      </Group>
    </Stack>
  );
};
