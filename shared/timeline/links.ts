/** Dependencies as lines between bars, indexed by where they run, so that a frame asks only for those in sight. */
import Flatbush from 'flatbush';
import type { PlanState } from '../plan/state.ts';
import { MINUTE } from '../time/instant.ts';
import { type Board, middleOf } from './board.ts';

export interface Link {
  readonly id: string;
  /** Indices of the bars: what comes first, and what waits for it. */
  readonly from: number;
  readonly to: number;
  /** When the line leaves what comes first and reaches what waits for it. */
  readonly leave: number;
  readonly reach: number;
  /** Heights within the board. */
  readonly fromY: number;
  readonly toY: number;
  /** What waits begins or ends too early. */
  readonly late: boolean;
}

export interface Links {
  readonly all: readonly Link[];
  /** Boxes in milliseconds across and pixels down; undefined where there is no line. */
  readonly index: Flatbush | undefined;
}

/** Middle of each bar's first place, by its index; not a number where it stands in no row. */
const middlesOf = (board: Board): Float64Array =>
  Float64Array.from(board.bars, (_, index) => middleOf(board, index) ?? Number.NaN);

/** A line for each dependency whose ends are both drawn, from the end or start that it names. */
export const linksOf = (plan: PlanState, board: Board): Links => {
  const { bars, indexOf } = board;
  const middles = middlesOf(board);
  const all: Link[] = [];
  for (const { id, from, to, type, lagMinutes, deleted } of plan.dependency.values()) {
    if (deleted === true) continue;
    const [first, second] = [indexOf.get(from) ?? -1, indexOf.get(to) ?? -1];
    const [a, b] = [bars[first], bars[second]];
    const [fromY, toY] = [middles[first] ?? Number.NaN, middles[second] ?? Number.NaN];
    if (a === undefined || b === undefined || Number.isNaN(fromY) || Number.isNaN(toY)) continue;
    const leave = type === 'FS' || type === 'FF' ? a.end : a.start;
    const reach = type === 'FS' || type === 'SS' ? b.start : b.end;
    const late = reach < leave + lagMinutes * MINUTE;
    all.push({ id, from: first, to: second, leave, reach, fromY, toY, late });
  }
  if (all.length === 0) return { all, index: undefined };
  const index = new Flatbush(all.length);
  for (const { leave, reach, fromY, toY } of all)
    index.add(Math.min(leave, reach), Math.min(fromY, toY), Math.max(leave, reach), Math.max(fromY, toY));
  index.finish();
  return { all, index };
};

/** The lines that touch a stretch of time and heights of the board. */
export const linksWithin = (
  { all, index }: Links,
  start: number,
  end: number,
  top: number,
  bottom: number,
): readonly Link[] => index?.search(start, top, end, bottom).flatMap((at) => all[at] ?? []) ?? [];
