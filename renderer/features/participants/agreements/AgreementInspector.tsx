import { Button, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { AGREEMENT_TYPES, AUTHORISING, type Agreement } from '#shared/plan/agreement/schema.ts';
import { type Changes, removeRecords } from '#shared/plan/commands.ts';
import { useFindings } from '../../../state/findings.ts';
import { useTimeContext } from '../../../state/time.ts';
import { select } from '../../../state/view.ts';
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx';
import { ChoicesField } from '../../../ui/fields/ChoicesField.tsx';
import { sharedValue } from '../../../ui/fields/mixed.ts';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { useRecordChoices } from '../../../ui/fields/recordChoices.ts';
import { useTaskChoices } from '../../../ui/fields/taskChoices.ts';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { FindingLines } from '../../../ui/FindingLines.tsx';
import { performWithUndo } from '../../../ui/perform.ts';
import { TimeField } from '../../../ui/time/TimeField.tsx';
import { useEditing } from '../../../ui/useEditing.ts';
import { useWords, wordFor } from '../../../ui/words.ts';

interface PartProps {
  readonly records: readonly Agreement[];
  readonly set: (changes: Changes<'agreement'>) => void;
}

const Paper = ({ records, set }: PartProps) => {
  const t = useWords();
  const type = sharedValue(records, (agreement) => agreement.type);
  return (
    <>
      <TextField
        label={t('agreements.form.title')}
        value={sharedValue(records, ({ title }) => title)}
        required
        max={200}
        onCommit={(title) => title !== undefined && set({ title })}
      />
      <ChoiceField
        label={t('agreements.form.type')}
        value={type}
        choices={AGREEMENT_TYPES.map((value) => ({ value, label: wordFor(`agreements.type.${value}`) }))}
        required
        onCommit={(value) => value !== undefined && set({ type: value })}
      />
      {records.some((agreement) => !AUTHORISING.has(agreement.type)) && (
        <Text c="dimmed">{t('agreements.authorises')}</Text>
      )}
      <TextField
        label={t('agreements.form.reference')}
        value={sharedValue(records, ({ reference }) => reference)}
        max={120}
        onCommit={(reference) => set({ reference })}
      />
    </>
  );
};

const Scope = ({ records, set }: PartProps) => {
  const t = useWords();
  const participants = useRecordChoices('participant');
  return (
    <>
      <ChoiceField
        label={t('agreements.form.host')}
        value={sharedValue(records, ({ host }) => host)}
        choices={participants}
        onCommit={(host) => set({ host })}
      />
      <ChoicesField
        label={t('agreements.form.parties')}
        value={sharedValue(records, ({ parties }) => parties)}
        choices={participants}
        onCommit={(parties) => set({ parties })}
      />
      <ChoicesField
        label={t('agreements.form.nations')}
        value={sharedValue(records, ({ nations }) => nations)}
        choices={participants}
        onCommit={(nations) => set({ nations })}
      />
      <Text c="dimmed">{t('agreements.form.nationsHint')}</Text>
      <ChoicesField
        label={t('agreements.form.covers')}
        value={sharedValue(records, ({ covers }) => covers)}
        choices={useTaskChoices()}
        onCommit={(covers) => set({ covers })}
      />
      <Text c="dimmed">{t('agreements.form.coversHint')}</Text>
    </>
  );
};

const DATES = ['signedOn', 'inForceFrom', 'inForceUntil', 'nextReview'] as const;

const Dates = ({ records, set }: PartProps) => {
  const t = useWords();
  const context = useTimeContext();
  const words = {
    signedOn: t('agreements.form.signedOn'),
    inForceFrom: t('agreements.form.inForceFrom'),
    inForceUntil: t('agreements.form.inForceUntil'),
    nextReview: t('agreements.form.nextReview'),
  };
  return (
    <>
      {DATES.map((field) => (
        <TimeField
          key={field}
          label={words[field]}
          value={sharedValue(records, (agreement) => agreement[field])}
          context={context}
          onChange={(when) => set({ [field]: when })}
        />
      ))}
      <NumberField
        label={t('agreements.form.noticeDays')}
        unit={t('agreements.form.days')}
        value={sharedValue(records, ({ noticeDays }) => noticeDays)}
        whole
        max={3660}
        onCommit={(noticeDays) => set({ noticeDays })}
      />
    </>
  );
};

const Found = ({ ids }: { readonly ids: readonly string[] }) => {
  const list = useFindings((state) => state.list);
  const own = list.filter(({ subjects }) => subjects.some(({ kind, id }) => kind === 'agreement' && ids.includes(id)));
  return own.length === 0 ? null : <FindingLines findings={own} />;
};

/** All fields of an agreement, or what several have in common, and what the rules say of them. */
export const AgreementInspector = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const { records, set } = useEditing('agreement', ids);
  if (records.length === 0) return null;
  const remove = (): void => {
    if (performWithUndo((context) => removeRecords(context, 'agreement', ids)).ok) select('agreement', []);
  };
  return (
    <Stack gap={8}>
      <Found ids={ids} />
      <Paper records={records} set={set} />
      <Scope records={records} set={set} />
      <Dates records={records} set={set} />
      <TextField
        label={t('agreements.form.costArrangement')}
        value={sharedValue(records, ({ costArrangement }) => costArrangement)}
        multiline
        onCommit={(costArrangement) => set({ costArrangement })}
      />
      <TextField
        label={t('agreements.form.remarks')}
        value={sharedValue(records, ({ remarks }) => remarks)}
        multiline
        onCommit={(remarks) => set({ remarks })}
      />
      <Button variant="default" w="fit-content" mt={8} leftSection={<IconTrash size={14} />} onClick={remove}>
        {t('agreements.delete')}
      </Button>
    </Stack>
  );
};
