import { Select, Stack, TagsInput, Text } from '@mantine/core';
import { CAVEAT, type Label } from '#shared/label/label.ts';
import { equivalentOf, type Labelling, policiesOf } from '#shared/label/policies.ts';
import { useRecords } from '../state/records.ts';
import { TextField } from './fields/TextField.tsx';
import { useWords } from './words.ts';

interface LabelFieldProps {
  readonly value: Label;
  readonly labelling: Labelling;
  readonly onCommit: (label: Label) => void;
}

const CODE = /^[A-Z][A-Z0-9-]{1,11}$/;

/** What the level is worth in the other policies; what has no equivalent says so. */
const Equivalents = ({ value, labelling }: Pick<LabelFieldProps, 'value' | 'labelling'>) => {
  const t = useWords();
  const others = policiesOf(labelling).filter(({ id }) => id !== value.policy);
  const list = others.map(({ id }) =>
    t('review.fieldValue', { field: id, value: equivalentOf(value, id, labelling) ?? t('label.noEquivalent') }),
  );
  return <Text c="dimmed">{t('label.equivalents', { list: list.join(' · ') })}</Text>;
};

const Levels = ({ value, labelling, onCommit }: LabelFieldProps) => {
  const t = useWords();
  const policies = policiesOf(labelling);
  const levels = policies.find(({ id }) => id === value.policy)?.levels.map(({ id }) => id) ?? [];
  const setPolicy = (id: string | null): void => {
    const next = policies.find((candidate) => candidate.id === id);
    const lowest = next?.levels[0]?.id;
    if (next === undefined || lowest === undefined || next.id === value.policy) return;
    // The same height in the other policy, where there is one: changing the words should not lower the marking.
    const same = equivalentOf(value, next.id, labelling) ?? next.levels.at(-1)?.id ?? lowest;
    onCommit({ ...value, policy: next.id, classification: same });
  };
  return (
    <>
      <Select
        label={t('ui.policy')}
        data={policies.map(({ id }) => id)}
        value={value.policy}
        allowDeselect={false}
        onChange={setPolicy}
      />
      <Select
        label={t('ui.classification')}
        data={levels.includes(value.classification) ? levels : [...levels, value.classification]}
        value={value.classification}
        allowDeselect={false}
        onChange={(classification) => classification !== null && onCommit({ ...value, classification })}
      />
    </>
  );
};

/** Policy, classification, releasability and caveat. */
export const LabelField = ({ value, labelling, onCommit }: LabelFieldProps) => {
  const t = useWords();
  const participants = useRecords('participant');
  return (
    <Stack gap={8}>
      <Levels value={value} labelling={labelling} onCommit={onCommit} />
      <Equivalents value={value} labelling={labelling} />
      <TagsInput
        label={t('ui.releasableTo')}
        description={t('ui.releasableHint')}
        data={participants.map(({ code }) => code)}
        value={[...value.releasableTo]}
        onChange={(codes) => {
          const good = [...new Set(codes.map((code) => code.trim().toUpperCase()))].filter((code) => CODE.test(code));
          onCommit({ ...value, releasableTo: good });
        }}
      />
      <TextField
        label={t('label.caveat')}
        value={value.caveat}
        max={CAVEAT}
        onCommit={(caveat) => {
          const { caveat: _old, ...rest } = value;
          onCommit(caveat === undefined ? rest : { ...rest, caveat });
        }}
      />
      <Text c="dimmed">{t('label.caveatHint')}</Text>
    </Stack>
  );
};
