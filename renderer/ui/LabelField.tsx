import { Select, Stack, TagsInput } from '@mantine/core';
import { type Label, POLICIES } from '#shared/label/label.ts';
import { useRecords } from '../state/records.ts';
import { useWords } from './words.ts';

interface LabelFieldProps {
  readonly value: Label;
  readonly onCommit: (label: Label) => void;
}

const CODE = /^[A-Z][A-Z0-9-]{1,11}$/;

/** Policy, classification and releasability. */
export const LabelField = ({ value, onCommit }: LabelFieldProps) => {
  const t = useWords();
  const participants = useRecords('participant');
  const policy = POLICIES.find(({ id }) => id === value.policy);
  const levels = policy?.levels.map(({ id }) => id) ?? [];
  return (
    <Stack gap={8}>
      <Select
        label={t('ui.policy')}
        data={POLICIES.map(({ id }) => id)}
        value={value.policy}
        allowDeselect={false}
        onChange={(id) => {
          const next = POLICIES.find((candidate) => candidate.id === id);
          const lowest = next?.levels[0]?.id;
          if (next !== undefined && lowest !== undefined && next.id !== value.policy) {
            onCommit({ ...value, policy: next.id, classification: lowest });
          }
        }}
      />
      <Select
        label={t('ui.classification')}
        data={levels.includes(value.classification) ? levels : [...levels, value.classification]}
        value={value.classification}
        allowDeselect={false}
        onChange={(classification) => classification !== null && onCommit({ ...value, classification })}
      />
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
    </Stack>
  );
};
