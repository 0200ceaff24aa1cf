import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '#shared/time/instant.ts';
import {
  addDays,
  fromWall,
  isZone,
  listZones,
  localLabel,
  offsetAt,
  offsetLabel,
  startOfDay,
  toWall,
  zoneSchema,
} from '#shared/time/zone.ts';
import { ODD_ZONES } from './context.ts';

const zone = fc.constantFrom(...ODD_ZONES);
const minute = fc.integer({ min: Date.UTC(1975, 0) / MINUTE, max: Date.UTC(2037, 0) / MINUTE }).map((n) => n * MINUTE);

/** The same reading by another way: the parts that Intl shows. */
function shown(name: string, ms: number): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(ms);
}

test('the wall clock is the one that Intl shows', () => {
  fc.assert(
    fc.property(zone, minute, (name, ms) => {
      expect(new Date(toWall(name, ms)).toISOString().slice(0, 19).replace('T', ' ')).toBe(shown(name, ms));
    }),
  );
});

test('a reading leads back to its instant, or to the first of the two that show it', () => {
  fc.assert(
    fc.property(zone, minute, (name, ms) => {
      const back = fromWall(name, toWall(name, ms));
      expect(toWall(name, back)).toBe(toWall(name, ms));
      expect(back).toBeLessThanOrEqual(ms);
    }),
  );
});

test('a reading that no clock shows moves forward by the gap', () => {
  fc.assert(
    fc.property(zone, minute, (name, wall) => {
      const back = toWall(name, fromWall(name, wall));
      expect(back).toBeGreaterThanOrEqual(wall);
      expect(back - wall).toBeLessThanOrEqual(DAY);
    }),
  );
});

test('0330 on the spring day in Tallinn does not exist and becomes 0430', () => {
  const ms = fromWall('Europe/Tallinn', Date.UTC(2027, 2, 28, 3, 30));
  expect(ms).toBe(Date.UTC(2027, 2, 28, 1, 30));
  expect(toWall('Europe/Tallinn', ms)).toBe(Date.UTC(2027, 2, 28, 4, 30));
});

test('0330 on the autumn day in Tallinn comes twice and is the first', () => {
  const first = fromWall('Europe/Tallinn', Date.UTC(2027, 9, 31, 3, 30));
  expect(first).toBe(Date.UTC(2027, 9, 31, 0, 30));
  expect(toWall('Europe/Tallinn', first + HOUR)).toBe(toWall('Europe/Tallinn', first));
});

test('Apia left out 30 December 2011 as a whole', () => {
  const ms = fromWall('Pacific/Apia', Date.UTC(2011, 11, 30, 8));
  expect(toWall('Pacific/Apia', ms)).toBe(Date.UTC(2011, 11, 31, 8));
});

test('days are added on the calendar: 0800 stays 0800 over 25 hours', () => {
  const before = fromWall('Europe/Tallinn', Date.UTC(2027, 9, 30, 8));
  const after = addDays('Europe/Tallinn', before, 1);
  expect(after - before).toBe(25 * HOUR);
  expect(toWall('Europe/Tallinn', after)).toBe(Date.UTC(2027, 9, 31, 8));
});

test('a day starts at its first instant', () => {
  fc.assert(
    fc.property(zone, minute, (name, ms) => {
      const start = startOfDay(name, ms);
      const dayOf = (at: number): number => Math.floor(toWall(name, at) / DAY);
      expect(dayOf(start)).toBe(dayOf(ms));
      expect(dayOf(start - MINUTE)).toBeLessThan(dayOf(ms));
    }),
  );
});

test('knows the zones, and what is none', () => {
  expect(['UTC', 'Europe/Tallinn', 'Etc/GMT-1'].every(isZone)).toBe(true);
  expect(['', 'Mars/Olympus', '+05:30', 'Europe/Tallinn ', 'x'.repeat(80)].some(isZone)).toBe(false);
  expect(zoneSchema.safeParse('Mars/Olympus').success).toBe(false);
  expect(listZones()[0]).toBe('UTC');
  expect(listZones()).toEqual(expect.arrayContaining(['Asia/Kathmandu', 'Europe/Kyiv', 'Europe/Tallinn']));
  expect(listZones()).not.toContain('Asia/Katmandu');
  expect(listZones().every(isZone)).toBe(true);
});

test('labels a place with its offset', () => {
  expect(localLabel('Asia/Kathmandu', 0)).toBe('Kathmandu +05:30');
  expect(localLabel('Asia/Kathmandu', Date.UTC(2027, 0))).toBe('Kathmandu +05:45');
  expect(offsetLabel(offsetAt('America/St_Johns', Date.UTC(2027, 0)))).toBe('-03:30');
  expect(localLabel('UTC', 0)).toBe('UTC');
});

test('a date that is no number has no offset', () => {
  expect(offsetAt('Europe/Tallinn', Number.NaN)).toBe(0);
  expect(() => offsetAt('Mars/Olympus', 0)).toThrow(RangeError);
});
