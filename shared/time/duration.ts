/** Lengths of time as people write them, in both languages. */
import { type Result, fail, ok } from '../result.ts';
import { DAY, HOUR, MINUTE } from './instant.ts';

/** Minutes of each unit, by all that it may be called: English and French, short and in full. */
const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    [(7 * DAY) / MINUTE, ['w', 'wk', 'week', 'weeks', 'sem', 'semaine', 'semaines']],
    [DAY / MINUTE, ['d', 'day', 'days', 'j', 'jr', 'jour', 'jours']],
    [HOUR / MINUTE, ['h', 'hr', 'hrs', 'hour', 'hours', 'heure', 'heures']],
    [1, ['m', 'min', 'mins', 'mn', 'minute', 'minutes']],
  ].flatMap(([size, names]) => (names as readonly string[]).map((name) => [name, size as number])),
);

/** Longer texts are no length of time. */
const MAX_TEXT = 60;

/** A number, a decimal point or comma, and its unit. */
const PART = /^(\d{1,7})(?:[.,](\d{1,4}))?([a-z]*)/;

const amount = (digits: string, decimals: string | undefined): number =>
  Number(decimals === undefined ? digits : `${digits}.${decimals}`);

/** What one part means in minutes; a number behind hours is minutes (`2h30`), and so is one that stands alone. */
const minutesOf = (n: number, unit: string, before: number | undefined): number | undefined => {
  if (unit !== '') return Object.hasOwn(UNITS, unit) ? n * (UNITS[unit] ?? 0) : undefined;
  const behindHours = before === HOUR / MINUTE && n < 60 && Number.isInteger(n);
  return before === undefined || behindHours ? n : undefined;
};

/** The parts of a text in minutes, in falling units; undefined where one of them is none. */
const sumOf = (text: string): number | undefined => {
  let [rest, sum, before] = [text, 0, undefined as number | undefined];
  while (rest !== '') {
    const found = PART.exec(rest);
    if (found === null) return undefined;
    const [all, digits = '', decimals, unit = ''] = found;
    const size = unit === '' ? 1 : (UNITS[unit] ?? Number.NaN);
    const minutes = minutesOf(amount(digits, decimals), unit, before);
    if (minutes === undefined || (before !== undefined && size >= before)) return undefined;
    sum += minutes;
    before = size;
    rest = rest.slice(all.length);
  }
  return Number.isInteger(sum) ? sum : undefined;
};

/**
 * Reads a length of time: `90` and `90m` (minutes), `2h30`, `1.5 h`, `1d 4h`, `2 weeks`, in French `2 j 4 h`, `1 sem`,
 * and `2:30` for hours and minutes; with a sign where it may have one.
 * @returns whole minutes, or DURATION_UNREADABLE {text} where it is none.
 */
export const readDuration = (typed: string): Result<number> => {
  const refused = fail('DURATION_UNREADABLE', { text: typed.trim().slice(0, 40) });
  if (typed.length > MAX_TEXT) return refused;
  const text = typed.toLowerCase().replaceAll('−', '-').replaceAll(/\s+/g, '');
  const [, sign = '', size = ''] = /^([+-]?)(.+)$/.exec(text) ?? [];
  const clock = /^(\d{1,5}):([0-5]\d)$/.exec(size);
  const minutes = clock === null ? sumOf(size) : Number(clock[1]) * 60 + Number(clock[2]);
  if (size === '' || minutes === undefined) return refused;
  return ok(sign === '-' && minutes !== 0 ? -minutes : minutes);
};
