import { memo } from 'react';
import { numberText } from '../numbers.ts';
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
}

/** One row; the cell with the cursor carries the id that the grid names as its active descendant. */
const Row = <R,>({ row, id, index, columns, top, selected, cursor, gridId }: RowProps<R>) => (
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
        {column.render === undefined ? (
          <span className="table-cell-text">{cellText(column.value(row))}</span>
        ) : (
          column.render(row)
        )}
      </div>
    ))}
  </div>
);
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
