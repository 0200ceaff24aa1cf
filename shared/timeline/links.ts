/** Dependencies as lines between bars, indexed by where they run, so that a frame asks only for those in sight. */
import Flatbush from 'flatbush';
import type { PlanState } from '../plan/state.ts';
import { linkTimes } from '../plan/dependency/ends.ts';
import { PIECE, type Work, each } from '../work.ts';
import { type Board, middleOf } from './board.ts';

export interface Link {
  readonly id: string;
  /** Indices of the bars: what comes first, and what waits for it. */
  readonly from: number;
  readonly to: number;
  /** When the line leaves what comes first and reaches what waits for it. */
  readonly leave: number;
  readonly reach: number;
  /** What waits begins or ends too early. */
  readonly late: boolean;
}

export interface Links {
  /** Which the lines were laid out for: their bars are its indices. */
  readonly board: Board;
  readonly all: readonly Link[];
  /** The lines of bar `n`, whichever of their ends it is: `of` from `offsets[n]` to before `offsets[n + 1]`. */
  readonly offsets: Uint32Array;
  readonly of: Uint32Array;
  /** Boxes in milliseconds across and pixels of the board down; undefined where there is no line. */
  readonly index: Flatbush | undefined;
}

/** Middle of each bar's first place, by its index; not a number where it stands in no row. */
const middlesOf = function* (board: Board): Work<Float64Array> {
  const middles = new Float64Array(board.bars.length);
  for (let index = 0; index < middles.length; index += 1) {
    if (index % PIECE === 0) yield index;
    middles[index] = middleOf(board, index) ?? Number.NaN;
  }
  return middles;
};

/** Which lines each bar has: counted first, then put in their places. */
const byBar = function* (bars: number, all: readonly Link[]): Work<Pick<Links, 'offsets' | 'of'>> {
  const offsets = new Uint32Array(bars + 1);
  const of = new Uint32Array(2 * all.length);
  const count = (bar: number): void => void (offsets[bar + 1] = (offsets[bar + 1] ?? 0) + 1);
  yield* each(all, ({ from, to }) => {
    count(from);
    count(to);
  });
  for (let bar = 0; bar < bars; bar += 1) offsets[bar + 1] = (offsets[bar + 1] ?? 0) + (offsets[bar] ?? 0);
  const next = offsets.slice();
  let at = 0;
  const put = (bar: number): void => {
    const place = next[bar] ?? 0;
    of[place] = at;
    next[bar] = place + 1;
  };
  yield* each(all, ({ from, to }) => {
    put(from);
    put(to);
    at += 1;
  });
  return { offsets, of };
};

const indexOf = function* (all: readonly Link[], middles: Float64Array): Work<Flatbush | undefined> {
  if (all.length === 0) return undefined;
  const index = new Flatbush(all.length);
  yield* each(all, ({ leave, reach, from, to }) => {
    const [y, z] = [middles[from] ?? 0, middles[to] ?? 0];
    index.add(Math.min(leave, reach), Math.min(y, z), Math.max(leave, reach), Math.max(y, z));
  });
  index.finish();
  return index;
};

/**
 * A line for each dependency whose ends are both drawn, from the end or start that it names.
 * @param board the one that holds every bar in its lane: from afar the same lines lead to other heights.
 */
export const layingLinks = function* (plan: PlanState, board: Board): Work<Links> {
  const { bars, indexOf: barOf } = board;
  const middles = yield* middlesOf(board);
  const all: Link[] = [];
  yield* each(plan.dependency.values(), (link) => {
    if (link.deleted === true) return;
    const { id, from, to } = link;
    const [first, second] = [barOf.get(from) ?? -1, barOf.get(to) ?? -1];
    const [a, b] = [bars[first], bars[second]];
    if (a === undefined || b === undefined || Number.isNaN(middles[first]) || Number.isNaN(middles[second])) return;
    const { leave, reach, late } = linkTimes(link, a, b);
    all.push({ id, from: first, to: second, leave, reach, late });
  });
  return { board, all, ...(yield* byBar(bars.length, all)), index: yield* indexOf(all, middles) };
};

/** Thrown out of a search that has found too much: it has no other way to end early. */
const ENOUGH = new Error('more than was asked for');

/**
 * The lines that touch a stretch of time and heights of the board, by their numbers.
 * @param counts which of them count
 * @returns undefined when there are more than `most`; a search that is given up costs no more for a larger plan
 */
export const linksTouching = (
  { index }: Links,
  [start, end, top, bottom]: readonly [start: number, end: number, top: number, bottom: number],
  most: number,
  counts: (at: number) => boolean,
): readonly number[] | undefined => {
  let found = 0;
  try {
    return index?.search(start, top, end, bottom, (at) => {
      if (!counts(at)) return false;
      found += 1;
      if (found > most) throw ENOUGH;
      return true;
    });
  } catch (error) {
    if (error === ENOUGH) return undefined;
    throw error;
  }
};
