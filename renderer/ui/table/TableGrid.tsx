import { cellsOf } from './tsv.ts';
import { type Virtualizer, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  type MouseEvent,
  type RefObject,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { tellDone } from '../perform.ts';
import { takeCaret } from '../caret.ts';
import { useWords } from '../words.ts';
import { type Column, toTsv } from './columns.ts';
import { pick } from './selection.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow, TableTotals } from './TableRow.tsx';
import { onTableKey, type TableKeys } from './useTableKeys.ts';
import type { TableColumns, VisibleColumn } from './useTableLayout.ts';

const ROW_HEIGHT = 28;

export interface GridProps<R> {
  readonly label: string;
  readonly getId: (row: R) => string;
  readonly selectedIds: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
  /** Enter and double click. */
  readonly onOpen: (id: string) => void;
  /** Delete; left out where rows cannot be deleted. */
  readonly onDelete?: (ids: readonly string[]) => void;
  /** Gets a block of cells pasted from a spreadsheet. */
  readonly onPaste?: (cells: readonly (readonly string[])[]) => void;
}

interface ShownProps<R> extends GridProps<R> {
  /** The rows that the filter left, in order. */
  readonly shown: readonly R[];
  readonly layout: TableColumns<R>;
}

/** Which rows are picked, where the cursor is, and what keys and clicks do about it. */
const usePicking = <R,>({ shown, getId, selectedIds, onSelect }: ShownProps<R>) => {
  const order = useMemo(() => shown.map(getId), [shown, getId]);
  const [from, setFrom] = useState<string | undefined>();
  const [activeId, setActiveId] = useState<string | undefined>();
  const current = activeId ?? selectedIds.at(-1);
  const active = Math.max(0, current === undefined ? 0 : order.indexOf(current));
  const choose = (index: number, how: { readonly range: boolean; readonly toggle: boolean }): void => {
    const id = order[index];
    if (id === undefined) return;
    const next = pick(order, { ids: selectedIds, from: from ?? selectedIds[0] }, id, how);
    setFrom(next.from);
    setActiveId(id);
    onSelect(next.ids);
  };
  return { order, active, choose };
};

type Picking = ReturnType<typeof usePicking>;

const useClipboard = <R,>({ shown, layout, getId, selectedIds, onPaste }: ShownProps<R>) => {
  const t = useWords();
  return {
    onCopy: (event: ClipboardEvent): void => {
      const selected = new Set(selectedIds);
      const rows = shown.filter((row) => selected.has(getId(row)));
      if (rows.length === 0) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', toTsv(rows, layout.visible));
      tellDone(t('ui.copied', { count: rows.length }));
    },
    onPaste: (event: ClipboardEvent): void => {
      const cells = cellsOf(event.clipboardData.getData('text/plain'));
      if (onPaste !== undefined && cells.length > 0) onPaste(cells);
    },
  };
};

/** Which cell is edited, if one is; the row follows its record when editing moves it. */
const useCellEditing = <R,>(
  { layout, shown: rows }: ShownProps<R>,
  { order, active }: Picking,
  column: number,
  grid: RefObject<HTMLElement | null>,
) => {
  const [cell, setCell] = useState<{ readonly id: string; readonly column: string } | undefined>();
  const begin = (): void => {
    const shown = layout.visible[Math.min(column, layout.visible.length - 1)];
    const row = rows[active];
    const id = order[active];
    // Some rows of an editable column have nothing to edit.
    if (row === undefined || id === undefined || shown?.edit?.(row, () => undefined) === undefined) return;
    setCell({ id, column: shown.id });
  };
  const onEdited = useCallback(
    (back: boolean): void => {
      setCell(undefined);
      if (back) grid.current?.focus();
    },
    [grid],
  );
  return { cell, begin, onEdited };
};

/** Clicks, with the row found by what was clicked: one listener for all rows. */
const mouseOf = <R,>({ onOpen }: ShownProps<R>, { order, choose }: Picking) => {
  const rowOf = (target: EventTarget): number => {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-id]')?.dataset['id'] : undefined;
    return id === undefined ? -1 : order.indexOf(id);
  };
  return {
    onClick: (event: MouseEvent): void => {
      const row = rowOf(event.target);
      if (row >= 0) choose(row, { range: event.shiftKey, toggle: event.ctrlKey || event.metaKey });
    },
    onDoubleClick: (event: MouseEvent): void => {
      const id = order[rowOf(event.target)];
      if (id !== undefined) onOpen(id);
    },
  };
};

