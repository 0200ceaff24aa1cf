import fc from 'fast-check';
import { idSchema } from '#shared/plan/base.ts';
import {
  hasPlaceholder,
  isPlaceholder,
  joinRedactions,
  mapIds,
  placeholderOf,
} from '#shared/plan/release/placeholder.ts';
import { idOf } from '../merge/world.ts';

test('a placeholder is an identifier that names nothing, always the same for the same record', () => {
  const placeholder = placeholderOf(idOf(1));
  expect(placeholder).toBe(placeholderOf(idOf(1)));
  expect(placeholder).not.toBe(placeholderOf(idOf(2)));
  expect(idSchema.safeParse(placeholder).success).toBe(true);
  expect([placeholder, idOf(1), 'text'].map(isPlaceholder)).toEqual([true, false, false]);
});

test('identifiers are replaced however deep, and a value without any stays the very same', () => {
  const value = { units: [idOf(1), idOf(2)], at: { anchor: idOf(1) }, n: 3 };
  const mapped = mapIds(value, (id) => (id === idOf(1) ? 'x' : undefined));
  expect(mapped).toEqual({ units: ['x', idOf(2)], at: { anchor: 'x' }, n: 3 });
  expect(mapIds(value, () => undefined)).toBe(value);
});

test('redactions of one value come together to what either says, in whatever order', () => {
  const ids = [idOf(1), idOf(2), idOf(3), idOf(4)];
  const redacted = (hidden: readonly boolean[]) => ({
    units: ids.map((id, n) => (hidden[n] === true ? placeholderOf(id) : id)),
    minutes: 60,
  });
  const four = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(four, four, four, (a, b, c) => {
      const both = redacted(a.map((hidden, n) => hidden && b[n] === true));
      expect(joinRedactions(redacted(a), redacted(b))).toEqual(both);
      expect(joinRedactions(redacted(b), redacted(a))).toEqual(both);
      expect(joinRedactions(both, redacted(c))).toEqual(
        joinRedactions(joinRedactions(redacted(c), redacted(b)), redacted(a)),
      );
      expect(hasPlaceholder(both)).toBe(a.some((hidden, n) => hidden && b[n] === true));
    }),
  );
});

test('values that differ in more than placeholders are no redactions of one value', () => {
  expect(joinRedactions({ units: [idOf(1)] }, { units: [idOf(2)] })).toBeUndefined();
  expect(joinRedactions([placeholderOf(idOf(1))], [idOf(2)])).toBeUndefined();
  expect(joinRedactions([idOf(1)], [idOf(1), idOf(2)])).toBeUndefined();
  expect(joinRedactions({ n: 1 }, [1])).toBeUndefined();
});
