import { z } from 'zod';
import { DAY, HOUR, MINUTE, type EpochMs } from './instant.ts';

/** The name of an IANA time zone (`Europe/Tallinn`) or `UTC`. */
export type Zone = string;

/**
 * A wall clock reading, written as the epoch milliseconds it would be if the wall stood in Greenwich.
 * Calendar arithmetic is done on these, never on instants, so that days stay days on the days clocks change.
 */
export type WallMs = number;

const QUARTER = 15 * MINUTE;
const CACHE_LIMIT = 50_000;

interface ZoneTable {
  readonly format: Intl.DateTimeFormat;
  /** Offset of a whole UTC day, or undefined for a day within which the offset changes. */
  readonly days: Map<number, number | undefined>;
  readonly quarters: Map<number, number>;
}

const tables = new Map<Zone, ZoneTable>();

function tableOf(zone: Zone): ZoneTable {
  const known = tables.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const table: ZoneTable = { format, days: new Map(), quarters: new Map() };
  tables.set(zone, table);
  return table;
}

function askIntl(format: Intl.DateTimeFormat, ms: EpochMs): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - ms;
}

function remember<V>(cache: Map<number, V>, key: number, value: V): V {
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(key, value);
  return value;
}

/** Every change of a zone's offset since 1972 falls on a quarter of an hour, so a quarter has one offset. */
function quarterOffset(table: ZoneTable, quarter: number): number {
  return table.quarters.get(quarter) ?? remember(table.quarters, quarter, askIntl(table.format, quarter * QUARTER));
}

function dayOffset(table: ZoneTable, day: number): number | undefined {
  if (table.days.has(day)) return table.days.get(day);
  const first = quarterOffset(table, (day * DAY) / QUARTER);
  const last = quarterOffset(table, ((day + 1) * DAY) / QUARTER);
  return remember(table.days, day, first === last ? first : undefined);
}

/**
 * What to add to UTC to read the wall clock of a zone, in milliseconds (east is positive).
 * A date that is not a number has offset 0: calendar components ask about such dates.
 * Throws RangeError for an unknown zone: zones are checked at the boundary with `zoneSchema`.
 */
export function offsetAt(zone: Zone, ms: EpochMs): number {
  if (zone === 'UTC' || Number.isNaN(ms)) return 0;
  const table = tableOf(zone);
  return dayOffset(table, Math.floor(ms / DAY)) ?? quarterOffset(table, Math.floor(ms / QUARTER));
}

export const toWall = (zone: Zone, ms: EpochMs): WallMs => ms + offsetAt(zone, ms);

/**
 * The instant at which a wall clock of a zone shows `wall`. Defined on the days clocks change:
 * a reading that is skipped moves forward by the gap, a reading that comes twice is the first of the two.
 */
export function fromWall(zone: Zone, wall: WallMs): EpochMs {
  if (zone === 'UTC') return wall;
  // No offset exceeds a day, so the change that matters lies between these two.
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  if (before === after && offsetAt(zone, wall - before) === before) return wall - before;
  const readings = [before, after].map((offset) => wall - offset).filter((ms) => toWall(zone, ms) === wall);
  return readings.length > 0 ? Math.min(...readings) : wall - before;
}

/** Calendar days are added on the wall clock: 0800 stays 0800 when clocks change in between. */
export const addDays = (zone: Zone, ms: EpochMs, days: number): EpochMs =>
  fromWall(zone, toWall(zone, ms) + days * DAY);

/** The first instant of the calendar day of a zone. */
export const startOfDay = (zone: Zone, ms: EpochMs): EpochMs =>
  fromWall(zone, Math.floor(toWall(zone, ms) / DAY) * DAY);

/** Whether this computer's zone data knows a name. Fixed offsets such as `+05:30` are no zones here. */
export function isZone(name: string): boolean {
  if (name === 'UTC') return true;
  if (tables.has(name)) return true;
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/.test(name)) return false;
  try {
    tableOf(name);
    return true;
  } catch {
    return false;
  }
}

export const zoneSchema: z.ZodType<Zone, Zone> = z.string().max(64).refine(isZone, { message: 'TIME_ZONE_UNKNOWN' });

/** Names that CLDR keeps for compatibility, and what the place is called now; zone data knows both. */
const CURRENT_NAMES: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** All zones to choose from under their current names, UTC first, then by name. */
export function listZones(): readonly Zone[] {
  const names = Intl.supportedValuesOf('timeZone').map((name) => {
    const current = CURRENT_NAMES[name];
    return current !== undefined && isZone(current) ? current : name;
  });
  return ['UTC', ...[...new Set(names)].filter((name) => name !== 'UTC').toSorted()];
}

/** `+05:45`, `-03:30`, `+00:00`. */
export function offsetLabel(offsetMs: number): string {
  const sign = offsetMs < 0 ? '-' : '+';
  const size = Math.abs(offsetMs);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${sign}${two(size / HOUR)}:${two((size % HOUR) / MINUTE)}`;
}

/** The place and its offset at an instant, as it stands beside a local time: `Kathmandu +05:45`; UTC is `UTC`. */
export function localLabel(zone: Zone, ms: EpochMs): string {
  if (zone === 'UTC') return 'UTC';
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return `${place} ${offsetLabel(offsetAt(zone, ms))}`;
}
