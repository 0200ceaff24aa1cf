/** Puts what a list tells of under headings, and those without one last. */
import type { PlanRecord } from '../plan/records.ts';

export interface GroupKey {
  /** Groups stand in the order of these. */
  readonly order: string;
  readonly title: string;
  readonly record?: PlanRecord | undefined;
}

export interface Group<T> {
  readonly key: GroupKey;
  readonly items: readonly T[];
}

/** @param keysOf the groups of an item: one with several stands under each of them. */
export const groupsOf = <T>(items: readonly T[], keysOf: (item: T) => readonly GroupKey[]): readonly Group<T>[] => {
  const groups = new Map<string, { key: GroupKey; items: T[] }>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = groups.get(key.order);
      if (known === undefined) groups.set(key.order, { key, items: [item] });
      else known.items.push(item);
    }
  }
  return [...groups.values()].toSorted((a, b) => (a.key.order < b.key.order ? -1 : 1));
};

/** Behind every other order. */
export const LAST = '\u{10ffff}';
