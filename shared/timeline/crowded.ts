/**
 * Crowded rows seen from afar. Where bars are piled up higher than a window, those too narrow to be read are counted in a
 * strip at the foot of their row, and the row is as high as what is left: phases and exercises stay, hundreds of serials
 * become the load they are. Closer up they come out of the strip again.
 */
import { DAY, MINUTE } from '../time/instant.ts';
import { type Board, type BoardRow, placesOf, rowHeight } from './board.ts';
import type { Bar } from './bars.ts';
import { lanesOf } from './lanes.ts';

/** A row of more lanes than this is crowded: it fills a third of a window and more. */
const CROWDED = 12;

/** Pixels: from this width on a name can be read in a bar. A crowded row counts what is narrower, down to half of it. */
const READABLE = 48;

/** A point in time is wider than it is, and a milestone is looked for from further off: it counts as this long. */
const POINT = 7 * DAY;

/** Steps of zoom at which crowded rows are laid out anew, each twice as far away; in between they keep their form. */
export const distanceOf = (msPerPixel: number): number =>
  Math.max(0, Math.floor(Math.log2((READABLE * msPerPixel) / MINUTE)));

const isCrowded = ({ lanes }: BoardRow): boolean => (lanes?.count ?? 0) > CROWDED;

const known = new WeakMap<Board, { readonly crowded: boolean; readonly byDistance: Map<number, Board> }>();

const knownOf = (board: Board) => {
  const found = known.get(board) ?? { crowded: board.rows.some(isCrowded), byDistance: new Map<number, Board>() };
  known.set(board, found);
  return found;
};

/** Whether a board looks different from afar. */
export const hasCrowded = (board: Board): boolean => knownOf(board).crowded;

const isShort = ({ start, end }: Bar, least: number): boolean => (end === start ? POINT : end - start) < least;

const seenFrom = ({ bars }: Board, row: BoardRow, least: number): BoardRow => {
  if (row.lanes === undefined || !isCrowded(row)) return row;
  const [wide, narrow]: [number[], number[]] = [[], []];
  for (const index of [...row.lanes.bars].sort((a, b) => a - b)) {
    const bar = bars[index];
    if (bar !== undefined) (isShort(bar, least) ? narrow : wide).push(index);
  }
  if (narrow.length === 0) return row;
  const lanes = wide.length === 0 ? undefined : lanesOf(bars, wide);
  return { ...row, lanes, members: narrow, crowded: true, height: rowHeight((lanes?.count ?? 0) + 1) };
};

/** A board as it is seen from a distance; itself where no row is crowded or all bars are wide enough. */
export const boardFrom = (board: Board, distance: number): Board => {
  const { crowded, byDistance } = knownOf(board);
  if (!crowded || distance === 0) return board;
  const made = byDistance.get(distance);
  if (made !== undefined) return made;
  let top = 0;
  const rows = board.rows.map((row) => {
    const seen = { ...seenFrom(board, row, MINUTE * 2 ** distance), top };
    top += seen.height;
    return seen;
  });
  const same = !rows.some((row) => row.crowded);
  const seen = same ? board : { ...board, rows, height: top, ...placesOf(board.bars, rows), base: board, distance };
  byDistance.set(distance, seen);
  return seen;
};
