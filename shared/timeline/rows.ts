/** Swimlanes: bars put into rows by what they have in common, and stacked so that none covers another. */
import type { PlanState } from '../plan/state.ts';
import { find } from '../plan/state.ts';
import type { Bar } from './bars.ts';

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

const keysOf = (bar: Bar, grouping: Grouping): readonly string[] => {
  switch (grouping) {
    case 'participant':
      return bar.participants;
    case 'unit':
      return bar.units;
    case 'location':
      return bar.locations;
    case 'phase':
      return bar.type === 'phase' ? [bar.id] : bar.phase === undefined ? [] : [bar.phase];
    case 'type':
      return [bar.type];
  }
};

const titleFor = (plan: PlanState, grouping: Grouping, key: string): string => {
  switch (grouping) {
    case 'participant':
      return find(plan, 'participant', key)?.name ?? '';
    case 'unit':
      return find(plan, 'unit', key)?.name ?? '';
    case 'location':
      return find(plan, 'location', key)?.name ?? '';
    case 'phase':
      return find(plan, 'activity', key)?.title ?? '';
    case 'type':
      return key;
  }
};

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
 * The rows of a grouping. A bar that belongs to several (three nations in one serial) stands in each of their rows;
 * those that belong to none come last. Rows are in the order of their names: nations before organisations, and phases
 * in the order of their starts.
 */
export const rowsOf = (plan: PlanState, bars: readonly Bar[], grouping: Grouping, room = 0): readonly Row[] => {
  const byKey = new Map<string, Bar[]>();
  const starts = new Map<string, number>();
  for (const bar of bars) {
    const keys = keysOf(bar, grouping);
    for (const key of keys.length === 0 ? [''] : keys) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [bar]);
      else known.push(bar);
      if (!starts.has(key)) starts.set(key, bar.start);
    }
  }
  const rows = [...byKey].map(([key, own]) => ({
    key,
    title: key === '' ? '' : titleFor(plan, grouping, key),
    ...stack(own, room),
  }));
  const last = (row: Row): number => (row.key === '' ? 1 : 0);
  const rank = (row: Row): number => {
    if (grouping === 'phase') return starts.get(row.key) ?? 0;
    return grouping === 'participant' && find(plan, 'participant', row.key)?.type !== 'nation' ? 1 : 0;
  };
  return rows.sort(
    (a, b) =>
      last(a) - last(b) || rank(a) - rank(b) || a.title.localeCompare(b.title, 'en') || (a.key < b.key ? -1 : 1),
  );
};
