import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ask } from '../../platform/bridge.ts';
import { loadActor, useActor } from '../../state/actor.ts';
import { useCountryChoices } from '../../ui/countries.ts';
import { tellFailure } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';

const create = async (nation: string, name: string): Promise<void> => {
  const made = await ask('identity.create', { nation, name });
  const known = made.ok ? await loadActor() : made;
  if (!known.ok) tellFailure(known.error);
};

/** Asked once, on the first day: which nation plans here, and under which name. It can be answered later. */
export const WhoPlans = () => {
  const t = useWords();
  const { author, nation } = useActor();
  const countries = useCountryChoices();
  const [code, setCode] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  if (nation !== null || author === 'unknown') return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (code !== null && name.trim() !== '') void create(code, name.trim());
  };
  return (
    <form className="exercises-who" aria-label={t('exercises.who.title')} onSubmit={submit} noValidate>
      <div className="exercises-who-text">
        <strong>{t('exercises.who.title')}</strong>
        <span>{t('exercises.who.why')}</span>
      </div>
      <Select
        label={t('exercises.who.nation')}
        data={[...countries]}
        value={code}
        searchable
        limit={60}
        nothingFoundMessage={t('ui.nothingFound')}
        error={tried && code === null ? t('exercises.who.nationMissing') : undefined}
        onChange={setCode}
      />
      <TextInput
        label={t('exercises.who.name')}
        placeholder={t('exercises.who.example')}
        value={name}
        maxLength={120}
        error={tried && name.trim() === '' ? t('exercises.who.nameMissing') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" mt={19}>
        {t('exercises.who.create')}
      </Button>
    </form>
  );
};
