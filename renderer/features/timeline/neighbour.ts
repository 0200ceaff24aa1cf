/** Walking the bars by keyboard: along a row in time, and to the row above or below. */
import type { Bar } from '#shared/timeline/bars.ts';
import type { Board, BoardRow } from '#shared/timeline/board.ts';

/** The bars of a row in the order of time, those in the strip of a crowded one too; none where it is folded. */
const barsOfRow = ({ bars }: Board, row: BoardRow | undefined): readonly Bar[] => {
  if (row === undefined) return [];
  if (row.bar >= 0) return bars.slice(row.bar, row.bar + 1);
  const indices = [...(row.lanes?.bars ?? []), ...(row.crowded ? row.members : [])];
  return indices.sort((a, b) => a - b).flatMap((index) => bars[index] ?? []);
};

const nearest = (bars: readonly Bar[], start: number): Bar | undefined =>
  bars.reduce<Bar | undefined>(
    (best, bar) => (best === undefined || Math.abs(bar.start - start) < Math.abs(best.start - start) ? bar : best),
    undefined,
  );

interface Place {
  readonly bar: Bar;
  readonly row: BoardRow;
}

/** The bar of the next row with bars, upwards or downwards, that is nearest to a time. */
const inOtherRow = (board: Board, from: number, way: 1 | -1, start: number): Place | undefined => {
  for (let at = from + way; at >= 0 && at < board.rows.length; at += way) {
    const row = board.rows[at];
    const bar = nearest(barsOfRow(board, row), start);
    if (row !== undefined && bar !== undefined) return { bar, row };
  }
  return undefined;
};

/**
 * The bar that an arrow, Home or End leads to from the active one, and the row it is met in, for a bar can stand in
 * several; the first of the board when there is none. Where a row holds a single bar, left and right walk the rows too.
 * @param rowIndex the row in which the active bar is met.
 */
export const neighbour = (
  board: Board,
  activeId: string | undefined,
  key: string,
  rowIndex: number,
): Place | undefined => {
  const active = board.bars[activeId === undefined ? -1 : (board.indexOf.get(activeId) ?? -1)];
  const row = board.rows[rowIndex];
  if (active === undefined || row === undefined) return inOtherRow(board, -1, 1, Number.NEGATIVE_INFINITY);
  const own = barsOfRow(board, row);
  const at = own.findIndex(({ id }) => id === active.id);
  const here = (bar: Bar | undefined): Place | undefined => bar && { bar, row };
  switch (key) {
    case 'ArrowRight':
      return row.bar >= 0 ? inOtherRow(board, rowIndex, 1, active.start) : here(own[at + 1]);
    case 'ArrowLeft':
      return row.bar >= 0 ? inOtherRow(board, rowIndex, -1, active.start) : here(own[at - 1]);
    case 'Home':
      return here(own[0]);
    case 'End':
      return here(own.at(-1));
    default:
      return inOtherRow(board, rowIndex, key === 'ArrowDown' ? 1 : -1, active.start);
  }
};
