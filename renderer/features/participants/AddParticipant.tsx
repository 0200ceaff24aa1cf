import { Button, Group, Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { createRecord } from '#shared/plan/commands.ts';
import { checkCode, freeColour, proposeCode } from '#shared/plan/participant/codes.ts';
import { PARTICIPANT_ROLES, PARTICIPANT_TYPES, type Participant } from '#shared/plan/participant/schema.ts';
import { alpha2Of } from '#shared/reference/countries.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useExercise, useRecords } from '../../state/records.ts';
import { select } from '../../state/view.ts';
import { countryName, useCountryChoices } from '../../ui/countries.ts';
import { perform } from '../../ui/perform.ts';
import { sentenceFor, useWords, wordFor } from '../../ui/words.ts';

const WHATS = ['country', 'exerciseNation', 'organisation'] as const;
type What = (typeof WHATS)[number];

interface Draft {
  readonly what: What;
  readonly country: string | null;
  readonly code: string;
  readonly name: string;
  readonly type: Participant['type'];
  readonly role: Participant['role'];
}

const FIRST: Draft = { what: 'country', country: null, code: '', name: '', type: 'police', role: 'contributing' };

interface Problems {
  readonly country?: string;
  readonly code?: string;
  readonly name?: string;
}

/** Checks and adds; the words of what is wrong come back by field. */
const useAdding = (draft: Draft, onClose: () => void): (() => Problems) => {
  const t = useWords();
  const language = usePreferences((state) => state.language);
  const participants = useRecords('participant');
  const create = (fields: Pick<Participant, 'code' | 'name' | 'type'> & { flag?: string }): Problems => {
    const made = perform((context) =>
      createRecord(context, 'participant', {
        ...fields,
        role: draft.role,
        colour: freeColour(participants),
        contacts: [],
      }),
    );
    if (!made.ok) return {};
    const id = made.value.ops[0]?.id;
    if (id !== undefined) select('participant', [id]);
    onClose();
    return {};
  };
  return () => {
    if (draft.what === 'country') {
      const code = draft.country;
      if (code === null) return { country: t('participants.form.countryMissing') };
      if (participants.some((other) => other.code === code)) {
        return { country: sentenceFor({ code: 'CODE_TAKEN', data: { code } }) };
      }
      const flag = alpha2Of(code);
      const name = countryName(code, language);
      return create({ code, name, type: 'nation', ...(flag === undefined ? {} : { flag }) });
    }
    const nation = draft.what === 'exerciseNation';
    const name = draft.name.trim();
    const checked = checkCode(draft.code, nation ? 'exercise-nation' : 'organisation', participants);
    const problems: Problems = {
      ...(name === '' ? { name: t('participants.form.nameMissing') } : {}),
      ...(checked.ok ? {} : { code: sentenceFor(checked.error) }),
    };
    return Object.keys(problems).length > 0
      ? problems
      : create({ code: draft.code, name, type: nation ? 'nation' : draft.type });
  };
};

interface PartProps {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly change: (change: Partial<Draft>) => void;
}

const Country = ({ draft, problems, change }: PartProps) => {
  const t = useWords();
  const countries = useCountryChoices();
  const host = useExercise()?.hostNation;
  return (
    <Select
      data-autofocus
      label={t('participants.form.country')}
      description={t('participants.form.countryHint')}
      data={[...countries]}
      value={draft.country}
      searchable
      limit={60}
      nothingFoundMessage={t('ui.nothingFound')}
      error={problems.country}
      onChange={(country) => change({ country, ...(country !== null && country === host ? { role: 'host' } : {}) })}
    />
  );
};

const Named = ({ draft, problems, change }: PartProps) => {
  const t = useWords();
  const taken = new Set(useRecords('participant').map(({ code }) => code));
  const nation = draft.what === 'exerciseNation';
  const rename = (name: string): void => {
    // The proposal follows the name until the person writes a code of their own.
    const follows = nation && (draft.code === '' || draft.code === proposeCode(draft.name, taken));
    change(follows ? { name, code: name.trim() === '' ? '' : proposeCode(name, taken) } : { name });
  };
  return (
    <>
      <TextInput
        data-autofocus
        label={t('participants.form.name')}
        value={draft.name}
        maxLength={120}
        error={problems.name}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      <TextInput
        label={t('participants.form.code')}
        description={nation ? t('participants.form.codeHint') : undefined}
        value={draft.code}
        maxLength={12}
        error={problems.code}
        onChange={(event) => change({ code: event.currentTarget.value.toUpperCase() })}
      />
      {!nation && (
        <Select
          label={t('participants.form.type')}
          data={PARTICIPANT_TYPES.filter((type) => type !== 'nation').map((value) => ({
            value: value as string,
            label: wordFor(`participants.type.${value}`),
          }))}
          value={draft.type}
          allowDeselect={false}
          onChange={(value) => change({ type: PARTICIPANT_TYPES.find((type) => type === value) ?? 'other' })}
        />
      )}
    </>
  );
};

/** Adds a nation from the list, a nation of the exercise's own, or an organisation. */
export const AddParticipant = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords();
  const words = {
    country: t('participants.form.country'),
    exerciseNation: t('participants.form.exerciseNation'),
    organisation: t('participants.form.organisation'),
  };
  const [draft, setDraft] = useState(FIRST);
  const [problems, setProblems] = useState<Problems>({});
  const add = useAdding(draft, onClose);
  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setProblems({});
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setProblems(add());
  };
  const part = { draft, problems, change };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('participants.add')}
      size={480}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SegmentedControl
            aria-label={t('participants.form.what')}
            value={draft.what}
            data={WHATS.map((value) => ({ value, label: words[value] }))}
            transitionDuration={0}
            fullWidth
            onChange={(value) => change({ what: WHATS.find((what) => what === value) ?? 'country' })}
          />
          {draft.what === 'country' ? <Country {...part} /> : <Named {...part} />}
          <Select
            label={t('participants.form.role')}
            data={PARTICIPANT_ROLES.map((value) => ({
              value: value as string,
              label: wordFor(`participants.role.${value}`),
            }))}
            value={draft.role}
            allowDeselect={false}
            onChange={(value) => change({ role: PARTICIPANT_ROLES.find((role) => role === value) ?? 'contributing' })}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button type="submit">{t('participants.form.add')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
