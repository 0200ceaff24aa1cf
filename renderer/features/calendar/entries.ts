import { DAY } from '#shared/time/instant.ts';
import type { Bar } from '#shared/timeline/bars.ts';

/** A bar as the calendar wants it. */
export interface CalendarEntry {
  readonly id: string;
  readonly title: string;
  readonly start: Date;
  readonly end: Date;
  /** Days and longer stand in the head of week and day, not in the hours. */
  readonly allDay: boolean;
  readonly bar: Bar;
}

export const entriesOf = (bars: readonly Bar[], filter: string): CalendarEntry[] => {
  const wanted = filter.trim().toLocaleLowerCase();
  return bars
    .filter((bar) => wanted === '' || `${bar.title} ${bar.type}`.toLocaleLowerCase().includes(wanted))
    .map((bar) => ({
      id: bar.id,
      title: bar.title,
      start: new Date(bar.start),
      end: new Date(bar.end),
      allDay: bar.end - bar.start >= DAY,
      bar,
    }));
};
