import fc from 'fast-check';
import { sameValue } from '#shared/plan/sameValue.ts';

test.each([
  [
    { a: 1, b: [1, { c: 2 }] },
    { b: [1, { c: 2 }], a: 1 },
  ],
  [{ a: undefined }, {}],
  [[], []],
  [null, null],
])('%j and %j are the same', (a, b) => {
  expect([sameValue(a, b), sameValue(b, a)]).toEqual([true, true]);
});

test.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, {}],
  [{ a: 1 }, { b: 1 }],
  [
    [1, 2],
    [2, 1],
  ],
  [[], {}],
  [null, {}],
  [1, '1'],
])('%j and %j are not', (a, b) => {
  expect([sameValue(a, b), sameValue(b, a)]).toEqual([false, false]);
});

/** The same value with the members of every object the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, turned(member)]),
  );
};

test('law: the order of members says nothing, and one value more or less does', () => {
  const members = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(members, (value) => {
      expect(sameValue(value, turned(value))).toBe(true);
      expect(sameValue(value, { ...value, ['']: null })).toBe(false);
      expect(sameValue([value], [value, value])).toBe(false);
    }),
  );
});
