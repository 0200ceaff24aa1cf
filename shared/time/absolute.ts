import { fail, ok, type Result } from '../result.ts';
import { type TimeContext } from './context.ts';
import { letterOffset } from './dtg.ts';
import { fullYear, monthNumber, toNumber, wallOf, type Fields } from './fields.ts';
import { HOUR, inRange, MINUTE, type EpochMs } from './instant.ts';
import { fromWall, toWall } from './zone.ts';

/** A typed time of day, `1400`, `140030`, `14:00`, `14H00`, `9H`. */
export const CLOCK = String.raw`\d{4}(?:\d{2})?|\d{1,2}[:H](?:\d{2}(?::\d{2})?)?`;

/** Hours, minutes and seconds as typed; what they may be is checked later. */
export function readClock(text: string): Pick<Fields, 'hour' | 'minute' | 'second'> {
  const [, hour, minute, second] = /^(\d{1,2})[:H]?(\d{2})?:?(\d{2})?$/.exec(text) ?? [];
  return { hour: toNumber(hour), minute: toNumber(minute), second: toNumber(second) };
}

/** Where a typed time stands: at a fixed offset, or (undefined) on the wall clock of the exercise's zone. */
type Offset = number | undefined;

const MIDNIGHT = { hour: 0, minute: 0, second: 0 } as const;

function settle(fields: Fields, offset: Offset, { zone, reference }: TimeContext): Result<EpochMs> {
  const near = offset === undefined ? toWall(zone, reference) : reference + offset;
  const wall = wallOf(fields, near);
  if (!wall.ok) return wall;
  const ms = offset === undefined ? fromWall(zone, wall.value) : wall.value - offset;
  return inRange(ms) ? ok(ms) : fail('TIME_OUT_OF_RANGE', { text: String(fields.year ?? '') });
}

function offsetOf(letter: string | undefined): Result<Offset> {
  return letter === undefined || letter === '' ? ok(undefined) : letterOffset(letter);
}

/** `ZJUN`, `JUN`, `Z`, or the two apart: which letter is the zone and which word the month. */
function splitLetters(first: string, second: string): Result<{ offset: Offset; month: number | undefined }> {
  const whole = second === '' && first.length > 1 ? monthNumber(first) : undefined;
  if (whole?.ok === true) return ok({ offset: undefined, month: whole.value });
  if (second !== '' && first.length > 1) return fail('TIME_MONTH', { month: `${first} ${second}` });
  const monthWord = second === '' ? first.slice(1) : second;
  const month = monthWord === '' ? undefined : monthNumber(monthWord);
  if (month?.ok === false) return fail('TIME_MONTH', { month: second === '' ? first : second });
  const offset = offsetOf(first.slice(0, 1));
  return offset.ok ? ok({ offset: offset.value, month: month?.value }) : offset;
}

const GROUP = new RegExp(String.raw`^(?:(\d{2}) ?|(\d) )(${CLOCK}) ?([A-Z]*) ?([A-Z]*)\.? ?(\d{4}|\d{2})?$`);

/** `121400ZJUN27`, `12 1400Z Jun`, `12 14h00`. */
function dateTimeGroup(text: string, context: TimeContext): Result<EpochMs> | undefined {
  const found = GROUP.exec(text);
  if (!found) return undefined;
  const [, day, shortDay, clock = '', first = '', second = '', year] = found;
  const letters = splitLetters(first, second);
  if (!letters.ok) return letters;
  const { offset, month } = letters.value;
  if (year !== undefined && month === undefined) return undefined;
  const date = { day: toNumber(day ?? shortDay), month, year: year === undefined ? undefined : fullYear(year) };
  return settle({ ...date, ...readClock(clock) }, offset, context);
}

const NAMED = new RegExp(
  String.raw`^(\d{1,2}) ?([A-Z]{3,9})\.?(?: ?((?:19|20|21)\d{2}|\d{2})(?![:H\d]))?(?: (${CLOCK}) ?([A-Z]?))?$`,
);

