import type { DateLocalizer, View } from 'react-big-calendar';
import type { Span } from '#shared/plan/times.ts';
import { DAY } from '#shared/time/instant.ts';

/** The days that an agenda lists at the most. */
const AGENDA_DAYS = 30;
/** More lines than this are no list to be read, and hold the window up. */
const AGENDA_LINES = 600;

/** How many days an agenda lists, so that it stays a list: a day at the least, thirty where little happens. */
export const agendaDays = (entries: readonly { readonly start: Date; readonly end: Date }[], date: Date): number => {
  const perDay = Array.from({ length: AGENDA_DAYS }, () => 0);
  for (const { start, end } of entries) {
    const from = Math.max(0, Math.floor((+start - +date) / DAY));
    const to = Math.min(AGENDA_DAYS - 1, Math.floor((+end - +date) / DAY));
    for (let day = from; day <= to; day += 1) perDay[day] = (perDay[day] ?? 0) + 1;
  }
  let lines = 0;
  const crowded = perDay.findIndex((count) => (lines += count) > AGENDA_LINES);
  return crowded < 0 ? AGENDA_DAYS : Math.max(1, crowded);
};

/** The stretch of time that a view shows around a date; only its entries are handed to the calendar. */
export const shownSpan = (view: View, date: Date, localizer: DateLocalizer): Span => {
  switch (view) {
    case 'month':
      return { start: +localizer.firstVisibleDay(date, localizer), end: +localizer.lastVisibleDay(date, localizer) };
    case 'agenda': {
      const start = localizer.startOf(date, 'day');
      return { start: +start, end: +start + (AGENDA_DAYS + 1) * DAY };
    }
    default: {
      // The published types leave out the week, which every localizer knows.
      const unit = (view === 'day' ? 'day' : 'week') as 'day';
      return { start: +localizer.startOf(date, unit), end: +localizer.endOf(date, unit) };
    }
  }
};
