/**
 * Long work that can be laid down and taken up again: it yields how many items are done, so that whoever runs it can
 * show progress, let the window breathe between two pieces, or drop it. Run to its end it is an ordinary function.
 */
export type Work<T> = Generator<number, T, void>;

/** Items between two yields: far below a millisecond of work, far above the price of a yield. */
export const PIECE = 64;

/** Runs work to its end at once. */
export const finish = <T>(work: Work<T>): T => {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
};
