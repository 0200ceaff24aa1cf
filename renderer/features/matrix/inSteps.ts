/** Work that would hold the window up, done in pieces between which it answers. */

/** Milliseconds of work before the window gets its turn. */
const SLICE = 12;

/**
 * Runs steps to their end, piece by piece.
 * @param done gets the result, unless the work was given up before.
 * @returns gives the work up.
 */
export const inSteps = <T>(steps: Generator<undefined, T>, done: (result: T) => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const piece = (): void => {
    const end = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done === true) return done(step.value);
    } while (performance.now() < end);
    timer = setTimeout(piece);
  };
  timer = setTimeout(piece);
  return () => clearTimeout(timer);
};
