import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '#shared/time/instant.ts';
import { type Place, nightsBetween, sunOn } from '#shared/time/sun.ts';

const LONDON = { latitude: 51.5074, longitude: -0.1278 };
const OSLO = { latitude: 59.9139, longitude: 10.7522 };
const NEW_YORK = { latitude: 40.7128, longitude: -74.006 };
const SYDNEY = { latitude: -33.8688, longitude: 151.2093 };
const REYKJAVIK = { latitude: 64.1466, longitude: -21.9426 };
const TROMSO = { latitude: 69.6492, longitude: 18.9553 };

const away = (at: number, wanted: string): number => Math.abs(at - Date.parse(wanted)) / MINUTE;

/** Published times of almanacs, to the minute, in UTC. */
const KNOWN: readonly (readonly [string, Place, string, string, string])[] = [
  ['London at midsummer', LONDON, '2024-06-21', '2024-06-21T03:43Z', '2024-06-21T20:21Z'],
  ['London at midwinter', LONDON, '2024-12-21', '2024-12-21T08:04Z', '2024-12-21T15:53Z'],
  ['Oslo at midsummer', OSLO, '2024-06-21', '2024-06-21T01:54Z', '2024-06-21T20:44Z'],
  ['Oslo at midwinter', OSLO, '2024-12-21', '2024-12-21T08:18Z', '2024-12-21T14:12Z'],
  ['New York at midsummer', NEW_YORK, '2024-06-20', '2024-06-20T09:25Z', '2024-06-21T00:30Z'],
  ['New York at midwinter', NEW_YORK, '2024-12-21', '2024-12-21T12:16Z', '2024-12-21T21:32Z'],
  ['Sydney in its summer', SYDNEY, '2024-12-21', '2024-12-20T18:41Z', '2024-12-21T09:05Z'],
  ['Sydney in its winter', SYDNEY, '2024-06-21', '2024-06-20T21:00Z', '2024-06-21T06:54Z'],
  ['Reykjavik at midsummer', REYKJAVIK, '2024-06-21', '2024-06-21T02:55Z', '2024-06-22T00:03Z'],
  ['the equator at the equinox', { latitude: 0, longitude: 0 }, '2027-03-20', '2027-03-20T06:04Z', '2027-03-20T18:11Z'],
];

test.each(KNOWN)('%s, within two minutes', (_, place, day, rise, set) => {
  const sun = sunOn(Date.parse(day), place);
  if (sun.kind !== 'rises') throw new Error(sun.kind);
  expect(away(sun.rise, rise)).toBeLessThan(2);
  expect(away(sun.set, set)).toBeLessThan(2);
});

test('beyond the polar circle there are days without night, and nights without day', () => {
  expect(sunOn(Date.parse('2027-06-21'), TROMSO).kind).toBe('polar-day');
  expect(sunOn(Date.parse('2027-12-21'), TROMSO).kind).toBe('polar-night');
  expect(sunOn(Date.parse('2027-03-21'), TROMSO).kind).toBe('rises');
  expect(sunOn(Date.parse('2027-06-21'), { latitude: -80, longitude: 0 }).kind).toBe('polar-night');
});

const place = fc.record({
  latitude: fc.double({ min: -89, max: 89, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const day = fc.integer({ min: Date.UTC(1990, 0, 1) / DAY, max: Date.UTC(2080, 0, 1) / DAY }).map((n) => n * DAY);

test('a rise comes before its set, around the noon of the place', () => {
  fc.assert(
    fc.property(place, day, (at, when) => {
      const sun = sunOn(when, at);
      if (sun.kind !== 'rises') return;
      expect(sun.rise).toBeLessThan(sun.set);
      const noon = when + (12 - at.longitude / 15) * HOUR;
      expect(Math.abs((sun.rise + sun.set) / 2 - noon)).toBeLessThan(40 * MINUTE);
    }),
  );
});

test('between the polar circles the sun rises each day', () => {
  fc.assert(
    fc.property(fc.double({ min: -65, max: 65, noNaN: true }), day, (latitude, when) => {
      expect(sunOn(when, { latitude, longitude: 10 }).kind).toBe('rises');
    }),
  );
});

test('north and south have opposite seasons', () => {
  fc.assert(
    fc.property(fc.double({ min: 5, max: 60, noNaN: true }), (latitude) => {
      const lengthAt = (north: number): number => {
        const sun = sunOn(Date.parse('2027-06-21'), { latitude: north, longitude: 0 });
        return sun.kind === 'rises' ? sun.set - sun.rise : 0;
      };
      expect(lengthAt(latitude)).toBeGreaterThan(lengthAt(-latitude));
    }),
  );
});

test('nights are in order, do not overlap, and touch the span', () => {
  fc.assert(
    fc.property(place, day, fc.integer({ min: 1, max: 40 }), (at, start, days) => {
      const end = start + days * DAY;
      const nights = nightsBetween(start, end, at);
      nights.forEach((night, n) => {
        expect(night.end).toBeGreaterThan(night.start);
        expect(night.end > start && night.start < end).toBe(true);
        expect(night.start).toBeGreaterThanOrEqual(nights[n - 1]?.end ?? 0);
      });
    }),
  );
});

test('a week in Oslo has its nights; the midnight sun has none; the polar night is one', () => {
  const start = Date.parse('2027-06-14');
  expect(nightsBetween(start, start + 7 * DAY, OSLO)).toHaveLength(8);
  expect(nightsBetween(start, start + 7 * DAY, TROMSO)).toEqual([]);
  const winter = Date.parse('2027-12-14');
  const [night, ...more] = nightsBetween(winter, winter + 7 * DAY, TROMSO);
  expect(more).toEqual([]);
  expect(night?.start).toBeLessThanOrEqual(winter);
  expect(night?.end).toBeGreaterThanOrEqual(winter + 7 * DAY);
});
