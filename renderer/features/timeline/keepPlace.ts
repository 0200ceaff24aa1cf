/** Keeping the place: rows get another height when they are seen from further off, and what was zoomed at stays there. */
import { type Board, type BoardRow, LANE_HEIGHT, ROW_PADDING, firstRowBelow, laneTop } from '#shared/timeline/board.ts';
import { entryAt } from '#shared/timeline/lanes.ts';
import type { Viewport } from './viewport.ts';

/** Lane and index of the bar at a time and a height of its row. */
const barAt = ({ lanes }: BoardRow, at: number, down: number): { lane: number; index: number } | undefined => {
  const lane = Math.floor((down - ROW_PADDING) / LANE_HEIGHT);
  if (lanes === undefined || lane < 0 || lane >= lanes.count) return undefined;
  const entry = entryAt(lanes, lane, at, 1);
  return entry === -1 ? undefined : { lane, index: lanes.bars[entry] ?? -1 };
};

/**
 * Pixels of the board above the window, so that what stands at the focus stays there: the bar where there is one, else
 * the same part of the row.
 * @param before the board as it was seen until now; another plan or other rows leave the window where it is
 */
export const scrollKeeping = (
  before: Board,
  after: Board,
  { scrollTop, focus, origin, msPerPixel }: Pick<Viewport, 'scrollTop' | 'focus' | 'origin' | 'msPerPixel'>,
): number => {
  if (before === after || (before.base ?? before) !== (after.base ?? after)) return scrollTop;
  const y = scrollTop + focus.y;
  const row = firstRowBelow(before.rows, y);
  const [was, is] = [before.rows[row], after.rows[row]];
  if (was === undefined || is === undefined) return scrollTop;
  const down = y - was.top;
  const bar = barAt(was, origin + focus.x * msPerPixel, down);
  if (bar === undefined || after.rowOf[bar.index] !== row) return is.top + (down / was.height) * is.height - focus.y;
  return laneTop(is, after.laneOf[bar.index] ?? -1) + y - laneTop(was, bar.lane) - focus.y;
};
