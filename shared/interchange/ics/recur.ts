/**
 * Recurrence rules (RFC 5545 chapter 3.3.10) on the wall clock, expanded within bounds whatever a file asks for: each
 * period is a list of its days, from which the rule's parts choose, so that a rule which never fits ends like any other.
 */
import { DAY, HOUR, MINUTE, SECOND } from '../../time/instant.ts';
import type { WallMs } from '../../time/zone.ts';

const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'] as const;
type Frequency = (typeof FREQUENCIES)[number];
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

interface ByDay {
  /** 0 is each of them; 2 the second, -1 the last of the month or year. */
  readonly nth: number;
  readonly weekday: number;
}

export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  /** As it is written: a day, a wall clock reading, or in UTC. */
  readonly until: string | undefined;
  readonly weekStart: number;
  readonly byDay: readonly ByDay[];
  readonly by: Readonly<Record<string, readonly number[]>>;
}

const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  BYMONTH: [1, 12],
  BYMONTHDAY: [-31, 31],
  BYYEARDAY: [-366, 366],
  BYWEEKNO: [-53, 53],
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
  BYSECOND: [0, 59],
  BYSETPOS: [-366, 366],
};

const numbersOf = (part: string, value: string): readonly number[] | undefined => {
  const [min, max] = BOUNDS[part] ?? [0, 0];
  const found = value.split(',').map(Number);
  const good = found.length <= 366 && found.every((n) => Number.isInteger(n) && n >= min && n <= max);
  return good && (min >= 0 || found.every((n) => n !== 0)) ? found : undefined;
};

const byDayOf = (value: string): readonly ByDay[] | undefined => {
  const found = value.split(',').map((text): ByDay | undefined => {
    const [, nth = '', name] = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(text.trim().toUpperCase()) ?? [];
    const weekday = WEEKDAYS.findIndex((day) => day === name);
    return weekday < 0 ? undefined : { nth: Number(nth), weekday };
  });
  return found.every((each) => each !== undefined) ? found.filter((each) => each !== undefined) : undefined;
};

/** Reads a rule; undefined for one that is wrong or finer than a day, which no schedule of an exercise is made of. */
export const readRule = (text: string): Rule | undefined => {
  const parts = new Map(
    text.split(';').map((part): [string, string] => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim().toUpperCase(), part.slice(at + 1).trim()];
    }),
  );
  const frequency = FREQUENCIES.find((name) => name === parts.get('FREQ')?.toUpperCase());
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const count = parts.has('COUNT') ? Number(parts.get('COUNT')) : undefined;
  if (frequency === undefined || !Number.isInteger(interval) || interval < 1 || interval > 100_000) return undefined;
  if (count !== undefined && (!Number.isInteger(count) || count < 1)) return undefined;
  const by: Record<string, readonly number[]> = {};
  for (const part of Object.keys(BOUNDS)) {
    const value = parts.get(part);
    if (value === undefined) continue;
    const numbers = numbersOf(part, value);
    if (numbers === undefined) return undefined;
    by[part] = numbers;
  }
  const byDay = parts.has('BYDAY') ? byDayOf(parts.get('BYDAY') ?? '') : [];
  if (byDay === undefined) return undefined;
  const weekStart = WEEKDAYS.findIndex((day) => day === (parts.get('WKST') ?? 'MO').toUpperCase());
  return { frequency, interval, count, until: parts.get('UNTIL'), weekStart: Math.max(0, weekStart), byDay, by };
};

const dayNumber = (wall: WallMs): number => Math.floor(wall / DAY);
const at = (day: number): Date => new Date(day * DAY);
const firstOfMonth = (year: number, month: number): number => dayNumber(Date.UTC(year, month, 1));
const firstOfYear = (year: number): number => firstOfMonth(year, 0);
const weekStartOf = (day: number, weekStart: number): number => day - ((at(day).getUTCDay() - weekStart + 7) % 7);

/** The days of the n-th period after the one in which a day lies: from (inclusive) and to (exclusive). */
const periodOf = ({ frequency, weekStart }: Rule, first: number, n: number): readonly [number, number] => {
  const date = at(first);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (frequency) {
    case 'YEARLY':
      return [firstOfYear(year + n), firstOfYear(year + n + 1)];
    case 'MONTHLY':
      return [firstOfMonth(year, month + n), firstOfMonth(year, month + n + 1)];
    case 'WEEKLY': {
      const from = weekStartOf(first, weekStart) + 7 * n;
      return [from, from + 7];
    }
    case 'DAILY':
      return [first + n, first + n + 1];
  }
};

/** Whether a number counted from the front, or its negative from the back, is among those wanted. */
const counted = (wanted: readonly number[] | undefined, front: number, size: number): boolean =>
  wanted === undefined || wanted.includes(front) || wanted.includes(front - size - 1);

/** The week of a year in which a day lies, and how many that year has; the first is the first with four days in it. */
const weekOf = (day: number, weekStart: number): { readonly week: number; readonly weeks: number } => {
  const thursday = weekStartOf(day, weekStart) + 3;
  const year = at(thursday).getUTCFullYear();
  const begins = (of: number): number => weekStartOf(firstOfYear(of) + 3, weekStart);
  return {
    week: Math.floor((day - begins(year)) / 7) + 1,
    weeks: Math.round((begins(year + 1) - begins(year)) / 7),
  };
};

