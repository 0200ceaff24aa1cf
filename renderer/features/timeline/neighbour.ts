/** Walking the bars by keyboard: along a row in time, and to the row above or below. */
import type { Bar } from '#shared/timeline/bars.ts';
import type { Board, BoardRow } from '#shared/timeline/board.ts';

/** The bars of a row in the order of time; none where it shows a density. */
const barsOfRow = ({ bars }: Board, row: BoardRow | undefined): readonly Bar[] => {
  if (row === undefined) return [];
  if (row.bar >= 0) return bars.slice(row.bar, row.bar + 1);
  return row.lanes === undefined ? [] : [...row.lanes.bars].sort((a, b) => a - b).flatMap((index) => bars[index] ?? []);
};

/** The next row with bars, upwards or downwards. */
const otherRow = (board: Board, from: number, way: 1 | -1): readonly Bar[] => {
  for (let at = from + way; at >= 0 && at < board.rows.length; at += way) {
    const found = barsOfRow(board, board.rows[at]);
    if (found.length > 0) return found;
  }
  return [];
};

const nearest = (bars: readonly Bar[], start: number): Bar | undefined =>
  bars.reduce<Bar | undefined>(
    (best, bar) => (best === undefined || Math.abs(bar.start - start) < Math.abs(best.start - start) ? bar : best),
    undefined,
  );

/**
 * The bar that an arrow, Home or End leads to from the active one; the first of the board when there is none.
 * Where a row holds a single bar, left and right walk the rows too.
 */
export const neighbour = (board: Board, activeId: string | undefined, key: string): Bar | undefined => {
  const index = activeId === undefined ? -1 : (board.indexOf.get(activeId) ?? -1);
  const rowIndex = board.rowOf[index] ?? -1;
  const active = board.bars[index];
  if (active === undefined || rowIndex === -1) return otherRow(board, -1, 1)[0];
  const own = barsOfRow(board, board.rows[rowIndex]);
  const at = own.findIndex(({ id }) => id === active.id);
  const single = (board.rows[rowIndex]?.bar ?? -1) >= 0;
  switch (key) {
    case 'ArrowRight':
      return single ? otherRow(board, rowIndex, 1)[0] : own[at + 1];
    case 'ArrowLeft':
      return single ? otherRow(board, rowIndex, -1)[0] : own[at - 1];
    case 'Home':
      return own[0];
    case 'End':
      return own.at(-1);
    default:
      return nearest(otherRow(board, rowIndex, key === 'ArrowDown' ? 1 : -1), active.start);
  }
};
