import { fail, ok, type Result } from '../result.ts';
import { fullYear, MONTHS, pad2, toNumber, wallOf } from './fields.ts';
import { HOUR, inRange, type EpochMs } from './instant.ts';
import { offsetAt, offsetLabel, type Zone } from './zone.ts';

/**
 * Date-time groups as in ACP 121: day, hours, minutes (and seconds where they are not zero), the letter of the zone,
 * the month in English capitals, the year. Years outside this century are written and read with four digits.
 */

/** A to M without J run east from +1 to +12, N to Y west from -1 to -12, Z is 0. J (local time) means nothing to others. */
const LETTERS_EAST = 'ABCDEFGHIKLM';
const LETTERS_WEST = 'NOPQRSTUVWXY';

/** Offset of a zone letter in milliseconds. Fails with TIME_LETTER_J, or TIME_LETTER {letter} for what is no letter A to Z. */
export function letterOffset(letter: string): Result<number> {
  if (letter === 'J') return fail('TIME_LETTER_J');
  if (letter === 'Z') return ok(0);
  const east = letter.length === 1 ? LETTERS_EAST.indexOf(letter) : -1;
  if (east >= 0) return ok((east + 1) * HOUR);
  const west = letter.length === 1 ? LETTERS_WEST.indexOf(letter) : -1;
  return west >= 0 ? ok(-(west + 1) * HOUR) : fail('TIME_LETTER', { letter });
}

/** The letter of an offset, or undefined where there is none: half hours, quarter hours, beyond twelve hours. */
export function offsetLetter(offsetMs: number): string | undefined {
  const hours = offsetMs / HOUR;
  if (hours === 0) return 'Z';
  return hours > 0 ? LETTERS_EAST[hours - 1] : LETTERS_WEST[-hours - 1];
}

interface DtgStyle {
  /** `12 1400Z JUN 27` instead of `121400ZJUN27`. */
  readonly spaced?: boolean;
}

function write(ms: EpochMs, letter: string, offsetMs: number, spaced: boolean): string {
  const wall = new Date(ms + offsetMs);
  const seconds = wall.getUTCSeconds();
  const time = `${pad2(wall.getUTCHours())}${pad2(wall.getUTCMinutes())}${seconds === 0 ? '' : pad2(seconds)}${letter}`;
  const fullYearText = String(wall.getUTCFullYear());
  const year = fullYearText.startsWith('20') ? fullYearText.slice(2) : fullYearText;
  const parts = [pad2(wall.getUTCDate()), time, MONTHS[wall.getUTCMonth()], year];
  return spaced ? parts.join(' ') : parts.join('');
}

/** The group in Zulu: `121400ZJUN27`, spaced `12 1400Z JUN 27`. Parts of a second are cut off. */
export const formatDtg = (ms: EpochMs, { spaced = false }: DtgStyle = {}): string => write(ms, 'Z', 0, spaced);

/**
 * The group with the letter of a zone at that instant: `121700CJUN27` in Tallinn in summer. A zone without a letter
 * (+05:45, +13:00) is never rounded: the group is in Zulu with the local offset beside it, `121115ZJUN27 (+05:45)`.
 */
export function formatDtgIn(ms: EpochMs, zone: Zone, { spaced = false }: DtgStyle = {}): string {
  const offset = offsetAt(zone, ms);
  const letter = offsetLetter(offset);
  return letter === undefined
    ? `${write(ms, 'Z', 0, spaced)} (${offsetLabel(offset)})`
    : write(ms, letter, offset, spaced);
}

const STRICT = /^(\d{2}) ?(\d{2})(\d{2})(\d{2})?([A-Z]) ?([A-Z]{3}) ?(\d{4}|\d{2})$/;

/**
 * Reads a complete group in the form in which messages carry it, compact or spaced, and nothing else.
 * Fails with TIME_UNREADABLE {text} where the form is not kept, else with the code of the part that is wrong.
 */
export function parseDtg(text: string): Result<EpochMs> {
  const found = STRICT.exec(text);
  if (!found) return fail('TIME_UNREADABLE', { text: text.slice(0, 100) });
  const [, day, hour, minute, second, letter = '', monthName = '', year = ''] = found;
  const offset = letterOffset(letter);
  if (!offset.ok) return offset;
  const month = MONTHS.findIndex((name) => name === monthName) + 1;
  if (month === 0) return fail('TIME_MONTH', { month: monthName });
  const time = { hour: toNumber(hour), minute: toNumber(minute), second: toNumber(second) };
  const wall = wallOf({ day: toNumber(day), month, year: fullYear(year), ...time }, 0);
  if (!wall.ok) return wall;
  const ms = wall.value - offset.value;
  return inRange(ms) ? ok(ms) : fail('TIME_OUT_OF_RANGE', { text });
}
