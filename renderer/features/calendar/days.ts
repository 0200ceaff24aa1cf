/** The days of a page, by their first moments: which of them an entry reaches into is asked of no clock of a zone. */
import type { DateLocalizer } from 'react-big-calendar';
import type { Span } from '#shared/plan/times.ts';
import type { CalendarEntry } from './entries.ts';

export interface PageDays {
  readonly count: number;
  /** First and last of the page's days into which an entry reaches; what ends at midnight does not reach into the next. */
  readonly of: (entry: CalendarEntry) => readonly [first: number, last: number];
  /** The page's day in which a moment lies; the first or last for what lies outside. */
  readonly at: (moment: number) => number;
}

export const pageDays = ({ start, end }: Span, localizer: DateLocalizer): PageDays => {
  const starts = localizer.range(new Date(start), new Date(end), 'day').map((day) => +localizer.startOf(day, 'day'));
  const at = (moment: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= moment) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count: starts.length,
    at,
    of: ({ bar }) => [at(bar.start), at(Math.max(bar.start, bar.end - 1))],
  };
};

/** How many of some entries reach into each day. */
export const countByDay = (entries: readonly CalendarEntry[], days: PageDays): ((day: Date) => number) => {
  const counts: number[] = Array.from({ length: days.count }, () => 0);
  for (const entry of entries) {
    const [first, last] = days.of(entry);
    for (let day = first; day <= last; day += 1) counts[day] = (counts[day] ?? 0) + 1;
  }
  return (day) => counts[days.at(+day)] ?? 0;
};
