/** Calendar arithmetic in a chosen zone on Date objects, as a calendar component asks for it. */
import { utc, UTCDate } from '@date-fns/utc';
import { addMonths, addYears, endOfMonth, startOfMonth, startOfWeek, startOfYear } from 'date-fns';
import { DAY, HOUR, MINUTE, SECOND } from '#shared/time/instant.ts';
import { fromWall, toWall, type WallMs, type Zone } from '#shared/time/zone.ts';

export type Unit =
  | 'milliseconds'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'day'
  | 'date'
  | 'week'
  | 'month'
  | 'year'
  | undefined;

export type WeekStart = 0 | 1;

const inUtc = { in: utc } as const;
const ELAPSED: Partial<Record<NonNullable<Unit>, number>> = {
  milliseconds: 1,
  seconds: SECOND,
  minutes: MINUTE,
  hours: HOUR,
};

function wallStart(wall: WallMs, unit: Unit, weekStartsOn: WeekStart): WallMs {
  switch (unit) {
    case 'seconds':
    case 'minutes':
    case 'hours': {
      const size = ELAPSED[unit] ?? 1;
      return Math.floor(wall / size) * size;
    }
    case 'day':
    case 'date':
      return Math.floor(wall / DAY) * DAY;
    case 'week':
      return +startOfWeek(new UTCDate(wall), { ...inUtc, weekStartsOn });
    case 'month':
      return +startOfMonth(new UTCDate(wall), inUtc);
    case 'year':
      return +startOfYear(new UTCDate(wall), inUtc);
    case 'milliseconds':
    case undefined:
      return wall;
  }
}

function wallAdd(wall: WallMs, n: number, unit: Unit): WallMs {
  if (unit === 'month') return +addMonths(new UTCDate(wall), n, inUtc);
  if (unit === 'year') return +addYears(new UTCDate(wall), n, inUtc);
  return wall + n * (unit === 'week' ? 7 * DAY : DAY);
}

/** The last wall clock day's end, exclusive, of the unit in which `wall` lies; undefined for units below a day. */
function wallEnd(wall: WallMs, unit: Unit, weekStartsOn: WeekStart): WallMs | undefined {
  if (unit === 'day' || unit === 'date') return wallStart(wall, 'day', weekStartsOn) + DAY;
  if (unit === 'week') return wallStart(wall, 'week', weekStartsOn) + 7 * DAY;
  return unit === 'month' ? +endOfMonth(new UTCDate(wall), inUtc) + 1 : undefined;
}

export interface ZoneCalendar {
  /** The wall clock reading of a date, or of the start of the unit in which it lies. */
  readonly wall: (date: Date, unit?: Unit) => WallMs;
  readonly dateAt: (wall: WallMs) => Date;
  readonly startOf: (date: Date, unit?: Unit) => Date;
  /** The last millisecond of the unit. */
  readonly endOf: (date: Date, unit?: Unit) => Date;
  /** Hours and less are elapsed time; days and more keep the wall clock. */
  readonly add: (date: Date, n: number, unit: Unit) => Date;
  readonly range: (start: Date, end: Date, unit?: Unit) => Date[];
  readonly diff: (a: Date, b: Date, unit?: Unit) => number;
  readonly wallMinutes: (date: Date) => number;
}

/** Survives dates that are not numbers: react-big-calendar 1.20 asks for them while it builds its slot keys. */
export function zoneCalendar(zone: Zone, weekStartsOn: WeekStart): ZoneCalendar {
  const dateAt = (wall: WallMs): Date => new Date(fromWall(zone, wall));
  const wallOf = (date: Date): WallMs => toWall(zone, +date);
  const wall = (date: Date, unit?: Unit): WallMs => wallStart(wallOf(date), unit, weekStartsOn);
  const add = (date: Date, n: number, unit: Unit): Date => {
    const elapsed = unit === undefined ? undefined : ELAPSED[unit];
    return elapsed === undefined ? dateAt(wallAdd(wallOf(date), n, unit)) : new Date(+date + n * elapsed);
  };
  return {
    wall,
    dateAt,
    add,
    startOf: (date, unit) => dateAt(wall(date, unit)),
    endOf: (date, unit) => {
      const end = wallEnd(wallOf(date), unit, weekStartsOn);
      return end === undefined ? new Date(date) : new Date(+dateAt(end) - 1);
    },
    range: (start, end, unit = 'day') => {
      const dates: Date[] = [];
      const last = wall(end, unit);
      for (let date = new Date(start); wall(date, unit) <= last; date = add(date, 1, unit)) dates.push(date);
      return dates;
    },
    diff: (a, b, unit = 'day') => {
      if (unit === 'milliseconds') return Math.abs(+b - +a);
      const elapsed = ELAPSED[unit];
      return elapsed === undefined ? (wall(b, 'day') - wall(a, 'day')) / DAY : Math.floor((+b - +a) / elapsed);
    },
    wallMinutes: (date) => Math.floor((wallOf(date) - wall(date, 'day')) / MINUTE),
  };
}
