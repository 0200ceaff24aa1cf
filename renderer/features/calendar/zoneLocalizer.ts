/**
 * A react-big-calendar localizer that computes in a chosen zone (UTC or IANA) whatever zone the computer is in.
 * The stock dateFnsLocalizer computes in the computer's zone, and feeding it zoned dates is right but 20 times slower.
 */
import { utc, UTCDate } from '@date-fns/utc';
import { format, type Locale } from 'date-fns';
import { DateLocalizer, type DateLocalizerSpec } from 'react-big-calendar';
import { DAY, MINUTE } from '#shared/time/instant.ts';
import { offsetAt, type Zone } from '#shared/time/zone.ts';
import { zoneCalendar, type Unit, type WeekStart, type ZoneCalendar } from './zoneCalendar.ts';

interface Span {
  readonly start: Date;
  readonly end: Date;
}
interface Entry extends Span {
  readonly allDay?: boolean;
}

const CLOCK = 'HHmm';

type SpanFormat = (span: Span, culture: string, localizer: DateLocalizer) => string;

const times: SpanFormat = ({ start, end }, culture, localizer) =>
  `${localizer.format(start, CLOCK, culture)}–${localizer.format(end, CLOCK, culture)}`;
const dates: SpanFormat = ({ start, end }, culture, localizer) =>
  `${localizer.format(start, 'dd MMM', culture)} – ${localizer.format(end, 'dd MMM yyyy', culture)}`;
const fromTime: SpanFormat = ({ start }, culture, localizer) => `${localizer.format(start, CLOCK, culture)}–`;
const toTime: SpanFormat = ({ end }, culture, localizer) => `–${localizer.format(end, CLOCK, culture)}`;

const formats = {
  dateFormat: 'dd',
  dayFormat: 'eee dd',
  weekdayFormat: 'ccc',
  timeGutterFormat: CLOCK,
  monthHeaderFormat: 'MMMM yyyy',
  dayHeaderFormat: 'cccc dd MMM',
  agendaDateFormat: 'ccc dd MMM',
  agendaTimeFormat: CLOCK,
  selectRangeFormat: times,
  eventTimeRangeFormat: times,
  agendaTimeRangeFormat: times,
  dayRangeHeaderFormat: dates,
  agendaHeaderFormat: dates,
  eventTimeRangeStartFormat: fromTime,
  eventTimeRangeEndFormat: toTime,
};

const comparisons = ({ wall }: ZoneCalendar) => ({
  eq: (a: Date, b: Date, unit?: Unit) => wall(a, unit) === wall(b, unit),
  neq: (a: Date, b: Date, unit?: Unit) => wall(a, unit) !== wall(b, unit),
  lt: (a: Date, b: Date, unit?: Unit) => wall(a, unit) < wall(b, unit),
  gt: (a: Date, b: Date, unit?: Unit) => wall(a, unit) > wall(b, unit),
  lte: (a: Date, b: Date, unit?: Unit) => wall(a, unit) <= wall(b, unit),
  gte: (a: Date, b: Date, unit?: Unit) => wall(a, unit) >= wall(b, unit),
  inRange: (date: Date, a: Date, b: Date, unit: Unit = 'day') =>
    wall(date, unit) >= wall(a, unit) && wall(date, unit) <= wall(b, unit),
  min: (...all: Date[]) => new Date(Math.min(...all.map(Number))),
  max: (...all: Date[]) => new Date(Math.max(...all.map(Number))),
  isSameDate: (a: Date, b: Date) => wall(a, 'day') === wall(b, 'day'),
  startAndEndAreDateOnly: (a: Date, b: Date) => wall(a, 'day') === wall(a) && wall(b, 'day') === wall(b),
});

/** The days of the weeks that a month's page shows. */
const page = ({ startOf, endOf, range }: ZoneCalendar) => {
  const firstVisibleDay = (date: Date) => startOf(startOf(date, 'month'), 'week');
  const lastVisibleDay = (date: Date) => endOf(endOf(date, 'month'), 'week');
  return {
    firstVisibleDay,
    lastVisibleDay,
    visibleDays: (date: Date) => range(firstVisibleDay(date), lastVisibleDay(date), 'day'),
  };
};

