import { type Virtualizer, useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, type MouseEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { Matrix } from '#shared/matrix/matrix.ts';
import { openInspector, select, useView } from '../../state/view.ts';
import { useWords } from '../../ui/words.ts';
import { type Cursor, presentColumn } from './cursor.ts';
import { addTo, entryAt, moveTo, rename } from './edits.ts';
import { MatrixCell, type Writing } from './MatrixCell.tsx';
import { nameOfBar } from './table.ts';
import { matrixKeys } from './useMatrixKeys.ts';
import type { MatrixWords } from './useMatrix.ts';

const HEAD = 180;
const COLUMN = 190;
/** A title of one line needs no wider column, however large the window is. */
const WIDEST = 340;
const LINE = 22;
const PADDING = 8;
const HEAD_HEIGHT = 40;
const NOTHING: readonly string[] = [];

interface GridProps {
  readonly matrix: Matrix;
  readonly words: MatrixWords;
  readonly cursor: Cursor;
  readonly onCursor: (cursor: Cursor) => void;
  /** An entry was moved or added: the cursor goes where it stands in the matrix that is made then. */
  readonly onFollow: (id: string, to: Cursor) => void;
  readonly writing: Writing | undefined;
  readonly onWriting: (writing: Writing | undefined) => void;
  /** Keys of the rows that show all of their entries, however many. */
  readonly open: ReadonlySet<string>;
  readonly onOpenRow: (key: string) => void;
}

/** Which cell and entry an event is about. */
const placeOf = (event: MouseEvent): (Cursor & { readonly onEntry: boolean }) | undefined => {
  const target = event.target instanceof Element ? event.target : undefined;
  const cell = target?.closest<HTMLElement>('[role="gridcell"]');
  if (cell === null || cell === undefined) return undefined;
  const entry = target?.closest<HTMLElement>('[data-entry]')?.dataset['entry'];
  return {
    row: Number(cell.dataset['row']),
    column: Number(cell.dataset['column']),
    entry: Number(entry ?? 0),
    onEntry: entry !== undefined,
  };
};

/** Dragging an entry to another cell; Escape, or a drop outside, leaves it where it was. */
const useDragging = ({ matrix, onFollow }: GridProps) => {
  const [from, setFrom] = useState<Cursor | undefined>();
  return {
    onDragStart: (event: DragEvent): void => {
      const place = placeOf(event);
      if (place === undefined || !place.onEntry) return;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', entryAt(matrix, place)?.bar.title ?? '');
      setFrom(place);
    },
    onDragOver: (event: DragEvent): void => {
      if (from !== undefined && placeOf(event) !== undefined) event.preventDefault();
    },
    onDrop: (event: DragEvent): void => {
      const to = placeOf(event);
      const entry = from && entryAt(matrix, from);
      if (to === undefined || from === undefined || entry === undefined) return;
      event.preventDefault();
      if (moveTo(matrix, entry, from, to)) onFollow(entry.bar.id, to);
    },
    onDragEnd: (): void => setFrom(undefined),
  };
};

/** Entries of a cell that show before its row is opened. */
const SHOWN = 6;

/** How many lines a row has as it shows: where some are left out, one says how many. */
const shownLines = (matrix: Matrix, row: number, open: ReadonlySet<string>): number => {
  const lines = matrix.lines(row);
  return open.has(matrix.rows[row]?.key ?? '') ? lines : Math.min(lines, SHOWN);
};

type Axis = Virtualizer<HTMLDivElement, Element>;

/** The width of a column: the window's, shared out, as far as titles gain from it. */
const columnWidth = (room: number, count: number): number =>
  Math.min(WIDEST, Math.max(COLUMN, Math.floor((room - HEAD) / Math.max(1, count))));

/** Rows as high as their fullest cell, columns of one width; only what shows is drawn. */
const useAxes = (
  { matrix, open }: GridProps,
  scroller: RefObject<HTMLDivElement | null>,
): { readonly rows: Axis; readonly columns: Axis } => {
  const rows = useVirtualizer({
    count: matrix.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => shownLines(matrix, row, open) * LINE + PADDING,
    overscan: 4,
    // Rows begin below the heads, which stay: what is cut off by them is cut off at the end.
    scrollPaddingEnd: HEAD_HEIGHT,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: matrix.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth(scroller.current?.clientWidth ?? 0, matrix.columns.length),
    overscan: 2,
    scrollPaddingEnd: HEAD,
  });
  // Opened where the plan stands now, steps of time with the exercise that lies ahead.
  useEffect(() => {
    if (matrix.columns.length > 0) columns.scrollToIndex(presentColumn(matrix), { align: 'start' });
    // Other columns are another wall; a changed plan is not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [matrix.spec.columns]);
  // Another window is another width for all of them.
  const room = columns.scrollRect?.width;
  const count = matrix.columns.length;
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => columns.measure(), [room, count, columns]);
  // Heights follow from the matrix, and are asked for again when it is another.
  useEffect(() => rows.measure(), [matrix, open, rows]);
  return { rows, columns };
};

/** The field in a cell: when it opens, and what becomes of what was written. */
const useWriting = (
  { matrix, cursor, writing, onWriting, onFollow }: GridProps,
  scroller: RefObject<HTMLDivElement | null>,
) => {
  const write = (mode: Writing['mode']): void => {
    const entry = entryAt(matrix, cursor);
    onWriting({ mode, text: mode === 'rename' && entry !== undefined ? nameOfBar(entry.bar) : '' });
  };
  const written = (text: string | undefined): void => {
    if (writing === undefined) return;
    onWriting(undefined);
    scroller.current?.focus();
    if (text === undefined) return;
    const entry = entryAt(matrix, cursor);
    if (writing.mode === 'rename' && entry !== undefined && text !== writing.text) rename(entry, text);
    const added = writing.mode === 'add' ? addTo(matrix, cursor, text) : undefined;
    if (added !== undefined) onFollow(added, cursor);
  };
  return { write, written };
};

const Heads = ({
  matrix,
  words,
  columns,
  width,
}: Pick<GridProps, 'matrix' | 'words'> & { readonly columns: Axis; readonly width: number }) => (
  <div role="row" aria-rowindex={1} className="matrix-heads" style={{ width, height: HEAD_HEIGHT }}>
    <div role="columnheader" className="matrix-corner" style={{ width: HEAD }} aria-colindex={1}>
      {words.corner}
    </div>
    {columns.getVirtualItems().map(({ index, start, size }) => {
      const column = matrix.columns[index];
      return column === undefined ? null : (
        <div
          key={column.key}
          role="columnheader"
          className="matrix-head figure"
          aria-colindex={index + 2}
          style={{ left: HEAD + start, width: size }}
          title={words.column(column)}
        >
          <span className="matrix-head-name">{words.column(column)}</span>
          {words.dayOf(column) !== '' && <span className="matrix-head-day">{words.dayOf(column)}</span>}
        </div>
      );
    })}
  </div>
);

interface RowProps extends Pick<GridProps, 'matrix' | 'words' | 'cursor' | 'writing' | 'open'> {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly columns: Axis;
  readonly gridId: string;
  readonly onWritten: (text: string | undefined) => void;
}

const Row = (props: RowProps) => {
  const { matrix, words, cursor, writing, open, index, top, height, width, columns, gridId, onWritten } = props;
  const t = useWords();
  const selectedIds = useView((state) => state.selection?.ids ?? NOTHING);
  const row = matrix.rows[index];
  if (row === undefined) return null;
  return (
    <div role="row" aria-rowindex={index + 2} className="matrix-row" style={{ top, height, width }}>
      <div role="rowheader" className="matrix-row-head" aria-colindex={1} style={{ width: HEAD }}>
        <div className="matrix-row-name">{words.row(row)}</div>
      </div>
      {columns.getVirtualItems().map(({ index: column, start, size }) => {
        const head = matrix.columns[column];
        const here = cursor.row === index && cursor.column === column;
        return head === undefined ? null : (
          <MatrixCell
            key={head.key}
            entries={matrix.at(index, column)}
            row={index}
            column={column}
            left={HEAD + start}
            width={size}
            id={`${gridId}-${index}-${column}`}
            label={t('matrix.cell', { row: words.row(row), column: words.column(head) })}
            cursor={here ? cursor.entry : -1}
            selectedIds={selectedIds}
            shown={open.has(row.key) ? undefined : SHOWN}
            writing={here ? writing : undefined}
            onWritten={onWritten}
          />
        );
      })}
    </div>
  );
};

/** The grid itself: heads that stay, and only the cells that show. */
export const MatrixGrid = (props: GridProps) => {
  const { matrix, words, cursor, writing, open, onCursor, onWriting, onFollow, onOpenRow } = props;
  const t = useWords();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, columns } = useAxes(props, scroller);
  const dragging = useDragging(props);
  const { write, written } = useWriting(props, scroller);
  const setCursor = (next: Cursor): void => {
    onCursor(next);
    const key = matrix.rows[next.row]?.key;
    if (key !== undefined && next.entry >= SHOWN - 1) onOpenRow(key);
    rows.scrollToIndex(next.row);
    columns.scrollToIndex(next.column);
    const entry = entryAt(matrix, next);
    if (entry !== undefined) select(entry.bar.kind, [entry.bar.id]);
  };
  const width = HEAD + columns.getTotalSize();
  return (
    <div
      ref={scroller}
      role="grid"
      className="matrix-grid"
      aria-label={t('matrix.title')}
      aria-rowcount={matrix.rows.length + 1}
      aria-colcount={matrix.columns.length + 1}
      aria-activedescendant={`${gridId}-${cursor.row}-${cursor.column}`}
      tabIndex={0}
      onKeyDown={matrixKeys({ matrix, cursor, onCursor: setCursor, onWrite: write, onMoved: onFollow })}
      onClick={(event) => {
        const place = placeOf(event);
        if (place !== undefined) setCursor(place);
      }}
      onDoubleClick={(event) => {
        const place = placeOf(event);
        if (place?.onEntry === true) openInspector();
        else if (place !== undefined) onWriting({ mode: 'add', text: '' });
      }}
      {...dragging}
    >
      <Heads matrix={matrix} words={words} columns={columns} width={width} />
      <div role="rowgroup" className="matrix-body" style={{ width, height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, size }) => (
          <Row
            key={matrix.rows[index]?.key}
            {...{ matrix, words, cursor, writing, open, index, width, columns, gridId }}
            top={start}
            height={size}
            onWritten={written}
          />
        ))}
      </div>
    </div>
  );
};
