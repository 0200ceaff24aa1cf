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

interface Yielding {
  readonly yield?: () => Promise<void>;
}

/** Lets the window do what waits: input, frames, timers. */
export const breathe = (): Promise<void> => {
  const scheduler = (globalThis as { readonly scheduler?: Yielding }).scheduler;
  return scheduler?.yield === undefined ? new Promise((resolve) => setTimeout(resolve)) : scheduler.yield();
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
