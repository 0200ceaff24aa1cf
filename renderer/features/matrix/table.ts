import { find } from '#shared/plan/state.ts';
import type { Face } from '#shared/timeline/bars.ts';
import { UNSCHEDULED } from '#shared/matrix/columns.ts';
import type { Matrix } from '#shared/matrix/matrix.ts';
import { usePlan } from '../../state/plan.ts';
import type { TableContent } from '../../ui/table/saveTable.ts';
import { tsvOf } from '../../ui/table/tsv.ts';
import type { MatrixWords } from './useMatrix.ts';

/** Heads first; several entries of a cell stand under each other in it. */
const cellsOf = ({ rows, columns, at }: Matrix, words: MatrixWords): readonly (readonly string[])[] => [
  [words.corner, ...columns.map(words.column)],
  ...rows.map((row, rowIndex) => [
    words.row(row),
    ...columns.map((_, column) =>
      at(rowIndex, column)
        .map(({ bar }) => bar.title)
        .join('\n'),
    ),
  ]),
];

/** The whole matrix as cells of a spreadsheet. */
export const matrixTsv = (matrix: Matrix, words: MatrixWords): string => tsvOf(cellsOf(matrix, words));

/** The records whose names stand in the matrix: those of its entries, its rows and its phases. */
const idsIn = ({ spec, rows, columns, at }: Matrix): readonly string[] => {
  const keys = (heads: readonly { readonly key: string }[]) =>
    heads.flatMap(({ key }) => (key === '' || key === UNSCHEDULED ? [] : [key]));
  const entries = rows.flatMap((_, row) => columns.flatMap((__, column) => at(row, column).map(({ bar }) => bar.id)));
  return [
    ...new Set([
      ...entries,
      ...(spec.rows === 'type' || spec.rows === 'responsible' ? [] : keys(rows)),
      ...(spec.columns === 'phase' ? keys(columns) : []),
    ]),
  ];
};

/** The whole matrix on its way to a file. */
export const matrixContent = (matrix: Matrix, words: MatrixWords): TableContent => {
  const [heads = [], ...rows] = cellsOf(matrix, words);
  return {
    table: { name: words.title, columns: heads.map((header) => ({ header, form: 'text' })), rows },
    ids: idsIn(matrix),
  };
};

/** What is written when an entry is renamed: its title without its number. */
export const nameOfBar = ({ kind, id }: Face): string => {
  const record = find(usePlan.getState().plan, kind, id);
  if (record === undefined) return '';
  return record.kind === 'activity' ? record.title : (record.name ?? '');
};
