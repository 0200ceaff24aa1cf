import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { seenName } from '#shared/exchange/personName.ts';
import { codeSchema } from '#shared/plan/base.ts';
import { ask } from '../platform/bridge.ts';
import { loadActor } from '../state/actor.ts';
import { useCountryChoices } from './countries.ts';
import { tellFailure } from './perform.ts';
import { useWords } from './words.ts';

interface NationSelectProps {
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (code: string | null) => void;
}

/** A nation from the list, or the code of an organisation as it is typed: last, for a nation’s name is no code. */
const NationSelect = ({ value, error, onChange }: NationSelectProps) => {
  const t = useWords();
  const countries = useCountryChoices();
  const [search, setSearch] = useState('');
  const typed = search.trim().toUpperCase();
  const isListed = (code: string): boolean => countries.some((country) => country.value === code);
  const codes = new Set([typed, ...(value === null ? [] : [value])]);
  const others = [...codes].filter((code) => codeSchema.safeParse(code).success && !isListed(code));
  return (
    <Select
      label={t('ui.identity.nation')}
      data={[...countries, ...others.map((code) => ({ value: code, label: code }))]}
      renderOption={({ option: { value: code, label } }) =>
        isListed(code) ? label : t('ui.identity.organisation', { code })
      }
      value={value}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      limit={60}
      nothingFoundMessage={t('ui.identity.nationNotFound')}
      error={error}
      onChange={onChange}
    />
  );
};

interface IdentityFormProps {
  readonly className: string;
  /** What the form is called for a screen reader. */
  readonly name: string;
  readonly nation?: string | undefined;
  readonly onCreated?: () => void;
  /** Why it is asked. */
  readonly children: ReactNode;
}

/** Makes the identity of this data folder: for which nation or organisation, and under which name. */
export const IdentityForm = ({ className, name, nation, onCreated, children }: IdentityFormProps) => {
  const t = useWords();
  const [code, setCode] = useState<string | null>(nation ?? null);
  const [planner, setPlanner] = useState('');
  const [tried, setTried] = useState(false);
  const create = async (made: { readonly nation: string; readonly name: string }): Promise<void> => {
    const created = await ask('identity.create', made);
    const known = created.ok ? await loadActor() : created;
    if (known.ok) onCreated?.();
    else tellFailure(known.error);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (code !== null && seenName(planner) !== '') void create({ nation: code, name: seenName(planner) });
  };
  return (
    <form className={className} aria-label={name} onSubmit={submit} noValidate>
      {children}
      <NationSelect
        value={code}
        error={tried && code === null ? t('ui.identity.nationMissing') : undefined}
        onChange={setCode}
      />
      <TextInput
        label={t('ui.identity.name')}
        placeholder={t('ui.identity.example')}
        value={planner}
        maxLength={120}
        error={tried && seenName(planner) === '' ? t('ui.identity.nameMissing') : undefined}
        onChange={(event) => setPlanner(event.currentTarget.value)}
      />
      <Button type="submit">{t('ui.identity.create')}</Button>
    </form>
  );
};
