import { fail, ok, type Result } from '../result.ts';
import { HOUR, inRange, MINUTE, SECOND } from './instant.ts';
import { type WallMs } from './zone.ts';

/** Month names of a date-time group: English and upper case in every language (ACP 121). */
export const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;

/** Names in use in full, unaccented: English, then French. A prefix that fits only one month is enough. */
const MONTH_NAMES: readonly (readonly [string, string])[] = [
  ['JANUARY', 'JANVIER'],
  ['FEBRUARY', 'FEVRIER'],
  ['MARCH', 'MARS'],
  ['APRIL', 'AVRIL'],
  ['MAY', 'MAI'],
  ['JUNE', 'JUIN'],
  ['JULY', 'JUILLET'],
  ['AUGUST', 'AOUT'],
  ['SEPTEMBER', 'SEPTEMBRE'],
  ['OCTOBER', 'OCTOBRE'],
  ['NOVEMBER', 'NOVEMBRE'],
  ['DECEMBER', 'DECEMBRE'],
];

/** Date and time as they are written; what is undefined was not written. `month` is 1 to 12, `year` has four digits. */
export interface Fields {
  readonly day: number;
  readonly month?: number | undefined;
  readonly year?: number | undefined;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The month (1 to 12) that a word or its abbreviation names in English or French. Fails with TIME_MONTH {month}. */
export function monthNumber(word: string): Result<number> {
  const exact = MONTHS.findIndex((name) => name === word);
  if (exact >= 0) return ok(exact + 1);
  const fits = MONTH_NAMES.flatMap((names, index) => (names.some((name) => name.startsWith(word)) ? [index + 1] : []));
  const [only, another] = fits;
  return only !== undefined && another === undefined && word.length >= 3
    ? ok(only)
    : fail('TIME_MONTH', { month: word });
}

/** A year of two digits belongs to this century. */
export const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/**
 * Milliseconds since midnight of written hours, minutes and seconds.
 * Fails with TIME_2400, TIME_HOUR {hour}, TIME_MINUTE {minute} or TIME_SECOND {second}.
 */
export function timeOfDay(hour: number, minute: number, second = 0): Result<number> {
  if (hour === 24 && minute === 0 && second === 0) return fail('TIME_2400');
  if (hour > 23) return fail('TIME_HOUR', { hour });
  if (minute > 59) return fail('TIME_MINUTE', { minute });
  if (second > 59) return fail('TIME_SECOND', { second });
  return ok(hour * HOUR + minute * MINUTE + second * SECOND);
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Where the fields can lie: as written, or around `near` where month or year are not written. */
function candidates(fields: Fields, near: WallMs): readonly (readonly [year: number, month: number])[] {
  if (fields.year !== undefined && fields.month !== undefined) return [[fields.year, fields.month]];
  const at = new Date(near);
  const year = at.getUTCFullYear();
  const { month } = fields;
  if (month !== undefined) return [0, -1, 1].map((step) => [year + step, month] as const);
  return [0, -1, 1].map((step) => {
    const start = new Date(Date.UTC(year, at.getUTCMonth() + step, 1));
    return [start.getUTCFullYear(), start.getUTCMonth() + 1] as const;
  });
}

/**
 * The wall clock reading of written fields. Where month or year are missing it is the one nearest to `near`, among the
 * months that have such a day.
 * Fails with TIME_DAY {day}, TIME_DAY_MISSING_IN_MONTH {day, month, year}, TIME_OUT_OF_RANGE {text} and as `timeOfDay`.
 */
export function wallOf(fields: Fields, near: WallMs): Result<WallMs> {
  const { day } = fields;
  if (day < 1 || day > 31) return fail('TIME_DAY', { day });
  const time = timeOfDay(fields.hour, fields.minute, fields.second);
  if (!time.ok) return time;
  const months = candidates(fields, near);
  const readings = months
    .filter(([year, month]) => day <= daysIn(year, month))
    .map(([year, month]) => Date.UTC(year, month - 1, day) + time.value)
    .toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near));
  const [wall] = readings;
  if (wall === undefined) {
    const [year, month] = months[0] ?? [0, 1];
    return fail('TIME_DAY_MISSING_IN_MONTH', { day, month: MONTHS[month - 1] ?? '', year });
  }
  return inRange(wall) ? ok(wall) : fail('TIME_OUT_OF_RANGE', { text: String(new Date(wall).getUTCFullYear()) });
}

/** Reads two-digit pairs; `undefined` groups of an expression count as zero. */
export const toNumber = (digits: string | undefined): number => Number(digits ?? 0);

export const pad2 = (n: number): string => String(n).padStart(2, '0');

/** `HHmm` of a wall clock reading. */
export function hhmm(wall: WallMs): string {
  const at = new Date(wall);
  return `${pad2(at.getUTCHours())}${pad2(at.getUTCMinutes())}`;
}
