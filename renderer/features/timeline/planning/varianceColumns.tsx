import { useMemo } from 'react';
import type { Variance } from '#shared/plan/baseline/variance.ts';
import { type PlanState, recordOf } from '#shared/plan/state.ts';
import type { Span } from '#shared/plan/times.ts';
import { titleOf } from '#shared/plan/title.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { useTimeText } from '../../../state/time.ts';
import { signedDuration } from '../../../ui/planning/distance.ts';
import type { Column } from '../../../ui/table/columns.ts';
import { useWords, wordFor } from '../../../ui/words.ts';

export interface VarianceRow extends Variance {
  readonly title: string;
}

export const varianceRows = (plan: PlanState, variances: readonly Variance[]): readonly VarianceRow[] =>
  variances.map((variance) => {
    const record = recordOf(plan, variance.kind, variance.id);
    return { ...variance, title: record === undefined ? '' : titleOf(record) };
  });

const timeColumn = (
  id: string,
  header: string,
  read: (row: VarianceRow) => Span | undefined,
  time: ReturnType<typeof useTimeText>,
): Column<VarianceRow> => ({
  id,
  header,
  value: (row) => read(row)?.start,
  time: (row) => read(row)?.start,
  render: (row) => {
    const span = read(row);
    return span === undefined ? '' : time(span.start);
  },
  width: 130,
});

const differenceColumn = (id: 'start' | 'end', header: string, locale: string): Column<VarianceRow> => ({
  id,
  header,
  value: (row) => (row.state === 'moved' || row.state === 'same' ? row[id] : undefined),
  saved: (row) => (row.state === 'moved' || row.state === 'same' ? signedDuration(row[id], locale) : undefined),
  render: (row) => (row.state === 'moved' || row.state === 'same' ? signedDuration(row[id], locale) : ''),
  width: 130,
  align: 'right',
});

/** The columns of the list of variances. */
export const useVarianceColumns = (): readonly Column<VarianceRow>[] => {
  const t = useWords();
  const time = useTimeText();
  const locale = usePreferences((state) => state.language);
  return useMemo(
    () => [
      { id: 'title', header: t('planning.column.title'), value: ({ title }) => title, width: 240 },
      { id: 'kind', header: t('planning.column.kind'), value: ({ kind }) => wordFor(`app.kind.${kind}`), width: 100 },
      {
        id: 'state',
        header: t('planning.column.state'),
        value: ({ state }) => wordFor(`planning.state.${state}`),
        width: 95,
      },
      timeColumn('before', t('planning.column.before'), ({ before }) => before, time),
      timeColumn('now', t('planning.column.now'), ({ now }) => now, time),
      differenceColumn('start', t('planning.column.start'), locale),
      differenceColumn('end', t('planning.column.end'), locale),
    ],
    [t, time, locale],
  );
};