interface BodyProps<R> extends ShownProps<R> {
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly picking: Picking;
  readonly columns: readonly Column<R>[];
  readonly column: number;
  readonly gridId: string;
  readonly editing: ReturnType<typeof useCellEditing>;
}

const Body = <R,>({ shown, selectedIds, virtual, picking, columns, column, gridId, editing }: BodyProps<R>) => {
  const selected = useMemo(() => new Set(selectedIds), [selectedIds]);
  return (
    <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = shown[index];
        const id = picking.order[index];
        if (row === undefined || id === undefined) return null;
        return (
          <TableRow
            key={id}
            row={row}
            id={id}
            index={index}
            columns={columns}
            top={start}
            selected={selected.has(id)}
            cursor={index === picking.active ? Math.min(column, columns.length - 1) : -1}
            gridId={gridId}
            editing={editing.cell?.id === id ? columns.findIndex((each) => each.id === editing.cell?.column) : -1}
            onEdited={editing.onEdited}
          />
        );
      })}
    </div>
  );
};

/** Words share the room that is left by their widths; figures stay close to their heads. */
const trackOf = <R,>({ width, align, sized }: VisibleColumn<R>, index: number, all: readonly unknown[]): string => {
  if (index === all.length - 1) return `minmax(${width}px, ${width}fr)`;
  return sized || align === 'right' ? `${width}px` : `minmax(${width}px, ${width}fr)`;
};

/** Every row is a grid of its own, so the widths may depend on nothing that stands in one of them. */
const tracksOf = <R,>(columns: readonly VisibleColumn<R>[]): CSSProperties => ({
  ['--table-columns' as string]: columns.map(trackOf).join(' '),
  ['--table-width' as string]: `${columns.reduce((sum, { width }) => sum + width, 0)}px`,
});

interface Place {
  readonly column: number;
  readonly setColumn: (column: number) => void;
  /** Rows of a page. */
  readonly page: number;
  readonly show: (row: number) => void;
}

/** What the keys do to rows, columns and selection. */
const keysOf = <R,>(
  { shown, layout, selectedIds, onSelect, onOpen, onDelete }: ShownProps<R>,
  { order, active, choose }: Picking,
  edit: () => void,
  { column, setColumn, page, show }: Place,
): TableKeys => ({
  rows: shown.length,
  columns: layout.visible.length,
  // Nothing selected yet: the first arrow key selects the first row.
  row: selectedIds.length === 0 && active === 0 ? -1 : active,
  column,
  page,
  goTo: (row, how) => {
    choose(row, how);
    show(row);
  },
  goToColumn: setColumn,
  toggle: () => choose(active, { range: false, toggle: true }),
  selectAll: () => onSelect(order),
  clear: () => onSelect([]),
  open: () => order[active] !== undefined && onOpen(order[active]),
  edit,
  remove: () => selectedIds.length > 0 && onDelete?.(selectedIds),
});

/** The rows themselves: only those in sight are drawn; one place in the tab order, the cursor moves inside. */
export const TableGrid = <R,>(props: ShownProps<R>) => {
  const { label, shown, layout } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [column, setColumn] = useState(0);
  const picking = usePicking(props);
  const { active } = picking;
  const editing = useCellEditing(props, picking, column, scroller);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
    scrollPaddingEnd: ROW_HEIGHT,
  });
  const columns = layout.visible;
  const drawn = virtual.getVirtualItems().some(({ index }) => index === active);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className="table-grid"
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={shown.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={drawn ? `${gridId}-cursor` : undefined}
      style={tracksOf(columns)}
      onFocus={({ target, currentTarget }) => target === currentTarget && takeCaret(currentTarget)}
      onKeyDown={(event) =>
        onTableKey(
          event,
          keysOf(props, picking, editing.begin, {
            column,
            setColumn,
            page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 2),
            show: virtual.scrollToIndex,
          }),
        )
      }
      {...mouseOf(props, picking)}
      {...useClipboard(props)}
    >
      <TableHead columns={columns} layout={layout} />
      <Body
        {...props}
        virtual={virtual}
        picking={picking}
        columns={columns}
        column={column}
        gridId={gridId}
        editing={editing}
      />
      {columns.some(({ total }) => total !== undefined) && <TableTotals columns={columns} rows={shown} />}
    </div>
  );
};
