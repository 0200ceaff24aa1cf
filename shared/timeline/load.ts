/** What a strip counts at a place, in figures. */
import type { Span } from '../plan/times.ts';
import { type Board, type BoardRow, rowDensity } from './board.ts';
import { levelAt } from './density.ts';

export interface Load extends Span {
  /** How many of the row's bars touch the stretch, and the most of them at once. */
  readonly count: number;
  readonly most: number;
}

/** The most spans at once; what ends when another begins is not there with it. */
const mostAtOnce = (spans: readonly Span[]): number => {
  const starts = spans.map(({ start }) => start).sort((a, b) => a - b);
  const ends = spans.map(({ start, end }) => Math.max(end, start + 1)).sort((a, b) => a - b);
  let [most, over] = [0, 0];
  starts.forEach((start, begun) => {
    while ((ends[over] ?? Number.POSITIVE_INFINITY) <= start) over += 1;
    most = Math.max(most, begun + 1 - over);
  });
  return most;
};

/** The step of a row's strip in which an instant lies; undefined where nothing is counted. */
export const loadAt = (board: Board, row: BoardRow, at: number, msPerPixel: number): Load | undefined => {
  if (row.members.length === 0) return undefined;
  const density = rowDensity(board, row);
  const bin = levelAt(density, msPerPixel)?.bin;
  if (bin === undefined) return undefined;
  const start = density.base + Math.floor((at - density.base) / bin) * bin;
  const end = start + bin;
  const spans: Span[] = [];
  for (const index of row.members) {
    const bar = board.bars[index];
    if (bar === undefined || bar.start >= end) break;
    if (bar.end > start || bar.start >= start) spans.push({ start: Math.max(bar.start, start), end: bar.end });
  }
  return spans.length === 0 ? undefined : { start, end, count: spans.length, most: mostAtOnce(spans) };
};
