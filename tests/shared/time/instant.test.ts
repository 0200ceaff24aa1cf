import fc from 'fast-check';
import { EARLIEST, formatInstant, instantSchema, LATEST, parseInstant, SECOND } from '#shared/time/instant.ts';

test('an instant survives writing and reading', () => {
  fc.assert(
    fc.property(fc.integer({ min: EARLIEST / SECOND, max: LATEST / SECOND }), (seconds) => {
      expect(parseInstant(formatInstant(seconds * SECOND))).toEqual({ ok: true, value: seconds * SECOND });
    }),
  );
});

test('text order is time order', () => {
  const seconds = fc.integer({ min: EARLIEST / SECOND, max: LATEST / SECOND });
  fc.assert(
    fc.property(seconds, seconds, (a, b) => {
      expect(formatInstant(a * SECOND) < formatInstant(b * SECOND)).toBe(a < b);
    }),
  );
});

test.each([
  '2027-02-30T00:00:00Z',
  '2027-06-12T24:00:00Z',
  '2027-06-12T14:00:60Z',
  '2027-06-12T14:00Z',
  '2027-06-12T14:00:00.000Z',
  '2027-06-12T14:00:00+00:00',
  '2027-06-12',
  '',
])('refuses %p', (text) => {
  expect(parseInstant(text)).toMatchObject({ ok: false, error: { code: 'TIME_INSTANT' } });
  expect(instantSchema.safeParse(text).success).toBe(false);
});

test('refuses a year that only a slip can mean', () => {
  expect(parseInstant('1027-06-12T14:00:00Z')).toMatchObject({ ok: false, error: { code: 'TIME_OUT_OF_RANGE' } });
  expect(instantSchema.safeParse('2027-06-12T14:00:00Z').success).toBe(true);
});
