/** Where a dragged edge comes to rest: on the grid of a clock, on an anchor, or at another bar's end. */
import { DAY, type EpochMs, HOUR, MINUTE } from '../time/instant.ts';
import type { Step } from '../time/step.ts';
import { type Zone, fromWall, toWall } from '../time/zone.ts';

/** The grid: as fine as the zoom can show, or always the same. */
export const SNAP_GRIDS = ['auto', 'minute', 'quarter', 'hour', 'day'] as const;
export type SnapGrid = (typeof SNAP_GRIDS)[number];

export interface SnapRules {
  readonly grid: SnapGrid;
  /** Whether anchors, and the starts and ends of other bars, draw stronger than the grid. */
  readonly anchors: boolean;
  readonly ends: boolean;
}

export const SNAP_RULES: SnapRules = { grid: 'auto', anchors: true, ends: true };

/** Every edge stands on whole minutes, so this is also what is left when snapping is suspended. */
export const SNAP_OFF: SnapRules = { grid: 'minute', anchors: false, ends: false };

const FIXED: Readonly<Record<Exclude<SnapGrid, 'auto'>, number>> = {
  minute: MINUTE,
  quarter: 15 * MINUTE,
  hour: HOUR,
  day: DAY,
};

const LADDER = [5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY] as const;

/** Pixels within which an anchor or an end draws an edge to itself, and at least a step of the grid at a zoom. */
const REACH = 6;

/** The length of a step of the grid at a zoom (milliseconds): about six pixels, from five minutes to a week. */
export const gridStep = (grid: SnapGrid, msPerPixel: number): number =>
  grid === 'auto' ? (LADDER.find((step) => step / msPerPixel >= REACH) ?? 7 * DAY) : FIXED[grid];

/** The same as a step of time: days are counted on the calendar, so that 0800 stays 0800 when clocks change. */
export const timeStep = (grid: SnapGrid, msPerPixel: number, steps: number): Step => {
  const length = gridStep(grid, msPerPixel);
  return length >= DAY ? { unit: 'day', n: steps * (length / DAY) } : { unit: 'minute', n: steps * (length / MINUTE) };
};

export interface SnapScene {
  readonly msPerPixel: number;
  /** On whose wall clock the grid stands. */
  readonly zone: Zone;
  readonly anchors: readonly EpochMs[];
  /** Starts and ends of the bars that do not move, ascending. */
  readonly ends: readonly EpochMs[];
}

export interface Snapped {
  readonly at: EpochMs;
  readonly to: 'anchor' | 'end' | 'grid';
}

/** The member of an ascending list nearest to an instant. */
const nearestIn = (sorted: readonly EpochMs[], at: EpochMs): EpochMs | undefined => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [sorted[low - 1], sorted[low]];
  if (before === undefined || after === undefined) return before ?? after;
  return at - before <= after - at ? before : after;
};

/** The nearest reading of the clock; of one that comes twice the one that is near, not the first. */
const onGrid = (at: EpochMs, step: number, zone: Zone): EpochMs => {
  const wall = toWall(zone, at);
  const reading = Math.round(wall / step) * step;
  const near = at + reading - wall;
  return toWall(zone, near) === reading ? near : fromWall(zone, reading);
};

/** Weeks begin on Mondays; the first of them after 1970 was the fifth of January. */
const MONDAY = 4 * DAY;

/** Where an edge comes to rest that the pointer has taken to an instant: an anchor within reach, an end, the grid. */
export const snapTo = (at: EpochMs, rules: SnapRules, { msPerPixel, zone, anchors, ends }: SnapScene): Snapped => {
  const reach = REACH * msPerPixel;
  const anchor = rules.anchors
    ? nearestIn(
        anchors.toSorted((a, b) => a - b),
        at,
      )
    : undefined;
  if (anchor !== undefined && Math.abs(anchor - at) <= reach) return { at: anchor, to: 'anchor' };
  const end = rules.ends ? nearestIn(ends, at) : undefined;
  if (end !== undefined && Math.abs(end - at) <= reach) return { at: end, to: 'end' };
  const step = gridStep(rules.grid, msPerPixel);
  if (step < 7 * DAY) return { at: onGrid(at, step, zone), to: 'grid' };
  const wall = Math.round((toWall(zone, at) - MONDAY) / step) * step + MONDAY;
  return { at: fromWall(zone, wall), to: 'grid' };
};
