/**
 * How much lies in a stretch of time, as a pyramid: the load of fine bins, and of bins twice as long, and so on. A view
 * of years reads a few hundred numbers, however many bars there are.
 */
import type { Span } from '../plan/times.ts';
import { HOUR, MINUTE } from '../time/instant.ts';

interface DensityLevel {
  /** Length of a bin, in milliseconds. */
  readonly bin: number;
  /** Bars at once, on average over the bin. */
  readonly load: Float32Array;
  readonly most: number;
}

export interface Density {
  readonly base: number;
  readonly levels: readonly DensityLevel[];
}

/** Bins of the finest level; finer views show the bars themselves. */
const FINEST_BINS = 4096;
const FINEST = 15 * MINUTE;
/** What a point in time weighs. */
const LEAST = HOUR;

const level = (bin: number, load: Float32Array): DensityLevel => {
  let most = 0;
  for (const value of load) if (value > most) most = value;
  return { bin, load, most };
};

/** Adds spans to bins: the parts at both ends by their share, whole bins by a running sum. */
const finest = (spans: Iterable<Span>, base: number, bin: number, count: number): Float32Array => {
  const partial = new Float32Array(count + 1);
  const change = new Float32Array(count + 2);
  for (const { start, end } of spans) {
    const from = (start - base) / bin;
    const to = (Math.max(end, start + LEAST) - base) / bin;
    const first = Math.floor(from);
    const last = Math.min(count, Math.floor(to));
    if (first === last) {
      partial[first] = (partial[first] ?? 0) + to - from;
      continue;
    }
    partial[first] = (partial[first] ?? 0) + first + 1 - from;
    partial[last] = (partial[last] ?? 0) + Math.min(1, to - last);
    change[first + 1] = (change[first + 1] ?? 0) + 1;
    change[last] = (change[last] ?? 0) - 1;
  }
  let running = 0;
  for (let n = 0; n <= count; n += 1) {
    running += change[n] ?? 0;
    partial[n] = (partial[n] ?? 0) + running;
  }
  return partial;
};

const coarser = ({ bin, load }: DensityLevel): DensityLevel => {
  const next = new Float32Array(Math.ceil(load.length / 2));
  for (let n = 0; n < next.length; n += 1) next[n] = ((load[2 * n] ?? 0) + (load[2 * n + 1] ?? 0)) / 2;
  return level(2 * bin, next);
};

/** @param spans bars that lie within `extent`. */
export const densityOf = (spans: Iterable<Span>, extent: Span): Density => {
  const length = Math.max(extent.end - extent.start, FINEST);
  let bin = FINEST;
  while (length / bin > FINEST_BINS) bin *= 2;
  const count = Math.ceil(length / bin) + 1;
  const levels = [level(bin, finest(spans, extent.start, bin, count))];
  for (let last = levels[0]; last !== undefined && last.load.length > 2; ) {
    last = coarser(last);
    levels.push(last);
  }
  return { base: extent.start, levels };
};

/** The level whose bins take at least two pixels at a zoom, the coarsest at last. */
export const levelAt = ({ levels }: Density, msPerPixel: number): DensityLevel | undefined =>
  levels.find(({ bin }) => bin >= 2 * msPerPixel) ?? levels.at(-1);
