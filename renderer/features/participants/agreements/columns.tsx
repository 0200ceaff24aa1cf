import { useMemo } from 'react';
import { useTimeText } from '../../../state/time.ts';
import { SeverityIcon } from '../../../ui/FindingLines.tsx';
import type { Column } from '../../../ui/table/columns.ts';
import { useWords, wordFor } from '../../../ui/words.ts';
import type { AgreementRow } from './rows.ts';

type Words = ReturnType<typeof useWords>;

const dateColumn = (
  id: 'from' | 'until',
  header: string,
  time: ReturnType<typeof useTimeText>,
): Column<AgreementRow> => ({
  id,
  header,
  value: (row) => row[id],
  time: (row) => row[id],
  render: (row) => {
    const ms = row[id];
    return ms === undefined ? '' : time(ms);
  },
  width: 130,
});

const paperColumns = (t: Words): readonly Column<AgreementRow>[] => [
  {
    id: 'type',
    header: t('agreements.column.type'),
    value: ({ agreement }) => wordFor(`agreements.type.${agreement.type}`),
    width: 200,
  },
  { id: 'title', header: t('agreements.column.title'), value: ({ agreement }) => agreement.title, width: 320 },
  { id: 'host', header: t('agreements.column.host'), value: ({ host }) => host, width: 70 },
  { id: 'nations', header: t('agreements.column.nations'), value: ({ nations }) => nations, width: 220 },
];

/** The columns of the register. */
export const useAgreementColumns = (): readonly Column<AgreementRow>[] => {
  const t = useWords();
  const time = useTimeText();
  return useMemo(
    () => [
      ...paperColumns(t),
      {
        id: 'state',
        header: t('agreements.column.state'),
        value: ({ state }) => wordFor(`agreements.state.${state}`),
        width: 140,
      },
      dateColumn('from', t('agreements.column.from'), time),
      dateColumn('until', t('agreements.column.until'), time),
      {
        id: 'findings',
        header: t('agreements.column.findings'),
        value: ({ findings }) => findings,
        render: ({ findings }) =>
          findings === 0 ? (
            ''
          ) : (
            <>
              <SeverityIcon severity="warning" /> {findings}
            </>
          ),
        width: 80,
        align: 'right',
      },
      {
        id: 'reference',
        header: t('agreements.column.reference'),
        value: ({ agreement }) => agreement.reference,
        width: 120,
      },
    ],
    [t, time],
  );
};
