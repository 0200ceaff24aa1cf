import { MultiSelect } from '@mantine/core';
import { useWords } from '../words.ts';
import type { Choice } from './ChoiceField.tsx';
import { MIXED, type Mixed } from './mixed.ts';
import { useLateOptions } from './useLateOptions.ts';

interface ChoicesFieldProps<V extends string> {
  readonly label: string;
  readonly value: readonly V[] | Mixed;
  readonly choices: readonly Choice<V>[];
  readonly onCommit: (value: V[]) => void;
}

/** Several of a list. */
export const ChoicesField = <V extends string>({ label, value, choices, onCommit }: ChoicesFieldProps<V>) => {
  const t = useWords();
  const late = useLateOptions();
  return (
    <MultiSelect
      {...late}
      label={label}
      data={choices.map(({ value: id, label: name }) => ({ value: id as string, label: name }))}
      value={value === MIXED ? [] : [...value]}
      placeholder={value === MIXED ? t('ui.mixed') : ''}
      searchable
      limit={80}
      hidePickedOptions
      nothingFoundMessage={t('ui.nothingFound')}
      onChange={(ids) => onCommit(ids.filter((id): id is V => choices.some((choice) => choice.value === id)))}
    />
  );
};
