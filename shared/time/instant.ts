import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';

/**
 * A point in time as records hold it: ISO 8601, UTC, whole seconds, always in this one spelling
 * (`2027-06-12T14:00:00Z`), so that equal instants are equal strings and text order is time order.
 */
export type Instant = string;

/** A point in time as computations use it: milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** Plans of the past (training from history) and of the far future fit; a slip of a digit does not. */
export const EARLIEST: EpochMs = Date.UTC(1900, 0, 1);
export const LATEST: EpochMs = Date.UTC(2200, 0, 1) - SECOND;

const CANONICAL = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}:\d{2}Z$/;

/** Up to here every month has the day; beyond, a date may roll over into the next month. */
const ALWAYS = '28';

/** The minute in which an instant lies: what people read of a clock. */
export const startOfMinute = (ms: EpochMs): EpochMs => Math.floor(ms / MINUTE) * MINUTE;

export const inRange = (ms: EpochMs): boolean => ms >= EARLIEST && ms <= LATEST;

/**
 * Reads a record's instant.
 * Fails with TIME_INSTANT (not the one spelling, or no such day or hour) or TIME_OUT_OF_RANGE (before 1900, after 2199).
 */
export function parseInstant(text: string): Result<EpochMs> {
  if (!CANONICAL.test(text)) return fail('TIME_INSTANT', { text });
  const ms = Date.parse(text);
  const rolls = (): boolean => text.slice(8, 10) > ALWAYS && new Date(ms).toISOString() !== text.replace('Z', '.000Z');
  if (Number.isNaN(ms) || rolls()) return fail('TIME_INSTANT', { text });
  return inRange(ms) ? ok(ms) : fail('TIME_OUT_OF_RANGE', { text });
}

/** Writes an instant as records hold it; parts of a second are cut off. Throws RangeError on NaN. */
export function formatInstant(ms: EpochMs): Instant {
  return new Date(Math.floor(ms / SECOND) * SECOND).toISOString().replace('.000Z', 'Z');
}

export const instantSchema: z.ZodType<Instant, Instant> = z
  .string()
  .max(20)
  .refine((text) => parseInstant(text).ok, { message: 'TIME_INSTANT' });
