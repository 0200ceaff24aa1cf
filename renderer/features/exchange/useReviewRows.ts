/** The rows of the review as filtered, grouped and folded now; made in slices, so that typing stays fluid. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Review, ReviewEntry } from '#shared/plan/merge/review.ts';
import { Dropped, inSlices } from '../../state/slices.ts';
import { wordFor } from '../../ui/words.ts';
import { filtering, layingOut, type ReviewFilter, type ReviewRow } from './reviewRows.ts';

interface Shown {
  readonly rows: readonly ReviewRow[];
  /** How many entries the filter lets through. */
  readonly entries: readonly ReviewEntry[];
}

const NOTHING: Shown = { rows: [], entries: [] };

const useHaystack = (): ((entry: ReviewEntry) => string) => {
  const known = useRef(new WeakMap<ReviewEntry, string>());
  return useCallback((entry) => {
    const found = known.current.get(entry);
    if (found !== undefined) return found;
    const fields = entry.fields.map(({ field }) => wordFor(`plan.fields.${field}`));
    const text = [entry.title, entry.owner, wordFor(`app.kind.${entry.kind}`), ...fields].join(' ').toLocaleLowerCase();
    known.current.set(entry, text);
    return text;
  }, []);
};

export const useReviewRows = (review: Review, filter: ReviewFilter, folded: ReadonlySet<string>): Shown => {
  const [shown, setShown] = useState(NOTHING);
  const haystack = useHaystack();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const make = async (): Promise<void> => {
      const entries = await inSlices(filtering(review.entries, filter, haystack), { signal });
      const rows = await inSlices(layingOut(entries, filter.grouping, folded), { signal });
      if (!signal.aborted) setShown({ rows, entries });
    };
    make().catch((error: unknown) => {
      if (!(error instanceof Dropped)) throw error;
    });
    return () => controller.abort();
  }, [review, filter, folded, haystack]);
  return shown;
};
