import fc from 'fast-check';
import { SNAP_OFF, SNAP_RULES, type SnapScene, gridStep, snapTo, timeStep } from '#shared/timeline/snap.ts';
import { DAY, HOUR, MINUTE } from '#shared/time/instant.ts';
import { toWall } from '#shared/time/zone.ts';

const NOON = Date.UTC(2027, 5, 12, 12);
const scene = (more: Partial<SnapScene> = {}): SnapScene => ({
  msPerPixel: MINUTE,
  zone: 'UTC',
  anchors: [],
  ends: [],
  ...more,
});

test.each([
  ['minute', NOON + 7.4 * MINUTE, NOON + 7 * MINUTE],
  ['quarter', NOON + 8 * MINUTE, NOON + 15 * MINUTE],
  ['hour', NOON + 29 * MINUTE, NOON],
  ['day', NOON + HOUR, NOON + 12 * HOUR],
] as const)('to the %s', (grid, at, expected) => {
  expect(snapTo(at, { ...SNAP_RULES, grid }, scene())).toEqual({ at: expected, to: 'grid' });
});

test('an anchor in reach draws stronger than an end, an end stronger than the grid', () => {
  const anchors = [NOON + 40 * MINUTE, NOON + 3 * MINUTE];
  const ends = [NOON - HOUR, NOON + 2 * MINUTE, NOON + HOUR];
  const rules = { ...SNAP_RULES, grid: 'hour' as const };
  expect(snapTo(NOON + MINUTE, rules, scene({ anchors, ends }))).toEqual({ at: NOON + 3 * MINUTE, to: 'anchor' });
  expect(snapTo(NOON + MINUTE, rules, scene({ ends }))).toEqual({ at: NOON + 2 * MINUTE, to: 'end' });
  expect(snapTo(NOON + 10 * MINUTE, rules, scene({ anchors, ends }))).toEqual({ at: NOON, to: 'grid' });
  expect(snapTo(NOON + MINUTE, { ...rules, anchors: false, ends: false }, scene({ anchors, ends })).at).toBe(NOON);
});

test('suspended, only the minute is left', () => {
  const at = NOON + 3 * MINUTE + 20_000;
  expect(snapTo(at, SNAP_OFF, scene({ anchors: [NOON], ends: [NOON + 4 * MINUTE] })).at).toBe(NOON + 3 * MINUTE);
});

test('the grid of its own is as fine as the zoom shows, and weeks begin on Monday', () => {
  expect(gridStep('auto', MINUTE / 2)).toBe(5 * MINUTE);
  expect(gridStep('auto', HOUR / 6)).toBe(HOUR);
  expect(timeStep('auto', 4 * HOUR, -1)).toEqual({ unit: 'day', n: -1 });
  expect(timeStep('quarter', DAY, 2)).toEqual({ unit: 'minute', n: 30 });
  const week = snapTo(NOON, SNAP_RULES, scene({ msPerPixel: DAY }));
  expect(new Date(week.at).getUTCDay()).toBe(1);
});

test('days are those of the zone, also where its clocks change', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2027, 0, 1), max: Date.UTC(2027, 11, 31) }),
      fc.constantFrom('Europe/Oslo', 'America/St_Johns', 'Asia/Kathmandu', 'UTC'),
      (at, zone) => {
        const day = snapTo(at, { ...SNAP_RULES, grid: 'day' }, scene({ zone })).at;
        expect(toWall(zone, day) % DAY).toBe(0);
        expect(Math.abs(day - at)).toBeLessThanOrEqual(DAY / 2 + HOUR);
      },
    ),
  );
});

test('in an hour that comes twice an edge stays in the one it was taken to; a reading that is skipped moves on', () => {
  const oslo = scene({ zone: 'Europe/Oslo' });
  const [summer, winter] = [Date.UTC(2027, 9, 31, 0, 30), Date.UTC(2027, 9, 31, 1, 30)];
  for (const at of [summer, winter]) {
    expect(snapTo(at + 20_000, SNAP_OFF, oslo).at).toBe(at);
    expect(snapTo(at + 4 * MINUTE, { ...SNAP_RULES, grid: 'quarter' }, oslo).at).toBe(at);
  }
  const spring = Date.UTC(2027, 2, 28, 1);
  expect(snapTo(spring - 10 * MINUTE, { ...SNAP_RULES, grid: 'hour' }, oslo).at).toBe(spring);
  const morning = snapTo(spring - 6 * HOUR, { ...SNAP_RULES, grid: 'day' }, oslo).at;
  expect(toWall('Europe/Oslo', morning) % DAY).toBe(0);
});
