import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useRecords } from '../../../state/records.ts';
import { useWords } from '../../../ui/words.ts';

interface OnlyOfProps {
  readonly rows: readonly string[] | null;
  readonly onPick: (rows: string[] | null) => void;
}

/** Some participants, or all of them. */
export const OnlyOf = ({ rows, onPick }: OnlyOfProps) => {
  const t = useWords();
  const participants = useRecords('participant');
  const data = useMemo(
    () => participants.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
    [participants],
  );
  return (
    <MultiSelect
      label={t('print.onlyOf')}
      size="xs"
      placeholder={rows === null ? t('print.everybody') : ''}
      data={data}
      value={[...(rows ?? [])]}
      searchable
      clearable
      limit={100}
      nothingFoundMessage={t('ui.nothingFound')}
      onChange={(chosen) => onPick(chosen.length === 0 ? null : chosen)}
    />
  );
};
