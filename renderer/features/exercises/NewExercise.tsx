import { Button, Group, Modal, MultiSelect, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { createExercise } from '#shared/plan/exercise/commands.ts';
import { createFromTemplate } from '#shared/plan/exercise/template.ts';
import { EXERCISE_TYPES, type Exercise } from '#shared/plan/exercise/schema.ts';
import { TEMPLATES } from '#shared/reference/templates.ts';
import type { TimeContext } from '#shared/time/context.ts';
import { DAY, formatInstant, HOUR } from '#shared/time/instant.ts';
import { beginAndOpen, firstContext } from '../../state/exercises.ts';
import { usePreferences } from '../../state/preferences.ts';
import { showScreen } from '../../state/screen.ts';
import { useActor } from '../../state/actor.ts';
import { showView } from '../../state/view.ts';
import { useCountryChoices } from '../../ui/countries.ts';
import { tellFailure } from '../../ui/perform.ts';
import { TimeField } from '../../ui/time/TimeField.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { useZoneChoices } from '../../ui/zones.ts';
import { TemplatePreview } from './TemplatePreview.tsx';

interface Draft {
  readonly template: string;
  readonly name: string;
  readonly nickname: string;
  readonly host: string | null;
  readonly zone: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly types: readonly Exercise['types'][number][];
}

const BLANK = 'blank';

/** A year ahead, for ten days, from a morning on: as good a guess as any, and typed over in a moment. */
const firstDraft = (nation: string | null): Draft => {
  const start = Math.floor((Date.now() + 365 * DAY) / DAY) * DAY + 6 * HOUR;
  return {
    template: BLANK,
    name: '',
    nickname: '',
    host: nation,
    zone: 'UTC',
    start: formatInstant(start),
    end: formatInstant(start + 10 * DAY + 6 * HOUR),
    types: [],
  };
};

const begin = async (draft: Draft): Promise<boolean> => {
  const { start, end } = draft;
  const context = firstContext(draft.host ?? undefined);
  const nickname = draft.nickname.trim();
  const fields = {
    name: draft.name.trim(),
    zone: draft.zone,
    types: [...draft.types],
    ...(nickname === '' ? {} : { nickname }),
    ...(draft.host === null ? {} : { hostNation: draft.host }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
  const template = TEMPLATES.find(({ id }) => id === draft.template);
  const step =
    template === undefined || start === undefined || end === undefined
      ? createExercise(context, fields)
      : createFromTemplate(context, { ...fields, start, end }, template, (id) => wordFor(`templates.item.${id}`));
  const begun = await beginAndOpen(step);
  if (!begun.ok) tellFailure(begun.error);
  return begun.ok;
};

interface PartProps {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
}

const Places = ({ draft, change }: PartProps) => {
  const t = useWords();
  const countries = useCountryChoices();
  const [openedAt] = useState(() => Date.now());
  const zones = useZoneChoices(openedAt);
  return (
    <>
      <Select
        label={t('exercises.form.host')}
        data={[...countries]}
        value={draft.host}
        searchable
        clearable
        limit={60}
        clearButtonProps={{ 'aria-label': t('ui.clear', { field: t('exercises.form.host') }) }}
        nothingFoundMessage={t('ui.nothingFound')}
        onChange={(host) => change({ host })}
      />
      <Select
        label={t('exercises.form.zone')}
        data={[...zones]}
        value={draft.zone}
        searchable
        limit={60}
        allowDeselect={false}
        nothingFoundMessage={t('ui.nothingFound')}
        onChange={(zone) => zone !== null && change({ zone })}
      />
    </>
  );
};

const Times = ({ draft, change, late }: PartProps & { readonly late: boolean }) => {
  const t = useWords();
  const language = usePreferences((state) => state.language);
  const [reference] = useState(() => Date.now());
  const context: TimeContext = { zone: draft.zone, anchors: [], reference, locale: language };
  const bound = (field: 'start' | 'end', label: string) => {
    const at = draft[field];
    return (
      <TimeField
        label={label}
        value={at === undefined ? undefined : { at }}
        context={context}
        required={draft.template !== BLANK}
        onChange={(when) => change({ [field]: when !== undefined && 'at' in when ? when.at : undefined })}
      />
    );
  };
  return (
    <>
      {bound('start', t('exercises.form.start'))}
      <div>
        {bound('end', t('exercises.form.end'))}
        {late && (
          <p role="alert" className="exercises-late">
            {t('exercises.form.endBeforeStart')}
          </p>
        )}
      </div>
    </>
  );
};

const Fields = ({ draft, change, nameError }: PartProps & { readonly nameError: string | undefined }) => {
  const t = useWords();
  return (
    <>
      <Select
        className="exercises-wide"
        label={t('exercises.form.template')}
        data={[
          { value: BLANK, label: t('exercises.form.blank') },
          ...TEMPLATES.map(({ id }) => ({ value: id as string, label: wordFor(`templates.name.${id}`) })),
        ]}
        value={draft.template}
        allowDeselect={false}
        onChange={(template) => template !== null && change({ template })}
      />
      <TextInput
        data-autofocus
        required
        label={t('exercises.form.name')}
        value={draft.name}
        maxLength={120}
        error={nameError}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('exercises.form.nickname')}
        value={draft.nickname}
        maxLength={60}
        onChange={(event) => change({ nickname: event.currentTarget.value })}
      />
    </>
  );
};

const Types = ({ draft, change }: PartProps) => {
  const t = useWords();
  return (
    <MultiSelect
      className="exercises-wide"
      label={t('exercises.form.types')}
      data={EXERCISE_TYPES.map((value) => ({
        value: value as string,
        label: wordFor(`exercises.type.${value}`),
      }))}
      value={[...draft.types]}
      searchable
      hidePickedOptions
      onChange={(types) => change({ types: EXERCISE_TYPES.filter((type) => types.includes(type)) })}
    />
  );
};

/** A new exercise: blank, or from a template whose lines are seen before they are made. */
export const NewExercise = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords();
  const nation = useActor((state) => state.nation);
  const [draft, setDraft] = useState(() => firstDraft(nation));
  const [tried, setTried] = useState(false);
  const [making, setMaking] = useState(false);
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const nameError = tried && draft.name.trim() === '' ? t('exercises.form.nameMissing') : undefined;
  const late = draft.start !== undefined && draft.end !== undefined && draft.end < draft.start;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (draft.name.trim() === '' || late || making) return;
    setMaking(true);
    void begin(draft).then((begun) => {
      setMaking(false);
      if (!begun) return;
      showView('overview');
      showScreen({ newExercise: false, exercises: false });
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('exercises.new')}
      size={640}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form onSubmit={submit} noValidate>
        <div className="exercises-form">
          <Fields draft={draft} change={change} nameError={nameError} />
          <Places draft={draft} change={change} />
          <Times draft={draft} change={change} late={late} />
          <Types draft={draft} change={change} />
          <TemplatePreview
            template={TEMPLATES.find(({ id }) => id === draft.template)}
            start={draft.start}
            end={draft.end}
            zone={draft.zone}
          />
        </div>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={making}>
            {t('exercises.form.create')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
};
