import fc from 'fast-check';
import { rangeKeys, rangeOf, readRange } from '#shared/plan/schedule/ranges.ts';

const quantities = ['count', 'measure', 'minutes'] as const;

test.each([
  ['count', 0, { form: 'none' }],
  ['count', 1, { form: 'between', from: 1, to: 9 }],
  ['count', 99, { form: 'between', from: 50, to: 99 }],
  ['count', 100, { form: 'between', from: 100, to: 499 }],
  ['count', 10_000, { form: 'more', from: 10_000 }],
  ['measure', 0.2, { form: 'under', to: 10 }],
  ['measure', 99.9, { form: 'between', from: 50, to: 100 }],
  ['minutes', 59, { form: 'under', to: 60 }],
  ['minutes', 1440, { form: 'between', from: 1440, to: 3 * 1440 }],
] as const)('%s of %d', (quantity, value, expected) => {
  expect(readRange(quantity, rangeOf(quantity, value))).toEqual(expected);
});

test('every value falls into the one range that says it has it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...quantities), fc.nat({ max: 10_000_000 }), (quantity, value) => {
      const holds = rangeKeys(quantity).filter((key) => {
        const range = readRange(quantity, key);
        if (range === undefined) return false;
        if (range.form === 'none') return value === 0;
        if (value === 0) return false;
        if (range.form === 'more') return value >= range.from;
        if (range.form === 'under') return value < range.to;
        return value >= range.from && (quantity === 'count' ? value <= range.to : value < range.to);
      });
      return holds.length === 1 && holds[0] === rangeOf(quantity, value);
    }),
  );
});

test('what is no range is none', () => {
  expect(readRange('count', '7')).toBeUndefined();
  expect(readRange('count', '')).toBeUndefined();
});
