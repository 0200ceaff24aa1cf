import { MultiSelect } from '@mantine/core';
import { useWords } from '../../../ui/words.ts';

interface SomeOrAllProps {
  readonly label: string;
  /** What stands in the field while all are meant. */
  readonly all: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  /** Null for all of them. */
  readonly rows: readonly string[] | null;
  readonly onPick: (rows: string[] | null) => void;
}

/** A choice of what is printed: some rows, or all when none is named. */
export const SomeOrAll = ({ label, all, data, rows, onPick }: SomeOrAllProps) => {
  const t = useWords();
  return (
    <MultiSelect
      label={label}
      size="xs"
      placeholder={rows === null ? all : ''}
      data={[...data]}
      value={[...(rows ?? [])]}
      searchable
      clearable
      limit={100}
      nothingFoundMessage={t('ui.nothingFound')}
      onChange={(chosen) => onPick(chosen.length === 0 ? null : chosen)}
    />
  );
};
