import { useWords } from '../words.ts';
import { LateSelect } from './LateSelect.tsx';
import { MIXED, type Mixed } from './mixed.ts';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface ChoiceFieldProps<V extends string> {
  readonly label: string;
  readonly value: V | undefined | Mixed;
  readonly choices: readonly Choice<V>[];
  readonly onCommit: (value: V | undefined) => void;
  readonly required?: boolean;
}

/** One of a list, found by typing; lists longer than what fits are cut until the typing narrows them. */
export const ChoiceField = <V extends string>({
  label,
  value,
  choices,
  onCommit,
  required = false,
}: ChoiceFieldProps<V>) => {
  const t = useWords();
  return (
    <LateSelect
      label={label}
      data={choices.map(({ value: id, label: name }) => ({ value: id as string, label: name }))}
      value={value === MIXED ? null : (value ?? null)}
      placeholder={value === MIXED ? t('ui.mixed') : t('ui.none')}
      searchable
      limit={80}
      clearable={!required}
      allowDeselect={!required}
      nothingFoundMessage={t('ui.nothingFound')}
      clearButtonProps={{ 'aria-label': t('ui.clear', { field: label }) }}
      onChange={(id) => {
        const choice = choices.find((candidate) => candidate.value === id);
        if (choice !== undefined || !required) onCommit(choice?.value);
      }}
    />
  );
};
