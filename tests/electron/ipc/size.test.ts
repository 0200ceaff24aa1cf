import fc from 'fast-check';
import { isLarger } from '#electron/ipc/size.ts';

test('nothing is small, and a long string is as large as it is long', () => {
  expect(isLarger(undefined, 8)).toBe(false);
  expect(isLarger('x'.repeat(1000), 1008)).toBe(false);
  expect(isLarger('x'.repeat(1000), 1007)).toBe(true);
});

test('long keys, bytes, maps, sets and big integers count', () => {
  const values = [
    { ['x'.repeat(1000)]: 1 },
    new Uint8Array(1000),
    new Uint8Array(1000).buffer,
    new Map([['x'.repeat(1000), 1]]),
    new Map([[1, 'x'.repeat(1000)]]),
    new Set(['x'.repeat(1000)]),
    2n ** 8000n,
  ];
  expect(values.map((value) => isLarger(value, 1000))).toEqual(values.map(() => true));
  expect(values.map((value) => isLarger(value, 4000))).toEqual(values.map(() => false));
});

test('a cycle ends, and a value that occurs twice is measured once', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  expect(isLarger(cycle, 1000)).toBe(false);
  const part = { text: 'x'.repeat(1000) };
  expect(isLarger([part, part, part], 2000)).toBe(false);
});

test('depth does no harm', () => {
  let deep: unknown = 'end';
  for (let level = 0; level < 200_000; level += 1) deep = [deep];
  expect(isLarger(deep, 1_000)).toBe(true);
  expect(isLarger(deep, 10_000_000)).toBe(false);
});

test('what is larger than a limit is larger than every smaller one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(500), fc.nat(500), (value, limit, less) => {
      expect(isLarger(value, limit) && !isLarger(value, Math.max(0, limit - less))).toBe(false);
    }),
  );
});
