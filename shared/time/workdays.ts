/**
 * Working days, counted as spreadsheets count them (WORKDAY): the day counted from need not be one, the day counted to
 * always is, and no days from a day is that day. Days are numbers since 1970 on the exercise's wall clock.
 */
export interface RestDays {
  /** Days of the week without work, from 1 for Monday to 7 for Sunday; six at the most. */
  readonly weekend: readonly number[];
  /** Day numbers, in order and each once; those on a weekend do not matter. */
  readonly holidays: readonly number[];
}

export const USUAL_WEEKEND: readonly number[] = [6, 7];
export const USUAL_REST: RestDays = { weekend: USUAL_WEEKEND, holidays: [] };

/** From 1 for Monday; the first day of 1970 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** How many members of an ascending list are at most a number. */
const countUpTo = (list: readonly number[], limit: number): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

interface Counter {
  /** Working days up to and with a day, from some beginning of its own. */
  readonly upTo: (day: number) => number;
  readonly perWeek: number;
  readonly holidays: number;
}

const made = new WeakMap<RestDays, Counter>();

/** Counting by weeks and by search: a lead time of years costs no more than one of days. */
const counterOf = (rest: RestDays): Counter => {
  const known = made.get(rest);
  if (known !== undefined) return known;
  const works = [1, 2, 3, 4, 5, 6, 7].map((weekday) => !rest.weekend.includes(weekday));
  const perWeek = works.filter(Boolean).length;
  const holidays = rest.holidays.filter((day) => works[weekdayOf(day) - 1]);
  const counter: Counter = {
    perWeek,
    holidays: holidays.length,
    upTo: (day) => {
      const weeks = Math.floor((day + 3) / 7);
      return weeks * perWeek + works.slice(0, weekdayOf(day)).filter(Boolean).length - countUpTo(holidays, day);
    },
  };
  made.set(rest, counter);
  return counter;
};

/** Whether a day is one of work. */
export const isWorkday = (day: number, rest: RestDays): boolean => {
  const { upTo } = counterOf(rest);
  return upTo(day) > upTo(day - 1);
};

/** The day that lies so many working days after (or before, where negative) a day. */
export const addWorkdays = (day: number, n: number, rest: RestDays): number => {
  const { upTo, perWeek, holidays } = counterOf(rest);
  if (n === 0 || perWeek === 0) return day;
  const reach = Math.ceil((Math.abs(n) + holidays + 7) / perWeek + 2) * 7;
  const wanted = n > 0 ? upTo(day) + n : upTo(day - 1) + n + 1;
  // The first day up to which there are so many is a working day: that is what made them so many.
  let [low, high] = n > 0 ? [day + 1, day + reach] : [day - reach, day - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (upTo(middle) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** How many working days lie between two days, so that `addWorkdays` leads from one to the other where that is one. */
export const workdaysBetween = (from: number, to: number, rest: RestDays): number => {
  const { upTo } = counterOf(rest);
  if (from === to) return 0;
  return to > from ? upTo(to) - upTo(from) : upTo(to - 1) - upTo(from - 1);
};

/** The day itself where it is one of work, else the next one in a direction. */
export const nearestWorkday = (day: number, direction: 1 | -1, rest: RestDays): number =>
  isWorkday(day, rest) ? day : addWorkdays(day, direction, rest);