/** Where a time of day lies in a day's column. Slots and bars are placed by the wall clock, on 23 and 25 hour days too. */
const slots = ({ wall, dateAt, startOf, add, wallMinutes }: ZoneCalendar, zone: Zone) => ({
  ceil: (date: Date, unit: Unit) => {
    const start = startOf(date, unit);
    return +start === +date ? start : add(start, 1, unit);
  },
  minutes: (date: Date) => wallMinutes(date) % 60,
  merge: (date: Date | null, time: Date | null) => {
    if (!date && !time) return null;
    const clock = time ?? new Date();
    return dateAt(wall(date ?? new Date(), 'day') + (wall(clock) - wall(clock, 'day')));
  },
  getSlotDate: (date: Date, minutesFromMidnight: number, offset: number) =>
    dateAt(wall(date, 'day') + (minutesFromMidnight + offset) * MINUTE),
  getTimezoneOffset: () => 0,
  // The component adds this to elapsed minutes to get minutes of the wall clock.
  getDstOffset: (a: Date, b: Date) => (offsetAt(zone, +b) - offsetAt(zone, +a)) / MINUTE,
  getTotalMin: (a: Date, b: Date) => Math.round((wall(b) - wall(a)) / MINUTE),
  getMinutesFromMidnight: wallMinutes,
  browserTZOffset: () => 0,
});

/** Which entries reach into a day or week, and in which order they stack: by day, longest first, all-day first. */
const stacking = ({ wall }: ZoneCalendar) => {
  const daySpan = (start: Date, end: Date) => Math.abs((wall(end, 'day') - wall(start, 'day')) / DAY);
  const endsAfter = (start: Date, end: Date, limit: Date) =>
    wall(start, 'minutes') === wall(end, 'minutes')
      ? wall(end, 'minutes') >= wall(limit, 'minutes')
      : wall(end, 'minutes') > wall(limit, 'minutes');
  return {
    daySpan,
    continuesPrior: (start: Date, first: Date) => wall(start, 'day') < wall(first, 'day'),
    continuesAfter: endsAfter,
    inEventRange: ({ event, range }: { event: Span; range: Span }) =>
      wall(event.start, 'day') <= wall(range.end, 'day') && endsAfter(event.start, event.end, range.start),
    sortEvents: ({ evtA: a, evtB: b }: { evtA: Entry; evtB: Entry }) =>
      wall(a.start, 'day') - wall(b.start, 'day') ||
      daySpan(b.start, b.end) - daySpan(a.start, a.end) ||
      Number(b.allDay ?? false) - Number(a.allDay ?? false) ||
      +a.start - +b.start ||
      +a.end - +b.end,
  };
};

/**
 * @param locales date-fns locales by culture; the calendar's `culture` chooses among them.
 * @param fallback the locale of a culture that is not among them.
 */
export function zoneLocalizer(
  zone: Zone,
  locales: Readonly<Record<string, Locale>>,
  fallback: Locale,
  weekStartsOn: WeekStart = 1,
): DateLocalizer {
  const calendar = zoneCalendar(zone, weekStartsOn);
  const { startOf, endOf, add, range, diff, wall } = calendar;
  const spec = {
    formats,
    firstOfWeek: () => weekStartsOn,
    format: (date: Date, pattern: string, culture = '') =>
      format(new UTCDate(wall(date)), pattern, { in: utc, locale: locales[culture] ?? fallback }),
    startOf,
    endOf,
    add,
    range,
    diff,
    ...comparisons(calendar),
    ...page(calendar),
    ...slots(calendar, zone),
    ...stacking(calendar),
  };
  // The published types say less than the component calls (daySpan, browserTZOffset) and call its sorter a yes or no.
  return new DateLocalizer(spec as unknown as DateLocalizerSpec);
}
