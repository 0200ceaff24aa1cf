/** The bars of one row, stacked so that none covers another, indexed so that a window onto them costs only what it shows. */
import type { Span } from '../plan/times.ts';
import { MINUTE } from '../time/instant.ts';

/**
 * Lane by lane, each in the order of time. Bars of a lane do not overlap, so both starts and ends ascend within it and
 * the first bar in sight is found by halving.
 */
export interface Lanes {
  readonly count: number;
  /** Lane `n` holds the entries from `offsets[n]` to `offsets[n + 1]`. */
  readonly offsets: Uint32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Which bar each entry is, as an index into the bars it was made from. */
  readonly bars: Uint32Array;
}

/** A point in time takes a minute of its lane, or two of the same moment would lie on one another. */
const POINT_ROOM = MINUTE;

/** The lane of each member: the first one that is free at its start. */
const assign = (
  bars: readonly Span[],
  members: ArrayLike<number>,
): { readonly lane: Uint32Array; readonly sizes: number[] } => {
  const free: number[] = [];
  const sizes: number[] = [];
  const lane = new Uint32Array(members.length);
  for (let n = 0; n < members.length; n += 1) {
    const bar = bars[members[n] ?? 0];
    if (bar === undefined) continue;
    let own = 0;
    while (own < free.length && (free[own] ?? 0) > bar.start) own += 1;
    free[own] = Math.max(bar.end, bar.start + POINT_ROOM);
    sizes[own] = (sizes[own] ?? 0) + 1;
    lane[n] = own;
  }
  return { lane, sizes };
};

/**
 * Stacks bars on as few lanes as their overlaps need.
 * @param members indices into `bars`, in the order of their starts.
 */
export const lanesOf = (bars: readonly Span[], members: ArrayLike<number>): Lanes => {
  const { lane, sizes } = assign(bars, members);
  const offsets = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, n) => {
    offsets[n + 1] = (offsets[n] ?? 0) + size;
  });
  const next = offsets.slice();
  const starts = new Float64Array(members.length);
  const ends = new Float64Array(members.length);
  const found = new Uint32Array(members.length);
  for (let n = 0; n < members.length; n += 1) {
    const index = members[n] ?? 0;
    const at = next[lane[n] ?? 0] ?? 0;
    next[lane[n] ?? 0] = at + 1;
    starts[at] = bars[index]?.start ?? 0;
    ends[at] = bars[index]?.end ?? 0;
    found[at] = index;
  }
  return { count: Math.max(1, sizes.length), offsets, starts, ends, bars: found };
};

/** The first entry of a lane that ends at `time` or later; the lane's end when none does. */
export const firstEnding = ({ ends }: Lanes, from: number, to: number, time: number): number => {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The entry of a lane nearest to a time, within a reach; -1 when there is none. */
export const entryAt = (lanes: Lanes, lane: number, time: number, reach: number): number => {
  const [from, to] = [lanes.offsets[lane] ?? 0, lanes.offsets[lane + 1] ?? 0];
  let best = -1;
  let distance = reach;
  for (let at = firstEnding(lanes, from, to, time - reach); at < to; at += 1) {
    const start = lanes.starts[at] ?? 0;
    if (start > time + reach) break;
    const away = Math.max(0, start - time, time - (lanes.ends[at] ?? 0));
    if (away < distance || (away === distance && best === -1)) [best, distance] = [at, away];
    if (away === 0) break;
  }
  return best;
};
