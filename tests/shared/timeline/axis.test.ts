import fc from 'fast-check';
import { axisOf, weekendsOf } from '#shared/timeline/axis.ts';
import { DAY, HOUR, MINUTE } from '#shared/time/instant.ts';
import { toWall } from '#shared/time/zone.ts';

const JUNE = Date.UTC(2027, 5, 12);

describe('axisOf', () => {
  it('puts days under months at a zoom of weeks', () => {
    const { major, minor } = axisOf({ start: JUNE, end: JUNE + 30 * DAY }, DAY / 40, 'UTC');
    expect(major.map(({ label }) => label)).toEqual(['JUN 2027', 'JUL 2027']);
    expect(minor[0]).toEqual({ at: JUNE, label: '12' });
  });

  it('writes hours as four digits', () => {
    const { minor } = axisOf({ start: JUNE, end: JUNE + DAY }, HOUR / 40, 'UTC');
    expect(minor[14]?.label).toBe('1400');
  });

  it('stands on the calendar of the zone, on the day its clocks change too', () => {
    const start = Date.UTC(2027, 2, 27);
    const { minor } = axisOf({ start, end: start + 3 * DAY }, DAY / 40, 'Europe/Tallinn');
    for (const { at } of minor) expect(toWall('Europe/Tallinn', at) % DAY).toBe(0);
    // The day on which an hour is skipped has 23.
    expect(minor.map(({ at }, index) => at - (minor[index - 1]?.at ?? at)).slice(1)).toContain(23 * HOUR);
  });

  it('has no tick for an hour that the clock skips', () => {
    const start = Date.UTC(2027, 2, 27, 23);
    const { minor } = axisOf({ start, end: start + 5 * HOUR }, HOUR / 40, 'Europe/Oslo');
    expect(minor.map(({ label }) => label)).toEqual(['0000', '0100', '0300', '0400', '0500', '0600']);
    expect(minor.map(({ at }) => at)).toEqual(Array.from({ length: 6 }, (_, hour) => start + hour * HOUR));
  });

  it('has the ticks of an hour twice that comes twice', () => {
    const start = Date.UTC(2027, 9, 30, 23);
    const hours = axisOf({ start, end: start + 3 * HOUR }, HOUR / 40, 'Europe/Oslo').minor;
    expect(hours.map(({ label }) => label)).toEqual(['0100', '0200', '0200', '0300']);
    // From half past two in summer to ten past two in winter the clock seems to go back.
    const half = Date.UTC(2027, 9, 31, 0, 30);
    const { minor } = axisOf({ start: half, end: half + 40 * MINUTE }, MINUTE / 4, 'Europe/Oslo');
    expect(minor.map(({ label }) => label)).toEqual(['0230', '0245', '0200']);
  });

  it('brings wide steps back to their hours after a change', () => {
    const start = Date.UTC(2027, 9, 30, 22);
    const { minor } = axisOf({ start, end: start + 25 * HOUR }, (6 * HOUR) / 40, 'Europe/Oslo');
    expect(minor.map(({ label }) => label)).toEqual(['0000', '0600', '1200', '1800', '0000']);
  });

  it.each(['Europe/Oslo', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Kathmandu', 'America/St_Johns'])(
    'goes on without leaps or standstill in %s, the whole year through',
    (zone) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 365 * 96 }),
          fc.double({ min: Math.log(MINUTE), max: Math.log(12 * HOUR), noNaN: true }),
          (quarter, zoom) => {
            const start = Date.UTC(2027, 0, 1) + quarter * 15 * MINUTE;
            const msPerPixel = Math.exp(zoom) / 37;
            const { minor } = axisOf({ start, end: start + 600 * msPerPixel }, msPerPixel, zone);
            expect(minor[0]?.at).toBeLessThanOrEqual(start);
            const steps = minor.slice(1).map(({ at }, index) => at - (minor[index]?.at ?? 0));
            const usual = Math.max(...steps);
            for (const step of steps) expect(step).toBeGreaterThan(0);
            expect(usual / msPerPixel).toBeLessThan(200);
          },
        ),
      );
    },
  );

  it('never crowds labels and never leaves the span bare, whatever the zoom', () => {
    fc.assert(
      fc.property(fc.double({ min: Math.log(MINUTE / 20), max: Math.log(20 * 365 * DAY), noNaN: true }), (zoom) => {
        const msPerPixel = Math.exp(zoom) / 40;
        const span = { start: JUNE, end: Math.min(JUNE + 1200 * msPerPixel, Date.UTC(2190, 0, 1)) };
        const { major, minor } = axisOf(span, msPerPixel, 'UTC');
        expect(minor.length).toBeLessThanOrEqual(1200 / 15);
        expect(minor[0]?.at).toBeLessThanOrEqual(span.start);
        expect(major[0]?.at).toBeLessThanOrEqual(span.start);
        for (let at = 1; at < minor.length; at += 1) expect(minor[at]?.at).toBeGreaterThan(minor[at - 1]?.at ?? 0);
      }),
    );
  });
});

describe('weekendsOf', () => {
  it('finds Saturday and Sunday', () => {
    const [first] = weekendsOf({ start: JUNE - DAY, end: JUNE + DAY }, DAY / 40, 'UTC');
    expect(first).toEqual({ start: JUNE, end: JUNE + 2 * DAY });
  });

  it('finds none when a day is too narrow to shade', () => {
    expect(weekendsOf({ start: JUNE, end: JUNE + 300 * DAY }, DAY, 'UTC')).toEqual([]);
  });
});
