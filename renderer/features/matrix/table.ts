import { find } from '#shared/plan/state.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import type { Matrix } from '#shared/matrix/matrix.ts';
import { usePlan } from '../../state/plan.ts';
import { tsvOf } from '../../ui/table/tsv.ts';
import type { MatrixWords } from './useMatrix.ts';

/** The whole matrix as cells of a spreadsheet; several entries of a cell stand under each other in it. */
export const matrixTsv = ({ rows, columns, at }: Matrix, words: MatrixWords): string =>
  tsvOf([
    ['', ...columns.map(words.column)],
    ...rows.map((row, rowIndex) => [
      words.row(row),
      ...columns.map((_, column) =>
        at(rowIndex, column)
          .map(({ bar }) => bar.title)
          .join('\n'),
      ),
    ]),
  ]);

/** What is written when an entry is renamed: its title without its number. */
export const nameOfBar = ({ kind, id }: Bar): string => {
  const record = find(usePlan.getState().plan, kind, id);
  if (record === undefined) return '';
  return record.kind === 'activity' ? record.title : (record.name ?? '');
};
