/** Names of days and months on sheets, from calendar days counted from 1 January 1970. */
import { UTCDate } from '@date-fns/utc';
import { format, getISOWeek } from 'date-fns';
import { enGB, fr } from 'date-fns/locale';
import { DAY } from '../time/instant.ts';
import type { SheetOptions } from './base.ts';

type Language = SheetOptions['language'];

const localeOf = (language: Language) => (language === 'fr' ? fr : enGB);

/** `Saturday 12 June 2027` */
export const dayTitle = (day: number, language: Language): string =>
  format(new UTCDate(day * DAY), 'EEEE d MMMM yyyy', { locale: localeOf(language) });

/** `June 2027`, of the month in which a day lies. */
export const monthTitle = (day: number, language: Language): string =>
  format(new UTCDate(day * DAY), 'LLLL yyyy', { locale: localeOf(language) });

/** `Monday` to `Sunday` */
export const weekdayNames = (language: Language): readonly string[] =>
  // 5 January 1970 was a Monday.
  Array.from({ length: 7 }, (_, index) =>
    format(new UTCDate((4 + index) * DAY), 'EEEE', { locale: localeOf(language) }),
  );

/** ISO week of a day. */
export const weekNumber = (day: number): number => getISOWeek(new UTCDate(day * DAY));

/** Days from Monday (0) to Sunday (6). */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Day of the month. */
export const dayOfMonth = (day: number): number => new UTCDate(day * DAY).getUTCDate();

/** First days of the months from one day to another, both included. */
export const monthsBetween = (first: number, last: number): readonly number[] => {
  const months: number[] = [];
  const begin = new UTCDate(first * DAY);
  for (let month = begin.getUTCMonth(); ; month += 1) {
    const day = Date.UTC(begin.getUTCFullYear(), month, 1) / DAY;
    if (day > last) return months;
    months.push(day);
  }
};

/** The day after the last of a month. */
export const monthEnd = (first: number): number => {
  const date = new UTCDate(first * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY;
};

/** A day by its distance from an anchor: `D+3`, `STARTEX-2d`. */
export const dayLabel = (code: string, days: number): string => {
  if (days === 0) return code;
  return `${code}${days < 0 ? '-' : '+'}${Math.abs(days)}${code.length === 1 ? '' : 'd'}`;
};
