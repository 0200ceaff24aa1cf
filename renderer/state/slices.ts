/** Long work done a little at a time, so that the window answers all the while. */
import type { Work } from '#shared/work.ts';

/** Milliseconds of work between two breaths: with what else a frame has to do, far below what a person notices. */
const SLICE_MS = 10;

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

/** Runs work to its end, with a breath after each slice. @throws Dropped when it was aborted. */
export const inSlices = async <T>(work: Work<T>, { onProgress, signal }: SliceOptions = {}): Promise<T> => {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    let next = work.next();
    while (next.done !== true && performance.now() < end) next = work.next();
    if (next.done === true) return next.value;
    onProgress?.(next.value);
    await breathe();
    if (signal?.aborted === true) throw new Dropped();
  }
};
