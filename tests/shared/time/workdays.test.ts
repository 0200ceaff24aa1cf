import fc from 'fast-check';
import { DAY } from '#shared/time/instant.ts';
import {
  addWorkdays,
  isWorkday,
  nearestWorkday,
  type RestDays,
  USUAL_REST,
  workdaysBetween,
} from '#shared/time/workdays.ts';

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const seventeenth: RestDays = { weekend: [6, 7], holidays: [dayOf('2027-05-17')] };

// The first of June 2027 is a Tuesday.
test.each([
  ['2027-06-01', 1, '2027-06-02'],
  ['2027-06-04', 1, '2027-06-07'],
  ['2027-06-05', 1, '2027-06-07'],
  ['2027-06-07', -1, '2027-06-04'],
  ['2027-06-06', -1, '2027-06-04'],
  ['2027-06-06', 0, '2027-06-06'],
  ['2027-06-15', -10, '2027-06-01'],
])('from %s, %i working days lead to %s', (from, n, to) => {
  expect(dateOf(addWorkdays(dayOf(from), n, USUAL_REST))).toBe(to);
});

test('a holiday is passed over, and another weekend is another one', () => {
  expect(dateOf(addWorkdays(dayOf('2027-05-14'), 1, seventeenth))).toBe('2027-05-18');
  expect(dateOf(addWorkdays(dayOf('2027-05-18'), -1, seventeenth))).toBe('2027-05-14');
  const fridays: RestDays = { weekend: [5, 6], holidays: [] };
  expect(dateOf(addWorkdays(dayOf('2027-06-03'), 1, fridays))).toBe('2027-06-06');
  expect(isWorkday(dayOf('2027-06-06'), fridays)).toBe(true);
  expect(isWorkday(dayOf('2027-06-06'), USUAL_REST)).toBe(false);
});

test('the nearest day of work is the day itself, or the next one in the direction', () => {
  const nearest = (date: string, direction: 1 | -1) => dateOf(nearestWorkday(dayOf(date), direction, seventeenth));
  expect(nearest('2027-05-18', -1)).toBe('2027-05-18');
  expect(nearest('2027-05-16', 1)).toBe('2027-05-18');
  expect(nearest('2027-05-16', -1)).toBe('2027-05-14');
});

const rests = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    fc.uniqueArray(fc.integer({ min: 20_000, max: 20_400 }), { maxLength: 60 }),
  )
  .map(([weekend, days]): RestDays => ({ weekend, holidays: days.toSorted((a, b) => a - b) }));

/** Day by day, as a person would count on a wall calendar. */
const counted = (day: number, n: number, { weekend, holidays }: RestDays): number => {
  let here = day;
  for (let left = Math.abs(n); left > 0; ) {
    here += Math.sign(n);
    const weekday = ((here + 3) % 7) + 1;
    if (!weekend.includes(weekday) && !holidays.includes(here)) left -= 1;
  }
  return here;
};

test('it counts as a person does on a wall calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000, max: 20_400 }), fc.integer({ min: -90, max: 90 }), rests, (day, n, rest) => {
      expect(addWorkdays(day, n, rest)).toBe(counted(day, n, rest));
    }),
  );
});

test('what lies between two days leads from the one to the other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000, max: 20_400 }), fc.integer({ min: -90, max: 90 }), rests, (day, n, rest) => {
      const to = addWorkdays(day, n, rest);
      expect(workdaysBetween(day, to, rest)).toBe(n);
    }),
  );
});