/** `12 Jun`, `12JUN27`, `12 juin 2027 14h00`, `12 Jun 1400Z`. */
function namedMonth(text: string, context: TimeContext): Result<EpochMs> | undefined {
  const found = NAMED.exec(text);
  if (!found) return undefined;
  const [, day, word = '', year, clock, letter] = found;
  const month = monthNumber(word);
  if (!month.ok) return month;
  const offset = offsetOf(letter);
  if (!offset.ok) return offset;
  const date = { day: toNumber(day), month: month.value, year: year === undefined ? undefined : fullYear(year) };
  return settle({ ...date, ...(clock === undefined ? MIDNIGHT : readClock(clock)) }, offset.value, context);
}

const NUMERIC = new RegExp(String.raw`^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?: (?:A )?(${CLOCK}) ?([A-Z]?))?$`);

/** `26/06/2027 09h00`, `26.06.27`: the day stands first, as everywhere in Europe and in every armed force. */
function numericMonth(text: string, context: TimeContext): Result<EpochMs> | undefined {
  const found = NUMERIC.exec(text);
  if (!found) return undefined;
  const [, day, month, year, clock, letter] = found;
  if (toNumber(month) < 1 || toNumber(month) > 12) return fail('TIME_MONTH', { month: month ?? '' });
  const offset = offsetOf(letter);
  if (!offset.ok) return offset;
  const date = { day: toNumber(day), month: toNumber(month), year: year === undefined ? undefined : fullYear(year) };
  return settle({ ...date, ...(clock === undefined ? MIDNIGHT : readClock(clock)) }, offset.value, context);
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)? ?(Z|([+-])(\d{2}):?(\d{2})?)?)?$/;

/** ISO 8601 with or without a time and an offset. */
function iso(text: string, context: TimeContext): Result<EpochMs> | undefined {
  const found = ISO.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, zone, sign, hours, minutes] = found;
  if (toNumber(month) < 1 || toNumber(month) > 12) return fail('TIME_MONTH', { month: month ?? '' });
  const size = toNumber(hours) * HOUR + toNumber(minutes) * MINUTE;
  const offset = zone === undefined ? undefined : sign === '-' ? -size : size;
  const date = { day: toNumber(day), month: toNumber(month), year: toNumber(year) };
  return settle({ ...date, hour: toNumber(hour), minute: toNumber(minute), second: toNumber(second) }, offset, context);
}

const CLOCK_ONLY = /^(\d{4}|\d{1,2}[:H](?:\d{2}(?::\d{2})?)?) ?([A-Z]?)$/;

/** `1400Z`, `14:00`: on the day of the reference. Six digits are a group without its month, never hours with seconds. */
function clockOnly(text: string, context: TimeContext): Result<EpochMs> | undefined {
  const [, clock, letter] = CLOCK_ONLY.exec(text) ?? [];
  if (clock === undefined) return undefined;
  const offset = offsetOf(letter);
  if (!offset.ok) return offset;
  const { zone, reference } = context;
  const day = new Date(offset.value === undefined ? toWall(zone, reference) : reference + offset.value);
  const date = { day: day.getUTCDate(), month: day.getUTCMonth() + 1, year: day.getUTCFullYear() };
  return settle({ ...date, ...readClock(clock) }, offset.value, context);
}

const FORMS = [iso, clockOnly, dateTimeGroup, namedMonth, numericMonth];

/**
 * Reads an absolute time in any form that planners type. `text` is upper case, unaccented, single-spaced.
 * Without a letter or offset a time stands on the wall clock of the exercise's zone; without a time a date is its 0000.
 */
export function parseAbsolute(text: string, context: TimeContext): Result<EpochMs> {
  for (const form of FORMS) {
    const read = form(text, context);
    if (read) return read;
  }
  return fail('TIME_UNREADABLE', { text });
}
