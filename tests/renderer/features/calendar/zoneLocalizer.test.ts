import { enGB } from 'date-fns/locale/en-GB';
import { fr } from 'date-fns/locale/fr';
import type { DateLocalizer } from 'react-big-calendar';
import { zoneCalendar } from '#renderer/features/calendar/zoneCalendar.ts';
import { zoneLocalizer } from '#renderer/features/calendar/zoneLocalizer.ts';
import { DAY, HOUR } from '#shared/time/instant.ts';

const utc = (...parts: [number, number, number, number?, number?]) =>
  new Date(Date.UTC(parts[0], parts[1] - 1, parts[2], parts[3] ?? 0, parts[4] ?? 0));
const tallinn: DateLocalizer = zoneLocalizer('Europe/Tallinn', { en: enGB, fr }, enGB);
const AUTUMN = utc(2027, 10, 31, 12);
const SPRING = utc(2027, 3, 28, 12);

test('formats in the zone and the language, never the computer’s', () => {
  expect(tallinn.format(utc(2027, 6, 12, 21, 30), 'dd MMM HHmm', 'en')).toBe('13 Jun 0030');
  expect(tallinn.format(utc(2027, 6, 12, 21, 30), 'dd MMMM', 'fr')).toBe('13 juin');
  expect(tallinn.format(utc(2027, 6, 12, 21, 30), 'dd MMM', 'xx')).toBe('13 Jun');
});

test('days are 25 and 23 hours long when clocks change', () => {
  const length = (date: Date) => +tallinn.endOf(date, 'day') + 1 - +tallinn.startOf(date, 'day');
  expect(length(AUTUMN)).toBe(25 * HOUR);
  expect(length(SPRING)).toBe(23 * HOUR);
  expect(length(utc(2027, 6, 12))).toBe(DAY);
});

test('adding days keeps the wall clock, adding hours is elapsed time', () => {
  const eight = utc(2027, 10, 30, 5);
  expect(tallinn.add(eight, 1, 'day')).toEqual(utc(2027, 10, 31, 6));
  expect(tallinn.add(eight, 24, 'hours')).toEqual(utc(2027, 10, 31, 5));
  expect(tallinn.add(utc(2027, 1, 30, 22), 1, 'month')).toEqual(utc(2027, 2, 27, 22));
  expect(tallinn.add(utc(2028, 2, 28, 22), 1, 'year')).toEqual(utc(2029, 2, 27, 22));
});

test('a month’s page holds whole weeks from Monday', () => {
  const days = tallinn.visibleDays(AUTUMN, tallinn);
  expect(days.length % 7).toBe(0);
  expect(tallinn.format(days[0] ?? AUTUMN, 'eee dd MMM', 'en')).toBe('Mon 27 Sep');
  expect(tallinn.format(days.at(-1) ?? AUTUMN, 'eee dd MMM', 'en')).toBe('Sun 31 Oct');
});

test('a slot of the day column is the instant at which the wall clock shows it', () => {
  for (const day of [AUTUMN, SPRING]) {
    for (let minutes = 0; minutes < 24 * 60; minutes += 30) {
      const slot = tallinn.getSlotDate(day, minutes, 0);
      const skipped = day === SPRING && minutes >= 180 && minutes < 240;
      expect(tallinn.getMinutesFromMidnight(slot)).toBe(skipped ? minutes + 60 : minutes);
    }
  }
});

test('counts days between dates by the calendar', () => {
  expect(tallinn.diff(utc(2027, 10, 30, 20), utc(2027, 10, 30, 22), 'day')).toBe(1);
  expect(tallinn.diff(utc(2027, 10, 30, 20), utc(2027, 10, 30, 22, 30), 'hours')).toBe(2);
  expect(tallinn.range(utc(2027, 10, 30, 5), utc(2027, 11, 2, 5), 'day')).toHaveLength(4);
});

test('stacks by day, then longest, then all-day, then time', () => {
  const sort = tallinn.sortEvents as unknown as (pair: { evtA: object; evtB: object }) => number;
  const short = { start: utc(2027, 6, 12, 8), end: utc(2027, 6, 12, 9) };
  const long = { start: utc(2027, 6, 12, 10), end: utc(2027, 6, 14, 9) };
  const allDay = { start: utc(2027, 6, 12, 9), end: utc(2027, 6, 12, 10), allDay: true };
  const tomorrow = { start: utc(2027, 6, 12, 21), end: utc(2027, 6, 20) };
  const sorted = [tomorrow, short, allDay, long].toSorted((evtA, evtB) => sort({ evtA, evtB }));
  expect(sorted).toEqual([long, allDay, short, tomorrow]);
});

test('an entry that ends at midnight does not reach into the next day', () => {
  const within = tallinn.inEventRange as unknown as (question: object) => boolean;
  const event = { start: utc(2027, 6, 12, 8), end: utc(2027, 6, 12, 21) };
  const day = (n: number) => ({ start: utc(2027, 6, n - 1, 21), end: utc(2027, 6, n, 20, 59) });
  expect(within({ event, range: day(12) })).toBe(true);
  expect(within({ event, range: day(13) })).toBe(false);
});

test('survives dates that are no numbers', () => {
  const calendar = zoneCalendar('Europe/Tallinn', 1);
  expect(+calendar.startOf(new Date(Number.NaN), 'day')).toBeNaN();
  expect(+calendar.add(new Date(Number.NaN), 1, 'day')).toBeNaN();
});
