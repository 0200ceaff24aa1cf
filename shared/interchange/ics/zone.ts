/** Time zones of iCalendar files: those that a file brings (VTIMEZONE), and those that we write into ours. */
import { DAY, HOUR, type EpochMs, MINUTE, SECOND } from '../../time/instant.ts';
import { type WallMs, type Zone, fromWall, offsetAt, toWall } from '../../time/zone.ts';
import { type IcsBlock, firstLine } from './lines.ts';
import { expand, readRule } from './recur.ts';

/** The instant of a wall clock reading, in whatever zone. */
export type WallClock = (wall: WallMs) => EpochMs;

interface Onset {
  readonly at: EpochMs;
  readonly offset: number;
  readonly before: number;
}

/** No zone changes its clocks more often than this between 1900 and 2200. */
const MAX_ONSETS = 2_000;
/** Rules of zones are followed between these; what lies outside has the clock of the nearest change. */
const [FIRST_YEAR, LAST_YEAR] = [Date.UTC(1950, 0, 1), Date.UTC(2100, 0, 1)];

const DATE_TIME = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/;

export interface IcsTime {
  readonly wall: WallMs;
  readonly isDate: boolean;
  readonly isUtc: boolean;
}

/** A date or date-time as it is written; undefined for a day or hour that there is none of. */
export const readTime = (text: string): IcsTime | undefined => {
  const [, year, month, day, hour, minute, second, utc] = DATE_TIME.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const parts = [year, month, day, hour, minute, second].map((part) => Number(part ?? 0));
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts;
  const wall = Date.UTC(y, mo - 1, d, h, mi, Math.min(s, 59));
  const date = new Date(wall);
  const same =
    date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && date.getUTCHours() === h && mi < 60 && s <= 60;
  return same && y >= 1 ? { wall, isDate: hour === undefined, isUtc: utc !== undefined } : undefined;
};

const readOffset = (text: string | undefined): number | undefined => {
  const [, sign, hours, minutes, seconds] = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(text?.trim() ?? '') ?? [];
  if (sign === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds ?? 0) * SECOND;
  return sign === '-' ? -size : size;
};

const onsetsOf = (observance: IcsBlock, budget: { days: number }): readonly Onset[] | undefined => {
  const before = readOffset(firstLine(observance, 'TZOFFSETFROM')?.value);
  const offset = readOffset(firstLine(observance, 'TZOFFSETTO')?.value);
  const start = readTime(firstLine(observance, 'DTSTART')?.value ?? '');
  if (before === undefined || offset === undefined || start === undefined) return undefined;
  const walls = [start.wall];
  const rule = firstLine(observance, 'RRULE');
  if (rule !== undefined) {
    const read = readRule(rule.value);
    // Clocks change a few times a year; what asks for more is no zone.
    if (read === undefined || (read.frequency !== 'YEARLY' && read.frequency !== 'MONTHLY')) return undefined;
    const until = read.until === undefined ? undefined : readTime(read.until);
    const last = until === undefined ? LAST_YEAR : until.isUtc ? until.wall + before : until.wall;
    walls.push(
      ...expand(read, start.wall, {
        from: Math.max(start.wall + 1, FIRST_YEAR),
        to: LAST_YEAR,
        until: last,
        limit: MAX_ONSETS,
        budget,
      }).walls,
    );
  }
  for (const line of observance.lines) {
    if (line.name !== 'RDATE') continue;
    for (const text of line.value.split(',').slice(0, MAX_ONSETS)) walls.push(readTime(text)?.wall ?? start.wall);
  }
  return [...new Set(walls)].map((wall) => ({ at: wall - before, offset, before }));
};

/** The clock that a VTIMEZONE describes; undefined for one that cannot be followed. */
export const clockOf = (timezone: IcsBlock, budget: { days: number }): WallClock | undefined => {
  const onsets: Onset[] = [];
  for (const observance of timezone.blocks) {
    if (observance.name !== 'STANDARD' && observance.name !== 'DAYLIGHT') continue;
    const found = onsetsOf(observance, budget);
    if (found === undefined || onsets.length + found.length > 2 * MAX_ONSETS) return undefined;
    onsets.push(...found);
  }
  onsets.sort((a, b) => a.at - b.at);
  const [first] = onsets;
  if (first === undefined) return undefined;
  const at = (ms: EpochMs): number => {
    let [low, high] = [0, onsets.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((onsets[middle]?.at ?? 0) <= ms) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? first.before : (onsets[low - 1]?.offset ?? first.before);
  };
  // As in `fromWall`: a skipped reading moves forward by the gap, of two the first counts.
  return (wall) => {
    const [before, after] = [at(wall - DAY), at(wall + DAY)];
    const readings = [before, after].map((offset) => wall - offset).filter((ms) => ms + at(ms) === wall);
    return readings.length > 0 ? Math.min(...readings) : wall - before;
  };
};

/** The clock of a zone that our own data knows. */
export const zoneClock =
  (zone: Zone): WallClock =>
  (wall) =>
    fromWall(zone, wall);

const two = (n: number): string => String(n).padStart(2, '0');

/** `20270612T080000` of a wall clock reading. */
export const wallText = (wall: WallMs): string => {
  const date = new Date(wall);
  const day = `${String(date.getUTCFullYear()).padStart(4, '0')}${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}`;
  return `${day}T${two(date.getUTCHours())}${two(date.getUTCMinutes())}${two(date.getUTCSeconds())}`;
};

const offsetText = (offset: number): string => {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / HOUR))}${two(Math.floor((size % HOUR) / MINUTE))}`;
};

/** The instants between two at which a zone's clocks change, found to the minute. */
const changesOf = (zone: Zone, from: EpochMs, to: EpochMs): readonly EpochMs[] => {
  const found: EpochMs[] = [];
  for (let day = from; day < to; day += DAY) {
    if (offsetAt(zone, day) === offsetAt(zone, day + DAY)) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > MINUTE) {
      const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
      if (middle <= low) break;
      if (offsetAt(zone, middle) === offsetAt(zone, day)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
};

/**
 * The content lines of a VTIMEZONE that holds for a stretch of time: one observance for its beginning, one for each
 * change of clocks in it. No rules: what a programme makes of rules differs, what it makes of dates does not.
 */
export const timezoneLines = (zone: Zone, from: EpochMs, to: EpochMs): readonly string[] => {
  const begin = Math.floor(from / DAY) * DAY;
  const years = changesOf(zone, begin - 366 * DAY, to + 366 * DAY);
  const first = begin - 366 * DAY;
  const usual = Math.min(...[first, ...years].map((ms) => offsetAt(zone, ms)));
  const observance = (at: EpochMs, before: number): readonly string[] => {
    const offset = offsetAt(zone, at);
    const name = offset > usual ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${name}`,
      `DTSTART:${wallText(at + before)}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(offset)}`,
      `END:${name}`,
    ];
  };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance(first, offsetAt(zone, first)),
    ...years.flatMap((at) => observance(at, offsetAt(zone, at - MINUTE))),
    'END:VTIMEZONE',
  ];
};

export const wallIn = (zone: Zone, ms: EpochMs): string => wallText(toWall(zone, ms));
