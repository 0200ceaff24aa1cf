/** Long work done a little at a time, so that the window answers all the while. */
import type { Work } from '#shared/work.ts';

/** Milliseconds of work between two breaths: with what else a frame has to do, far below what a person notices. */
const SLICE_MS = 5;

/** What is done in this needs no breath: it adds next to nothing to whatever began it. */
const AT_ONCE_MS = 2;

export interface SliceOptions {
  /** Called once per slice with how many items are done. */
  readonly onProgress?: (done: number) => void;
  /** When it is aborted, the work is dropped where it is. */
  readonly signal?: AbortSignal | undefined;
}

/** Thrown to whoever waits for work that was dropped. */
export class Dropped extends Error {
  constructor() {
    super('the work was dropped');
  }
}

const message = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      // Named here, so that both ends are held until the message has come.
      port2.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });

const timer = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Lets the window do what waits: input, frames, timers. The browser's own `scheduler.yield` would come back before any
 * timer, and so do a few messages in a row; a chain of timers is slowed down to one every 4 ms. A timer that begins in a
 * message is neither. In a window that nobody sees timers hardly run at all, and nobody waits for one.
 */
export const breathe = async (): Promise<void> => {
  if (typeof MessageChannel === 'undefined') return timer();
  await message();
  if (document.visibilityState === 'visible') await timer();
  return undefined;
};

/** Goes on with work for so many milliseconds. */
const advance = <T>(work: Work<T>, ms: number): IteratorResult<number, T> => {
  const end = performance.now() + ms;
  let next = work.next();
  while (next.done !== true && performance.now() < end) next = work.next();
  return next;
};

const dropIfStopped = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted === true) throw new Dropped();
};

/**
 * Runs work to its end: at once where it is little, else with a breath before, between and after the slices. Whoever
 * begins it has mostly done something already, and whoever waits for it has something to do then; neither comes on top
 * of a slice. @throws Dropped when it was aborted.
 */
export const inSlices = async <T>(work: Work<T>, { onProgress, signal }: SliceOptions = {}): Promise<T> => {
  // Stopped before it began: little work is dropped like much.
  dropIfStopped(signal);
  let next = advance(work, AT_ONCE_MS);
  if (next.done === true) return next.value;
  for (;;) {
    if (next.done !== true) onProgress?.(next.value);
    await breathe();
    dropIfStopped(signal);
    if (next.done === true) return next.value;
    next = advance(work, SLICE_MS);
  }
};
