import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type PointerEvent, useRef } from 'react';
import type { Column, Sorting } from './columns.ts';
import type { TableColumns } from './useTableLayout.ts';

const sortOf = (sorting: Sorting | null, id: string): 'ascending' | 'descending' | 'none' =>
  sorting?.column !== id ? 'none' : sorting.descending ? 'descending' : 'ascending';

/** The edge of a column; the keyboard's way to the same is the column chooser. */
const Edge = ({ onResize }: { readonly onResize: (width: number) => void }) => {
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const move = (event: PointerEvent): void => {
    if (drag.current !== null) onResize(drag.current.width + event.clientX - drag.current.x);
  };
  return (
    <span
      className="table-edge"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        // As wide as it shows: a column that took of the room that was left is wider than its least width.
        const shown = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
        drag.current = { x: event.clientX, width: Math.round(shown) };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
};

interface HeadProps<R> {
  readonly columns: readonly Column<R>[];
  readonly layout: TableColumns<R>;
}

/** The sticky header: a click sorts, another turns the order, the edge sets the width. */
export const TableHead = <R,>({ columns, layout }: HeadProps<R>) => (
  <div role="rowgroup" className="table-head">
    <div role="row" aria-rowindex={1} className="table-row">
      {columns.map((column, index) => {
        const sort = sortOf(layout.sorting, column.id);
        const Arrow = sort === 'descending' ? IconChevronDown : IconChevronUp;
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-sort={sort}
            aria-colindex={index + 1}
            className="table-header"
            data-align={column.align}
          >
            <button type="button" tabIndex={-1} className="table-sort" onClick={() => layout.toggleSort(column.id)}>
              <span className="table-cell-text">{column.header}</span>
              {sort !== 'none' && <Arrow size={13} aria-hidden="true" />}
            </button>
            <Edge onResize={(width) => layout.resize(column.id, width)} />
          </div>
        );
      })}
    </div>
  </div>
);
