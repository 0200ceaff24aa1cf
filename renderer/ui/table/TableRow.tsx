import { memo } from 'react';
import { numberText } from '../numbers.ts';
import { CellEditor } from './CellEditor.tsx';
import type { Column } from './columns.ts';

const cellText = (value: string | number | undefined): string | undefined =>
  typeof value === 'number' ? numberText(value) : value;

interface RowProps<R> {
  readonly row: R;
  readonly id: string;
  readonly index: number;
  readonly columns: readonly Column<R>[];
  readonly top: number;
  readonly selected: boolean;
  /** The column with the cursor, or -1 when it is in another row. */
  readonly cursor: number;
  readonly gridId: string;
  /** The column that is being edited, or -1. */
  readonly editing: number;
  /** Editing is over; `back` when the rows are to have the focus again. */
  readonly onEdited: (back: boolean) => void;
}

/** One row; the cell with the cursor carries the id that the grid names as its active descendant. */
const Row = <R,>(props: RowProps<R>) => {
  const { row, id, index, columns, top, selected, cursor, gridId, editing, onEdited } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-id={id}
      className="table-row table-body-row"
      data-odd={index % 2 === 1 || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, position) => (
        <div
          key={column.id}
          role="gridcell"
          id={cursor === position ? `${gridId}-cursor` : undefined}
          aria-colindex={position + 1}
          className="table-cell"
          data-align={column.align}
          data-cursor={cursor === position || undefined}
        >
          {editing === position ? (
            <CellEditor onLeave={() => onEdited(false)}>{column.edit?.(row, () => onEdited(true))}</CellEditor>
          ) : column.render === undefined ? (
            <span className="table-cell-text">{cellText(column.value(row))}</span>
          ) : (
            column.render(row)
          )}
        </div>
      ))}
    </div>
  );
};
export const TableRow = memo(Row) as typeof Row;

/** The sums under the columns that have one. */
export const TableTotals = <R,>({
  columns,
  rows,
}: {
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
}) => (
  <div role="rowgroup" className="table-totals">
    <div role="row" aria-rowindex={rows.length + 2} className="table-row">
      {columns.map((column, index) => (
        <div key={column.id} role="gridcell" aria-colindex={index + 1} className="table-cell" data-align={column.align}>
          <span className="table-cell-text">{column.total?.(rows)}</span>
        </div>
      ))}
    </div>
  </div>
);
