/** What long work makes of the plan, for a view: at once where that is quick, in slices while the window answers where not. */
import { useEffect, useMemo, useState } from 'react';
import type { Work } from '#shared/work.ts';
import { Dropped, inSlices } from './slices.ts';

/** Work on a plan of ordinary size is done in this, in milliseconds, and nothing has to be drawn twice. */
const AT_ONCE_MS = 2;

type Begun<T> = { readonly work: Work<T>; readonly made?: never } | { readonly work?: never; readonly made: T };

const begin = <T>(work: Work<T>): Begun<T> => {
  for (const end = performance.now() + AT_ONCE_MS; performance.now() < end; ) {
    const next = work.next();
    if (next.done === true) return { made: next.value };
  }
  return { work };
};

/**
 * What `work` makes; while newer work is under way what was made last, and `first` before that.
 * @param work another function only when there is something else to be made
 */
export const useWork = <T>(work: () => Work<T>, first: T): T => {
  const [last, setLast] = useState({ made: first });
  const begun = useMemo(() => begin(work()), [work]);
  useEffect(() => {
    if (begun.work === undefined) return undefined;
    const controller = new AbortController();
    inSlices(begun.work, controller)
      .then((made) => {
        if (!controller.signal.aborted) setLast({ made });
      })
      .catch((error: unknown) => {
        if (!(error instanceof Dropped)) throw error;
      });
    return () => controller.abort();
  }, [begun]);
  return begun.work === undefined ? begun.made : last.made;
};
