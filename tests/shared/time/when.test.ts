import fc from 'fast-check';
import { anchorLookup, type Anchor } from '#shared/time/context.ts';
import { DAY, formatInstant } from '#shared/time/instant.ts';
import { resolveWhen, whenSchema, type Offset, type When } from '#shared/time/when.ts';
import { toWall } from '#shared/time/zone.ts';
import { anchors } from './context.ts';

const ZONE = 'Europe/Tallinn';
const resolve = (when: When, set: readonly Anchor[] = anchors) => resolveWhen(when, anchorLookup(set), { zone: ZONE });
const on = (anchor: string, offset: Offset): When => ({ anchor, offset });
const day = (n: number, time?: string): Offset => ({ unit: 'day', n, time });

test('an absolute time is itself', () => {
  expect(resolve({ at: '2027-06-12T14:00:00Z' })).toEqual({ ok: true, value: Date.UTC(2027, 5, 12, 14) });
});

test('days are calendar days of the exercise zone, over the change of clocks', () => {
  expect(resolve(on('c', day(12)))).toEqual({ ok: true, value: Date.UTC(2027, 9, 31, 22) });
  expect(resolve(on('c', day(12, '0600')))).toEqual({ ok: true, value: Date.UTC(2027, 10, 1, 4) });
});

test('minutes are elapsed time', () => {
  expect(resolve(on('c', { unit: 'minute', n: 12 * 24 * 60 }))).toEqual({ ok: true, value: Date.UTC(2027, 9, 31, 21) });
});

test('an anchor may hang on an anchor that hangs on an anchor', () => {
  expect(resolve(on('h', { unit: 'minute', n: 120 }))).toEqual({ ok: true, value: Date.UTC(2027, 9, 30, 3, 30) });
});

test.each([
  ['ANCHOR_UNKNOWN', on('nowhere', day(1)), anchors],
  ['ANCHOR_UNDATED', on('e', day(1)), anchors],
  ['TIME_INSTANT', { at: '2027-02-30T00:00:00Z' }, anchors],
  ['TIME_OUT_OF_RANGE', on('z', day(3000)), [{ id: 'z', code: 'Z', counts: 'day', at: '2199-12-01T00:00:00Z' }]],
  [
    'ANCHOR_CYCLE',
    on('x', day(1)),
    [
      { id: 'x', code: 'X', counts: 'day', at: on('y', day(1)) },
      { id: 'y', code: 'Y', counts: 'day', at: on('x', day(-1)) },
    ],
  ],
] as const)('fails with %s', (code, when, set) => {
  expect(resolve(when, set)).toMatchObject({ ok: false, error: { code } });
});

test('a chain of very many anchors is followed to its end', () => {
  const chain = Array.from({ length: 20_000 }, (_, n): Anchor => {
    const at = n === 0 ? '2027-01-01T00:00:00Z' : on(`a${n - 1}`, { unit: 'minute', n: 1 });
    return { id: `a${n}`, code: `A${n}`, counts: 'day', at };
  });
  expect(resolve(on('a19999', day(0)), chain)).toEqual({ ok: true, value: Date.UTC(2027, 0, 1) + 19_999 * 60_000 });
});

test('moving an anchor moves what hangs on it by as many calendar days, and only that', () => {
  const offset = fc.oneof(
    fc.integer({ min: -400, max: 400 }).map((n): Offset => day(n)),
    fc
      .tuple(fc.integer({ min: -400, max: 400 }), fc.constantFrom('0000', '0600', '1215', '2359'))
      .map(([n, t]) => day(n, t)),
  );
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), offset, (move, from) => {
      const target = resolve(on('c', day(move)));
      const shifted = anchors.map((anchor) =>
        anchor.id === 'c' && target.ok ? { ...anchor, at: formatInstant(target.value) } : anchor,
      );
      for (const when of [on('c', from), on('d', from)]) {
        const [a, b] = [resolve(when), resolve(when, shifted)];
        const days =
          a.ok && b.ok ? Math.floor(toWall(ZONE, b.value) / DAY) - Math.floor(toWall(ZONE, a.value) / DAY) : NaN;
        expect(days).toBe(move);
      }
      for (const when of [on('s', from), { at: '2027-10-19T21:00:00Z' }]) {
        expect(resolve(when, shifted)).toEqual(resolve(when));
      }
    }),
  );
});

test('the schema takes what is a when and bounds it', () => {
  const good: When[] = [{ at: '2027-06-12T14:00:00Z' }, on('c', { unit: 'day', n: 3, time: '0600' })];
  expect(good.every((when) => whenSchema.safeParse(when).success)).toBe(true);
  const bad = [
    {},
    { at: 'soon' },
    on('c', day(4000)),
    on('c', day(1, '2400')),
    on('c', day(1.5)),
    on('', day(1)),
    { at: '2027-06-12T14:00:00Z', anchor: 'c', offset: day(1) },
  ];
  expect(bad.filter((when) => whenSchema.safeParse(when).success)).toEqual([]);
});
