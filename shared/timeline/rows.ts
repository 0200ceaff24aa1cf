/** Swimlanes: bars put into rows by what they have in common, and stacked so that none covers another. */
import type { PlanState } from '../plan/state.ts';
import type { Bar } from './bars.ts';
import { flatGroups } from './groups.ts';

export const GROUPINGS = ['participant', 'unit', 'location', 'phase', 'type'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A bar's place in its row: `lane` 0 is the topmost. */
export interface PlacedBar {
  readonly bar: Bar;
  readonly lane: number;
}

export interface Row {
  /** The record or type the row stands for; `''` for bars that have none. */
  readonly key: string;
  /** Name of the record; for types and the row of those without, the view finds the word. */
  readonly title: string;
  readonly placed: readonly PlacedBar[];
  readonly lanes: number;
}

/**
 * Puts bars on as few lanes as their overlaps need: each goes to the first lane that is free at its start.
 * @param bars in the order of their starts.
 * @param room least time between two bars of a lane, so that labels and points have their place.
 */
export const stack = (
  bars: readonly Bar[],
  room = 0,
): { readonly placed: readonly PlacedBar[]; readonly lanes: number } => {
  const ends: number[] = [];
  const placed = bars.map((bar) => {
    const free = ends.findIndex((end) => end <= bar.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = Math.max(bar.end, bar.start + room);
    return { bar, lane };
  });
  return { placed, lanes: Math.max(1, ends.length) };
};

/**
 * The rows of a grouping, as the screen has them, but units without their tree. A bar that belongs to several (three
 * nations in one serial) stands in each of their rows; those that belong to none come last.
 */
export const rowsOf = (plan: PlanState, bars: readonly Bar[], grouping: Grouping, room = 0): readonly Row[] =>
  flatGroups(plan, bars, grouping).map(({ key, title, members }) => {
    const own = members.flatMap((index) => bars[index] ?? []);
    return { key, title, ...stack(own, room) };
  });
