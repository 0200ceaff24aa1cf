import { type DragEvent, type MouseEvent, type RefObject, type UIEvent, useId, useRef, useState } from 'react';
import type { Matrix } from '#shared/matrix/matrix.ts';
import { openInspector, select } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { useWords } from '../../ui/words.ts';
import { type Axes, HEAD, LINE, useAxes } from './axes.ts';
import type { Cursor } from './cursor.ts';
import { addTo, entryAt, moveTo, rename } from './edits.ts';
import { titleOf, type Writing } from './MatrixCell.tsx';
import { MatrixHeads, MatrixRow } from './MatrixRow.tsx';
import { nameOfBar } from './table.ts';
import { matrixKeys } from './useMatrixKeys.ts';
import type { MatrixWords } from './useMatrix.ts';

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
  readonly onOpenRow: (key: string, open: boolean) => void;
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

/** So many pixels are scrolled before the entries of very full cells are drawn anew. */
const STRIDE = 20 * LINE;

/** The stretch of the rows that shows, in strides: the entries of a cell of thousands are drawn as far as they show. */
const useSight = (scroller: RefObject<HTMLDivElement | null>) => {
  const [stride, setStride] = useState(0);
  const height = scroller.current?.clientHeight ?? 0;
  return {
    sight: { top: (stride - 1) * STRIDE, height: height + 3 * STRIDE },
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>): void =>
      setStride(Math.floor(currentTarget.scrollTop / STRIDE)),
  };
};

/** Moves the cursor: into sight, onto what is selected then, and into rows that have to be opened for it. */
const useCursorMoves = (props: GridProps, { rows, columns, cap }: Axes) => {
  const t = useWords();
  const { matrix, words, cursor, onCursor, onOpenRow } = props;
  return (next: Cursor): void => {
    onCursor(next);
    const row = matrix.rows[next.row];
    const column = matrix.columns[next.column];
    if (row === undefined || column === undefined) return;
    const cell = matrix.at(next.row, next.column);
    if (cell.length > cap && next.entry >= cap - 1) onOpenRow(row.key, true);
    rows.scrollToIndex(next.row);
    columns.scrollToIndex(next.column);
    const entry = cell[next.entry];
    if (entry === undefined) return;
    select(entry.bar.kind, [entry.bar.id]);
    // Within a cell the grid's own position stays as it was, and says nothing.
    if (next.row === cursor.row && next.column === cursor.column)
      announce(t('matrix.entry', { title: titleOf(entry, t), n: next.entry + 1, count: cell.length }));
    else if (cell.length > 1) announce(t('matrix.cell', { row: words.row(row), column: words.column(column) }));
  };
};

/** The grid itself: heads that stay, and only the cells that show. */
export const MatrixGrid = (props: GridProps) => {
  const { matrix, words, cursor, writing, open, onWriting, onFollow, onOpenRow } = props;
  const t = useWords();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const axes = useAxes(matrix, open, scroller);
  const { rows, columns } = axes;
  const dragging = useDragging(props);
  const { write, written } = useWriting(props, scroller);
  const { sight, onScroll } = useSight(scroller);
  const setCursor = useCursorMoves(props, axes);
  const rowKey = matrix.rows[cursor.row]?.key ?? '';
  const fold = (): boolean => open.has(rowKey) && (onOpenRow(rowKey, false), true);
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
      onScroll={onScroll}
      onKeyDown={matrixKeys({ matrix, cursor, onCursor: setCursor, onWrite: write, onMoved: onFollow, onFold: fold })}
      onClick={(event) => {
        const place = placeOf(event);
        if (place === undefined) return;
        const less = event.target instanceof Element && event.target.closest('.matrix-less') !== null;
        if (less) onOpenRow(matrix.rows[place.row]?.key ?? '', false);
        else setCursor(place);
      }}
      onDoubleClick={(event) => {
        const place = placeOf(event);
        if (place?.onEntry === true) openInspector();
        else if (place !== undefined) onWriting({ mode: 'add', text: '' });
      }}
      {...dragging}
    >
      <MatrixHeads matrix={matrix} words={words} axes={axes} width={width} />
      <div role="rowgroup" className="matrix-body" style={{ width, height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, size }) => (
          <MatrixRow
            key={matrix.rows[index]?.key}
            {...{ matrix, words, axes, cursor, writing, index, width, sight, gridId }}
            isOpen={open.has(matrix.rows[index]?.key ?? '')}
            top={start}
            height={size}
            onWritten={written}
          />
        ))}
      </div>
    </div>
  );
};
