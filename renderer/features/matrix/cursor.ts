/** Where the cursor of the matrix stands, and where keys lead it. */
import type { Matrix } from '#shared/matrix/matrix.ts';
import { exerciseSpan } from '#shared/print/options.ts';
import type { EpochMs } from '#shared/time/instant.ts';
import { usePlan } from '../../state/plan.ts';

export interface Cursor {
  readonly row: number;
  readonly column: number;
  /** The entry within the cell; 0 in an empty one. */
  readonly entry: number;
}

/** Of phases, that in which the plan stands now; of steps of time, the present one or STARTEX where that lies ahead. */
export const openingColumn = ({ spec, columns }: Matrix, startex: EpochMs | undefined, now: EpochMs): number => {
  const at = spec.columns === 'phase' ? now : Math.max(now, startex ?? now);
  return Math.max(
    0,
    columns.findIndex(({ span }) => span !== undefined && span.end > at),
  );
};

/** The same for the open plan, now. */
export const presentColumn = (matrix: Matrix): number =>
  openingColumn(matrix, exerciseSpan(usePlan.getState().plan)?.start, Date.now());

const bounded = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** The cursor kept within the matrix, which may have become smaller. */
export const inBounds = ({ rows, columns, at }: Matrix, { row, column, entry }: Cursor): Cursor => {
  const [r, c] = [bounded(row, rows.length), bounded(column, columns.length)];
  return { row: r, column: c, entry: bounded(entry, Math.max(1, at(r, c).length)) };
};

/** Up and down go through the entries of a cell before they leave it. */
const vertically = (matrix: Matrix, cursor: Cursor, by: 1 | -1): Cursor => {
  const count = matrix.at(cursor.row, cursor.column).length;
  const entry = cursor.entry + by;
  if (entry >= 0 && entry < count) return { ...cursor, entry };
  const row = cursor.row + by;
  if (row < 0 || row >= matrix.rows.length) return cursor;
  return { ...cursor, row, entry: by === 1 ? 0 : Math.max(0, matrix.at(row, cursor.column).length - 1) };
};

/** Where a key leads from here; undefined for keys that lead nowhere. */
export const cursorAfter = (matrix: Matrix, cursor: Cursor, key: string, ctrl: boolean): Cursor | undefined => {
  switch (key) {
    case 'ArrowUp':
      return vertically(matrix, cursor, -1);
    case 'ArrowDown':
      return vertically(matrix, cursor, 1);
    case 'ArrowLeft':
      return inBounds(matrix, { ...cursor, column: cursor.column - 1, entry: 0 });
    case 'ArrowRight':
      return inBounds(matrix, { ...cursor, column: cursor.column + 1, entry: 0 });
    case 'Home':
      return inBounds(matrix, { row: ctrl ? 0 : cursor.row, column: 0, entry: 0 });
    case 'End':
      return inBounds(matrix, {
        row: ctrl ? matrix.rows.length : cursor.row,
        column: matrix.columns.length,
        entry: 0,
      });
    default:
      return undefined;
  }
};

/** Where an entry stands after the matrix was made anew: in the wanted cell, else wherever it is now. */
export const cursorOf = (matrix: Matrix, id: string, wanted: Cursor): Cursor => {
  const inCell = (row: number, column: number): number => matrix.at(row, column).findIndex(({ bar }) => bar.id === id);
  const here = inCell(wanted.row, wanted.column);
  if (here >= 0) return { ...wanted, entry: here };
  for (let row = 0; row < matrix.rows.length; row += 1)
    for (let column = 0; column < matrix.columns.length; column += 1) {
      const entry = inCell(row, column);
      if (entry >= 0) return { row, column, entry };
    }
  return inBounds(matrix, wanted);
};
