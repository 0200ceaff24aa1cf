import { useMemo } from 'react';
import { useRecords } from '../../../state/records.ts';
import { useWords } from '../../../ui/words.ts';
import { SomeOrAll } from './SomeOrAll.tsx';

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
  return <SomeOrAll label={t('print.onlyOf')} all={t('print.everybody')} data={data} rows={rows} onPick={onPick} />;
};
