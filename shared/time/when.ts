import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import { DAY, HOUR, inRange, instantSchema, MINUTE, parseInstant, type EpochMs, type Instant } from './instant.ts';
import { addWorkdays, USUAL_REST, type RestDays } from './workdays.ts';
import { fromWall, toWall, type WallMs, type Zone } from './zone.ts';

/**
 * A distance from an anchor.
 * `minute`: elapsed minutes, as in `H+2` or `STARTEX+90m`.
 * `day`: calendar days in the exercise's zone, as in `C+3` or `D-2 0600`. `time` is the wall clock (HHmm) on that day;
 * without it the anchor's own wall clock holds. Either way clocks that change in between move nothing.
 */
export type Offset =
  | { readonly unit: 'minute'; readonly n: number }
  | { readonly unit: 'day'; readonly n: number; readonly time?: string | undefined };

/**
 * A distance from an activity: that, or whole weeks, or days of work in the exercise, which has its weekend and its
 * participants' holidays. `time` is the wall clock on the day that is reached.
 */
export type LeadOffset =
  | Offset
  | { readonly unit: 'week'; readonly n: number; readonly time?: string | undefined }
  | { readonly unit: 'workday'; readonly n: number; readonly time?: string | undefined };

export const LEAD_UNITS = ['day', 'week', 'workday'] as const;
export type LeadUnit = (typeof LEAD_UNITS)[number];

/** Which end of an activity a lead time counts from; its start where nothing is said. */
export type Edge = 'start' | 'end';

/** A lead time: so long before (negative) or after another activity, by its id. */
export interface LeadTime {
  readonly activity: string;
  readonly edge?: Edge | undefined;
  readonly offset: LeadOffset;
}

/** A time in the plan: absolute, hanging on an anchor (the id of an anchor record), or on another activity. */
export type When = { readonly at: Instant } | { readonly anchor: string; readonly offset: Offset } | LeadTime;

/**
 * What a time needs to know of what it hangs on: its code (`C`, `STARTEX`, an activity's title), where it stands, if it
 * stands anywhere yet, and for an activity how many minutes it lasts.
 */
export interface AnchorPoint {
  readonly code: string;
  readonly at?: When | Instant | undefined;
  readonly minutes?: number;
}

export type AnchorLookup = (id: string) => AnchorPoint | undefined;

/** Ten years either way. */
export const MAX_OFFSET_DAYS = 3_660;
export const MAX_OFFSET_MINUTES = MAX_OFFSET_DAYS * 24 * 60;
export const MAX_OFFSET_WEEKS = Math.floor(MAX_OFFSET_DAYS / 7);

const days = z.int().min(-MAX_OFFSET_DAYS).max(MAX_OFFSET_DAYS);
const minutes = z.int().min(-MAX_OFFSET_MINUTES).max(MAX_OFFSET_MINUTES);
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3])[0-5]\d$/);

const offsetSchema: z.ZodType<Offset, Offset> = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('minute'), n: minutes }),
  z.strictObject({ unit: z.literal('day'), n: days, time: clockTime.optional() }),
]);

const weeks = z.int().min(-MAX_OFFSET_WEEKS).max(MAX_OFFSET_WEEKS);

const leadOffsetSchema: z.ZodType<LeadOffset, LeadOffset> = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('minute'), n: minutes }),
  z.strictObject({ unit: z.literal('day'), n: days, time: clockTime.optional() }),
  z.strictObject({ unit: z.literal('week'), n: weeks, time: clockTime.optional() }),
  z.strictObject({ unit: z.literal('workday'), n: days, time: clockTime.optional() }),
]);

export const whenSchema: z.ZodType<When, When> = z.union([
  z.strictObject({ at: instantSchema }),
  z.strictObject({ anchor: z.string().min(1).max(64), offset: offsetSchema }),
  z.strictObject({
    activity: z.string().min(1).max(64),
    edge: z.enum(['start', 'end']).optional(),
    offset: leadOffsetSchema,
  }),
]);

/** Wall clock milliseconds since midnight of an `HHmm`. */
export const clockMs = (hhmm: string): number => Number(hhmm.slice(0, 2)) * HOUR + Number(hhmm.slice(2)) * MINUTE;

/** The wall clock reading that lies so many days, weeks or working days after another. */
const dayReached = (wall: WallMs, { unit, n }: Exclude<LeadOffset, { unit: 'minute' }>, rest: RestDays): WallMs => {
  if (unit !== 'workday') return wall + n * (unit === 'week' ? 7 * DAY : DAY);
  const day = Math.floor(wall / DAY);
  return wall + (addWorkdays(day, n, rest) - day) * DAY;
};

/** Where an offset leads from a point in time. @param rest which days are none of work. */
export function applyOffset(from: EpochMs, offset: LeadOffset, zone: Zone, rest: RestDays = USUAL_REST): EpochMs {
  if (offset.unit === 'minute') return from + offset.n * MINUTE;
  const wall = dayReached(toWall(zone, from), offset, rest);
  return fromWall(zone, offset.time === undefined ? wall : Math.floor(wall / DAY) * DAY + clockMs(offset.time));
}

/** The id of what a time hangs on; undefined for an absolute one. */
export const hangsOn = (when: When | undefined): string | undefined => {
  if (when === undefined || 'at' in when) return undefined;
  return 'anchor' in when ? when.anchor : when.activity;
};

/** The clock and the days of the exercise, by which offsets are counted. */
export interface Reckoning {
  readonly zone: Zone;
  /** Asked only where working days are counted; without it, weekends are Saturday and Sunday. */
  readonly rest?: (() => RestDays) | undefined;
}

/**
 * The instant a when stands for, following anchors and activities that hang on others.
 * Fails with ANCHOR_UNKNOWN {id}, ANCHOR_UNDATED {code}, ANCHOR_CYCLE {code}, TIME_INSTANT or TIME_OUT_OF_RANGE {text}.
 */
export function resolveWhen(when: When, anchors: AnchorLookup, { zone, rest }: Reckoning): Result<EpochMs> {
  const chain: LeadOffset[] = [];
  const seen = new Set<string>();
  let here = when;
  while (!('at' in here)) {
    const id = 'anchor' in here ? here.anchor : here.activity;
    const point = anchors(id);
    if (!point) return fail('ANCHOR_UNKNOWN', { id });
    if (seen.has(id)) return fail('ANCHOR_CYCLE', { code: point.code });
    if (point.at === undefined) return fail('ANCHOR_UNDATED', { code: point.code });
    seen.add(id);
    chain.push(here.offset);
    if ('activity' in here && here.edge === 'end') chain.push({ unit: 'minute', n: point.minutes ?? 0 });
    here = typeof point.at === 'string' ? { at: point.at } : point.at;
  }
  const base = parseInstant(here.at);
  if (!base.ok) return base;
  const ms = chain.reduceRight(
    (from, offset) => applyOffset(from, offset, zone, offset.unit === 'workday' ? rest?.() : undefined),
    base.value,
  );
  return inRange(ms) ? ok(ms) : fail('TIME_OUT_OF_RANGE', { text: here.at });
}
