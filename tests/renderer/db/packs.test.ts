import fc from 'fast-check';
import { type Word, hasRoom, isGone, packing, unpacked } from '#renderer/db/packs.ts';
import { exerciseRecord, locationRecord } from '#tests/support/plans.ts';

const manyWords = (count: number): readonly Word[] => Array.from({ length: count }, (_, n) => locationRecord(100 + n));

test('words come back as they went in, whatever their number', () => {
  const word = fc.oneof(
    fc.integer({ min: 10, max: 9_999 }).map((n): Word => locationRecord(n, 'Ærø ’”𝔄\n')),
    fc.string({ minLength: 1 }).map((id): Word => ['unit', id]),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 400 }), (words) => {
      const packs = [...packing(words)];
      expect(packs.flatMap((pack) => unpacked(pack.words) ?? [])).toEqual(words);
      expect(packs.map(({ count }) => count)).toEqual(packs.map((pack) => unpacked(pack.words)?.length));
    }),
    { numRuns: 50 },
  );
});

test('many words make texts of bounded length, each only when it is asked for', () => {
  let asked = 0;
  const words = function* (): Generator<Word> {
    for (const word of manyWords(2_000)) {
      asked += 1;
      yield word;
    }
  };
  const packs = packing(words());
  const first = packs.next();
  expect(asked).toBeLessThan(500);
  const lengths = [first, ...packs].map((pack) => ('value' in pack ? (pack.value?.words ?? '') : pack.words).length);
  expect(lengths.length).toBeGreaterThan(5);
  expect(Math.max(...lengths)).toBeLessThan(34 * 1024);
  expect(hasRoom('[]')).toBe(true);
  expect(lengths.slice(0, -1).some((length) => hasRoom(' '.repeat(length)))).toBe(false);
});

test('one very large record has a text of its own', () => {
  const large = exerciseRecord(undefined, 'x'.repeat(100_000));
  const packs = [...packing([locationRecord(10), large, locationRecord(11)])];
  expect(packs.map(({ count }) => count)).toEqual([2, 1]);
});

test('nothing makes no text', () => {
  expect([...packing([])]).toEqual([]);
});

test('a record is told from one that is gone', () => {
  expect([isGone(locationRecord(10)), isGone(['location', 'x'])]).toEqual([false, true]);
});

test.each([
  ['no text', 7],
  ['nothing', undefined],
  ['no JSON', '[{'],
  ['no list', '{}'],
  ['an unknown kind', '[{"kind":"nonsense","id":"x"}]'],
  ['a record without an id', '[{"kind":"unit"}]'],
  ['half of what is gone', '[["unit"]]'],
  ['a hole', '[null]'],
])('%s is not what we wrote', (_what, text) => {
  expect(unpacked(text)).toBeUndefined();
});
