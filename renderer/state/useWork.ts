/** What long work makes of the plan, for a view: at once where that is quick, in slices while the window answers where not. */
import { useEffect, useMemo, useState } from 'react';
import type { Work } from '#shared/work.ts';
import { Dropped, inSlices } from './slices.ts';

/** Work on a plan of ordinary size is done in this, in milliseconds, and nothing has to be drawn twice. */
const AT_ONCE_MS = 2;

/** `take` hands out the work to be gone on with: what was begun, and anew whenever that was dropped. */
type Begun<T> = { readonly take: () => Work<T>; readonly made?: never } | { readonly take?: never; readonly made: T };

const begin = <T>(work: () => Work<T>): Begun<T> => {
  const begun = work();
  for (const end = performance.now() + AT_ONCE_MS; performance.now() < end; ) {
    const next = begun.next();
    if (next.done === true) return { made: next.value };
  }
  let rest: Work<T> | undefined = begun;
  return {
    take: () => {
      const taken = rest ?? work();
      rest = undefined;
      return taken;
    },
  };
};

/**
 * What `work` makes; while newer work is under way what was made last, and `first` before that.
 * @param work another function only when there is something else to be made
 */
export const useWork = <T>(work: () => Work<T>, first: T): T => {
  const [last, setLast] = useState({ made: first });
  const begun = useMemo(() => begin(work), [work]);
  useEffect(() => {
    if (begun.take === undefined) return undefined;
    const controller = new AbortController();
    // An effect can end and run again for the same work: what was dropped half done, or done unheard, is no work any more.
    inSlices(begun.take(), controller)
      .then((made) => {
        if (!controller.signal.aborted) setLast({ made });
      })
      .catch((error: unknown) => {
        if (!(error instanceof Dropped)) throw error;
      });
    return () => controller.abort();
  }, [begun]);
  return begun.take === undefined ? begun.made : last.made;
};
