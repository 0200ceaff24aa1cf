import type { DateLocalizer } from 'react-big-calendar';
import type { Span } from '#shared/plan/times.ts';

export const CALENDAR_VIEWS = ['month', 'week', 'day', 'agenda'] as const;
export type CalendarViewId = (typeof CALENDAR_VIEWS)[number];

/** The days that an agenda lists. */
const AGENDA_DAYS = 30;

/** The stretch of time that a view shows around a date; only its entries are handed to the calendar. */
export const shownSpan = (view: CalendarViewId, date: Date, localizer: DateLocalizer): Span => {
  switch (view) {
    case 'month':
      return { start: +localizer.firstVisibleDay(date, localizer), end: +localizer.lastVisibleDay(date, localizer) };
    case 'agenda': {
      const start = localizer.startOf(date, 'day');
      return { start: +start, end: +localizer.add(start, AGENDA_DAYS, 'day') - 1 };
    }
    default: {
      // The published types leave out the week, which every localizer knows.
      const unit = (view === 'day' ? 'day' : 'week') as 'day';
      return { start: +localizer.startOf(date, unit), end: +localizer.endOf(date, unit) };
    }
  }
};

/** Whether a view around a date shows a moment; a month shows its own days, not those of its first and last week. */
export const isShown = (view: CalendarViewId, date: Date, at: Date, localizer: DateLocalizer): boolean => {
  if (view === 'month') return +localizer.startOf(date, 'month') === +localizer.startOf(at, 'month');
  const { start, end } = shownSpan(view, date, localizer);
  return +at >= start && +at <= end;
};

/** The date of the page before or after this one. */
export const turned = (view: CalendarViewId, date: Date, by: 1 | -1, localizer: DateLocalizer): Date =>
  view === 'agenda' ? localizer.add(date, by * AGENDA_DAYS, 'day') : localizer.add(date, by, view as 'day');

/** What the page is called: `May 2027`, `24 May – 30 May 2027`, `Monday 24 May`. */
export const pageTitle = (view: CalendarViewId, date: Date, culture: string, localizer: DateLocalizer): string => {
  if (view === 'month') return localizer.format(date, 'MMMM yyyy', culture);
  if (view === 'day') return localizer.format(date, 'cccc d MMMM yyyy', culture);
  const { start, end } = shownSpan(view, date, localizer);
  const [from, to] = [new Date(start), new Date(end)];
  return `${localizer.format(from, 'd MMM', culture)} – ${localizer.format(to, 'd MMM yyyy', culture)}`;
};
