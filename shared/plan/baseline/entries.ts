/** The lines of baselines, as release and merge see them: each speaks of one record, and goes where that goes. */
import type { BaselineEntry } from './schema.ts';

/** Whether a field of a kind is such a list. */
export const isEntryField = (kind: string, field: string): boolean => kind === 'baseline' && field === 'times';

/** The lines that speak of records which `speaks` knows; the same list when that is all of them. */
export const entriesAbout = (
  entries: readonly BaselineEntry[],
  speaks: (id: string) => boolean,
): readonly BaselineEntry[] => {
  const kept = entries.filter(([id]) => speaks(id));
  return kept.length === entries.length ? entries : kept;
};

const byId = ([a]: BaselineEntry, [b]: BaselineEntry): number => (a < b ? -1 : a > b ? 1 : 0);

/** Two redactions of one list brought together: every line that either has. In whatever order, the same. */
export const joinEntries = (a: readonly BaselineEntry[], b: readonly BaselineEntry[]): readonly BaselineEntry[] => {
  const joined = new Map<string, BaselineEntry>();
  for (const entry of [...a, ...b]) {
    const known = joined.get(entry[0]);
    // One word has one line for an id; should a hostile bundle say otherwise, both sides still choose the same.
    if (known === undefined || String(known) < String(entry)) joined.set(entry[0], entry);
  }
  return [...joined.values()].sort(byId);
};
