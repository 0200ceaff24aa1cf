import { authorsIn } from '#shared/exchange/authors.ts';

test('a manifest names the authors that write for its originator', () => {
  expect(authorsIn({ ext: { authors: ['nor1', 'nor_2-x'] } })).toEqual(['nor1', 'nor_2-x']);
});

test('what cannot be read names nobody, and so does what is not the manifest’s own', () => {
  for (const authors of [
    'nor1',
    [''],
    ['a b'],
    [7],
    ['x'.repeat(65)],
    Array.from({ length: 17 }, (_, n) => `a${n}`),
    null,
  ])
    expect(authorsIn({ ext: { authors } })).toEqual([]);
  expect(authorsIn({ ext: {} })).toEqual([]);
  expect(authorsIn({ ext: Object.create({ authors: ['nor1'] }) as Record<string, unknown> })).toEqual([]);
});
