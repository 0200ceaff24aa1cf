/** What a manifest says its maker has seen: of very many authors the newest, so that it stays one that can be read. */
import { LIMITS } from '#shared/exchange/limits.ts';
import { hasSeen, type Knowledge, newestOf } from '#shared/plan/merge/knowledge.ts';
import { stampOf } from '#shared/time/clock.ts';
import { bundleOf } from '#tests/vectors/forge.ts';
import { NOW } from '#tests/vectors/players.ts';
import { read } from '#tests/vectors/reader.ts';

/** As many authors as said, with the longest names there are, the later ones with newer stamps. */
const authors = (count: number): Knowledge =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const author = `${at}-`.padEnd(64, 'x');
      return [author, stampOf({ ms: NOW + at, counter: 0, author })];
    }),
  );

test('few authors are named as they are', () => {
  const few = authors(3);
  expect(newestOf(few, 3)).toBe(few);
  expect(newestOf({}, 0)).toEqual({});
});

test('of many those with the newest stamps are named, and no more is claimed of the others', () => {
  const many = authors(50);
  const named = newestOf(many, 20);
  expect(new Set(Object.values(named))).toEqual(new Set(Object.values(many).toSorted().slice(-20)));
  expect(Object.values(many).filter((stamp) => hasSeen(named, stamp))).toHaveLength(20);
});

test('a bundle with a record of each of a hundred thousand authors leaves its taker able to send', async () => {
  const many = authors(100_000);
  expect(await read(bundleOf({ knowledge: many }))).toMatchObject({ error: { code: 'JWS_SHAPE' } });
  expect(await read(bundleOf({ knowledge: newestOf(many, LIMITS.authors) }))).toMatchObject({ ok: true });
});
