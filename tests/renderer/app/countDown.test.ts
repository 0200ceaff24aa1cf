import { countDown } from '#renderer/app/countDown.ts';
import { DAY, HOUR } from '#shared/time/instant.ts';

const start = Date.UTC(2027, 5, 12, 22, 30);
const end = start + 10 * DAY;

test('counts calendar days of the exercise zone, not spans of 24 hours', () => {
  const lateTheDayBefore = Date.UTC(2027, 5, 12, 1, 0);
  expect(countDown('UTC', lateTheDayBefore, start, end)).toEqual({ phase: 'during', day: 1 });
  // In Tallinn STARTEX falls on the 13th.
  expect(countDown('Europe/Tallinn', lateTheDayBefore, start, end)).toEqual({ phase: 'before', days: 1 });
});

test('the last day is still the exercise, the next one is after it', () => {
  expect(countDown('UTC', end + HOUR, start, end)).toEqual({ phase: 'during', day: 11 });
  expect(countDown('UTC', end + 2 * HOUR, start, end)).toEqual({ phase: 'after', days: 1 });
});

test('without an end it goes on', () => {
  expect(countDown('UTC', start + 400 * DAY, start, undefined)).toEqual({ phase: 'during', day: 401 });
});
