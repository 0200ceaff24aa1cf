/**
 * The calendar weeks that times are put into where rows and colours go by them: from Monday to Sunday, of the zone in
 * which times are shown. A week's name is the date of its Monday, so that names are in the order of time.
 */
import { UTCDate } from '@date-fns/utc';
import { getISOWeek } from 'date-fns';
import { SCHEDULE_FIELDS } from '../plan/schedule/fields.ts';
import { type PlanState, find } from '../plan/state.ts';
import { timeResolver } from '../plan/times.ts';
import { MONTHS, pad2 } from '../time/fields.ts';
import { DAY, type EpochMs } from '../time/instant.ts';
import type { When } from '../time/when.ts';
import { type Zone, toWall } from '../time/zone.ts';
import type { Bar } from './bars.ts';

/** When bars of both kinds begin and end, whatever their records say it by. */
export const BAR_TIMES = ['start', 'end'] as const;
type BarTime = (typeof BAR_TIMES)[number];

const isBarTime = (field: string): field is BarTime => (BAR_TIMES as readonly string[]).includes(field);

/** Whether the values of a field are times, which rows and colours know by their weeks. */
export const isTimeField = (field: string): boolean => isBarTime(field) || SCHEDULE_FIELDS.get(field)?.form === 'time';

/** 5 January 1970 was a Monday. */
const FIRST_MONDAY = 4;
const WEEK = 7 * DAY;

/** How many weeks a wall clock reading or a Monday is behind the first one. */
const weekAt = (wall: number): number => Math.floor((wall - FIRST_MONDAY * DAY) / WEEK);

const mondayOf = (week: number): UTCDate => new UTCDate(week * WEEK + FIRST_MONDAY * DAY);

/** The name of the week in which an instant lies in a zone: `2027-06-07`. */
export const weekKey = (zone: Zone, ms: EpochMs): string =>
  mondayOf(weekAt(toWall(zone, ms)))
    .toISOString()
    .slice(0, 10);

/** How many weeks a named one is behind the first: its place among all weeks. Undefined for what is no week. */
export const weekRank = (key: string): number | undefined => {
  const monday = /^\d{4}-\d{2}-\d{2}$/.test(key) ? Date.parse(`${key}T00:00:00Z`) : Number.NaN;
  const week = weekAt(monday);
  return mondayOf(week).getTime() === monday ? week : undefined;
};

interface WeekDays {
  /** ISO number within its year, 1 to 53. */
  readonly number: number;
  /** `07-13 JUN 27`, `31 MAY-06 JUN 27`, `28 DEC 26-03 JAN 27`: written as date-time groups are, in every language. */
  readonly days: string;
}

/** The number and the days of a named week; undefined for what is none. */
export const readWeek = (key: string): WeekDays | undefined => {
  const week = weekRank(key);
  if (week === undefined) return undefined;
  const first = mondayOf(week);
  const last = new UTCDate(first.getTime() + 6 * DAY);
  const year = (day: UTCDate): string => ` ${pad2(day.getUTCFullYear() % 100)}`;
  const month = (day: UTCDate): string => ` ${MONTHS[day.getUTCMonth()] ?? ''}`;
  const sameYear = first.getUTCFullYear() === last.getUTCFullYear();
  const sameMonth = first.getUTCMonth() === last.getUTCMonth();
  const begin = `${pad2(first.getUTCDate())}${sameMonth ? '' : month(first)}${sameYear ? '' : year(first)}`;
  return { number: getISOWeek(first), days: `${begin}-${pad2(last.getUTCDate())}${month(last)}${year(last)}` };
};

/** The times of a bar in a field, none where it has none or they hang on what has no time. */
const timesReader = (plan: PlanState, field: string): ((bar: Bar) => readonly EpochMs[]) => {
  if (isBarTime(field)) return (bar) => [bar[field]];
  const [name = '', member] = field.split('.');
  // Legs stand in the bar with their times.
  if (member !== undefined)
    return ({ segments }) => segments.map(({ start, end }) => (member === 'depart' ? start : end));
  const resolve = timeResolver(plan);
  return ({ kind, id }) => {
    const record: object | undefined = kind === 'movement' ? find(plan, kind, id) : undefined;
    const at = resolve((record as Readonly<Record<string, When | undefined>> | undefined)?.[name]);
    return at === undefined ? [] : [at];
  };
};

/** Reads the weeks in which the times of bars lie in a zone, each once. */
export const weekReader = (plan: PlanState, field: string, zone: Zone): ((bar: Bar) => readonly string[]) => {
  const read = timesReader(plan, field);
  return (bar) => {
    const times = read(bar);
    return times.length < 2 ? times.map((ms) => weekKey(zone, ms)) : [...new Set(times.map((ms) => weekKey(zone, ms)))];
  };
};
