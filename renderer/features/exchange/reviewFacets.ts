/** What a review can be filtered by, and how many of its records wait for a choice between two words. */
import type { ReviewEntry } from '#shared/plan/merge/review.ts';
import { KINDS, type Kind } from '#shared/plan/records.ts';
import { type Work, each } from '#shared/work.ts';
import { isDisputed } from './reviewRows.ts';

export interface Facets {
  readonly owners: readonly string[];
  readonly kinds: readonly Kind[];
  readonly disputed: number;
}

export const NO_FACETS: Facets = { owners: [], kinds: [], disputed: 0 };

/** The facets of these entries, as work that can be laid down between them. */
export const findingFacets = function* (entries: readonly ReviewEntry[]): Work<Facets> {
  const owners = new Set<string>();
  const present = new Set<Kind>();
  let disputed = 0;
  yield* each(entries, (entry) => {
    owners.add(entry.owner);
    present.add(entry.kind);
    if (isDisputed(entry)) disputed += 1;
  });
  return { owners: [...owners].sort(), kinds: KINDS.filter((kind) => present.has(kind)), disputed };
};
