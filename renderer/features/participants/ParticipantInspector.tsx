import { Button, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { ownCaveats } from '#shared/plan/caveat/join.ts';
import { removeRecords } from '#shared/plan/commands.ts';
import { PARTICIPANT_ROLES, PARTICIPANT_TYPES } from '#shared/plan/participant/schema.ts';
import { COUNTRIES } from '#shared/reference/countries.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useRecords } from '../../state/records.ts';
import { select } from '../../state/view.ts';
import { countryName } from '../../ui/countries.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { sharedValue } from '../../ui/fields/mixed.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { performWithUndo } from '../../ui/perform.ts';
import { useEditing } from '../../ui/useEditing.ts';
import { sentenceFor, useWords, wordFor } from '../../ui/words.ts';
import { Caveats } from '../../ui/caveats/Caveats.tsx';
import { Contacts } from './Contacts.tsx';
import { Holidays } from './Holidays.tsx';

const CODE = /^[A-Z][A-Z0-9-]{1,11}$/;

/** The fields that only one participant at a time can have. */
const Single = ({ id }: { readonly id: string }) => {
  const t = useWords();
  const language = usePreferences((state) => state.language);
  const others = useRecords('participant').filter((other) => other.id !== id);
  const { records, set } = useEditing('participant', [id]);
  const [participant] = records;
  if (participant === undefined) return null;
  const check = (text: string): string | undefined => {
    const code = text.toUpperCase();
    if (!CODE.test(code)) return sentenceFor({ code: 'CODE_FORM_ORGANISATION', data: { code } });
    return others.some((other) => other.code === code)
      ? sentenceFor({ code: 'CODE_TAKEN', data: { code } })
      : undefined;
  };
  return (
    <>
      <TextField
        label={t('participants.form.code')}
        value={participant.code}
        required
        max={12}
        check={check}
        onCommit={(code) => code !== undefined && set({ code: code.toUpperCase() })}
      />
      <TextField
        label={t('participants.form.name')}
        value={participant.name}
        required
        max={120}
        onCommit={(name) => name !== undefined && set({ name })}
      />
      <ChoiceField
        label={t('participants.form.flag')}
        value={participant.flag}
        choices={COUNTRIES.map(([alpha3, alpha2]) => ({
          value: alpha2,
          label: `${countryName(alpha3, language)} (${alpha2})`,
        }))}
        onCommit={(flag) => set({ flag })}
      />
    </>
  );
};

/** A participant, or several: type, role, remarks; of one also code, name, flag and points of contact. */
export const ParticipantInspector = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const { records, set } = useEditing('participant', ids);
  const [first] = records;
  if (first === undefined) return null;
  const remove = (): void => {
    if (performWithUndo((context) => removeRecords(context, 'participant', ids)).ok) select('participant', []);
  };
  return (
    <Stack gap={8}>
      {records.length === 1 && <Single key={first.id} id={first.id} />}
      <ChoiceField
        label={t('participants.form.type')}
        value={sharedValue(records, ({ type }) => type)}
        choices={PARTICIPANT_TYPES.map((value) => ({ value, label: wordFor(`participants.type.${value}`) }))}
        required
        onCommit={(type) => type !== undefined && set({ type })}
      />
      <ChoiceField
        label={t('participants.form.role')}
        value={sharedValue(records, ({ role }) => role)}
        choices={PARTICIPANT_ROLES.map((value) => ({ value, label: wordFor(`participants.role.${value}`) }))}
        required
        onCommit={(role) => role !== undefined && set({ role })}
      />
      {records.length === 1 && (
        <Caveats
          caveats={ownCaveats(first)}
          retained={first.retained?.caveats}
          onChange={(caveats) => set({ caveats })}
        />
      )}
      {records.length === 1 && <Contacts contacts={first.contacts} onChange={(contacts) => set({ contacts })} />}
      {records.length === 1 && <Holidays holidays={first.holidays ?? []} onChange={(holidays) => set({ holidays })} />}
      <TextField
        label={t('participants.form.remarks')}
        value={sharedValue(records, ({ remarks }) => remarks)}
        multiline
        onCommit={(remarks) => set({ remarks })}
      />
      <Button variant="default" w="fit-content" mt={8} leftSection={<IconTrash size={14} />} onClick={remove}>
        {t('participants.delete')}
      </Button>
    </Stack>
  );
};