const onWeekday = ({ frequency, byDay, by }: Rule, day: number): boolean => {
  if (byDay.length === 0) return true;
  const date = at(day);
  const weekday = date.getUTCDay();
  const inMonth = frequency === 'MONTHLY' || (frequency === 'YEARLY' && by['BYMONTH'] !== undefined);
  const from = inMonth ? firstOfMonth(date.getUTCFullYear(), date.getUTCMonth()) : firstOfYear(date.getUTCFullYear());
  const to = inMonth
    ? firstOfMonth(date.getUTCFullYear(), date.getUTCMonth() + 1)
    : firstOfYear(date.getUTCFullYear() + 1);
  const ordinal = frequency === 'MONTHLY' || frequency === 'YEARLY';
  return byDay.some(({ nth, weekday: wanted }) => {
    if (wanted !== weekday) return false;
    if (nth === 0 || !ordinal) return true;
    return nth > 0 ? Math.floor((day - from) / 7) + 1 === nth : Math.floor((to - 1 - day) / 7) + 1 === -nth;
  });
};

const fits = (rule: Rule, day: number): boolean => {
  const { by, weekStart, frequency } = rule;
  const date = at(day);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  if (!counted(by['BYMONTH'], month + 1, 12)) return false;
  const size = firstOfMonth(year, month + 1) - firstOfMonth(year, month);
  if (!counted(by['BYMONTHDAY'], date.getUTCDate(), size)) return false;
  const length = firstOfYear(year + 1) - firstOfYear(year);
  if (!counted(by['BYYEARDAY'], day - firstOfYear(year) + 1, length)) return false;
  if (frequency === 'YEARLY' && by['BYWEEKNO'] !== undefined) {
    const { week, weeks } = weekOf(day, weekStart);
    if (!counted(by['BYWEEKNO'], week, weeks)) return false;
  }
  return onWeekday(rule, day);
};

/** What a rule leaves open is as in the first occurrence. */
const completed = (rule: Rule, first: number): Rule => {
  const { frequency, by, byDay } = rule;
  const date = at(first);
  const has = (part: string): boolean => by[part] !== undefined;
  if (frequency === 'WEEKLY' && byDay.length === 0) return { ...rule, byDay: [{ nth: 0, weekday: date.getUTCDay() }] };
  if (frequency === 'DAILY' || byDay.length > 0 || has('BYMONTHDAY') || has('BYYEARDAY')) return rule;
  if (frequency === 'YEARLY' && has('BYWEEKNO')) return { ...rule, byDay: [{ nth: 0, weekday: date.getUTCDay() }] };
  if (frequency === 'WEEKLY') return rule;
  const month = frequency === 'YEARLY' && !has('BYMONTH') ? { BYMONTH: [date.getUTCMonth() + 1] } : {};
  return { ...rule, by: { ...by, ...month, BYMONTHDAY: [date.getUTCDate()] } };
};

/** The wall clock times of a day, in milliseconds after midnight. */
const timesOf = ({ by }: Rule, start: WallMs): readonly number[] => {
  const clock = start - dayNumber(start) * DAY;
  const hours = by['BYHOUR'] ?? [Math.floor(clock / HOUR)];
  const minutes = by['BYMINUTE'] ?? [Math.floor((clock % HOUR) / MINUTE)];
  const seconds = by['BYSECOND'] ?? [Math.floor((clock % MINUTE) / SECOND)];
  const times = hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour * HOUR + minute * MINUTE + second * SECOND)),
  );
  return [...new Set(times)].sort((a, b) => a - b);
};

export interface Expansion {
  /** In order; those before `from` are left out, but counted where the rule counts. */
  readonly walls: readonly WallMs[];
  /** True when there are more than the bounds allow. */
  readonly cut: boolean;
}

export interface ExpansionBounds {
  readonly from: WallMs;
  readonly to: WallMs;
  /** The last that the rule itself allows. */
  readonly until: WallMs;
  readonly limit: number;
  /** Days that may still be looked at, over all rules of a file together. */
  readonly budget: { days: number };
}

/** The first period that can matter: where nothing is counted, those long before the bounds are passed over. */
const firstPeriod = ({ frequency, interval, count }: Rule, start: WallMs, from: WallMs): number => {
  if (count !== undefined || from <= start) return 0;
  const longest = { YEARLY: 366, MONTHLY: 31, WEEKLY: 7, DAILY: 1 }[frequency] * DAY;
  return Math.max(0, Math.floor((from - start) / longest / interval) - 1) * interval;
};

/** All occurrences of a rule that begin within bounds, the first one always among them where it lies within. */
export const expand = (rule: Rule, start: WallMs, bounds: ExpansionBounds): Expansion => {
  const { from, to, until, limit, budget } = bounds;
  const full = completed(rule, dayNumber(start));
  const times = timesOf(full, start);
  const walls: WallMs[] = start >= from && start <= to ? [start] : [];
  let seen = 1;
  const done = (): boolean => rule.count !== undefined && seen >= rule.count;
  for (let n = firstPeriod(full, start, from); !done(); n += rule.interval) {
    const [first, end] = periodOf(full, dayNumber(start), n);
    if (first * DAY > Math.min(to, until)) break;
    budget.days -= end - first;
    if (budget.days < 0) return { walls, cut: true };
    let found: WallMs[] = [];
    for (let day = first; day < end; day += 1)
      if (fits(full, day)) for (const time of times) found.push(day * DAY + time);
    const places = full.by['BYSETPOS'];
    if (places !== undefined) found = found.filter((_, index) => counted(places, index + 1, found.length));
    for (const wall of found) {
      if (wall <= start || wall > until || done()) continue;
      seen += 1;
      if (wall > to) return { walls, cut: true };
      if (wall < from) continue;
      if (walls.length >= limit) return { walls, cut: true };
      walls.push(wall);
    }
  }
  return { walls, cut: !done() && until > to };
};
