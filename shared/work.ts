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

/** Does something with each item, as work that can be laid down between pieces. */
export const each = function* <T>(items: Iterable<T>, visit: (item: T) => void): Work<void> {
  let done = 0;
  for (const item of items) {
    if (done % PIECE === 0) yield done;
    visit(item);
    done += 1;
  }
};

/** `flatMap` as work that can be laid down between pieces. */
export const collecting = function* <T, F>(items: Iterable<T>, map: (item: T) => readonly F[]): Work<F[]> {
  const found: F[] = [];
  yield* each(items, (item) => {
    for (const one of map(item)) found.push(one);
  });
  return found;
};

/** Items that are sorted in one go: about a millisecond. */
const RUN = 2048;

/** Two sorted runs as one; of equal items those of the first come first. */
const merging = function* <T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Work<T[]> {
  const [end, start] = [a.at(-1), b[0]];
  // What was in order before is put together as it is; that is the usual case.
  if (end === undefined || start === undefined || compare(end, start) <= 0) return [...a, ...b];
  const merged: T[] = [];
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (merged.length % RUN === 0) yield merged.length;
    const fromFirst = j >= b.length || (i < a.length && compare(a[i] as T, b[j] as T) <= 0);
    merged.push((fromFirst ? a[i++] : b[j++]) as T);
  }
  return merged;
};

/** `toSorted` as work that can be laid down: stable, as it is. */
export const sorting = function* <T>(items: readonly T[], compare: (a: T, b: T) => number): Work<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < items.length; from += RUN) {
    yield from;
    runs.push(items.slice(from, from + RUN).sort(compare));
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [first = [], second] = [runs[at], runs[at + 1]];
      merged.push(second === undefined ? first : yield* merging(first, second, compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
};
