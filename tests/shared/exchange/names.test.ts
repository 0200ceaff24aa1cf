import { foldersOf, isEntryName } from '#shared/exchange/names.ts';

it.each(['manifest.jws.json', 'records/unit.ndjson', 'a', 'a/b/c/d', '0-x_y.z', `${'a'.repeat(64)}`, 'console', 'com'])(
  'takes %s',
  (name) => expect(isEntryName(name)).toBe(true),
);

it.each([
  '',
  '/',
  '/a',
  'a/',
  'a//b',
  '.',
  '..',
  'a/../b',
  './a',
  'A',
  'a b',
  'a.',
  'a/b.',
  '-a',
  'a\\b',
  'c:a',
  'a:b',
  'å',
  'a\u0000',
  'a\n',
  'con',
  'con.txt',
  'a/nul',
  'a/com1.ndjson',
  'lpt9',
  'a/b/c/d/e',
  'a'.repeat(65),
])('refuses %j', (name) => expect(isEntryName(name)).toBe(false));

it('knows the folders of a name', () => {
  expect(foldersOf('a/b/c')).toEqual(['a', 'a/b']);
  expect(foldersOf('a')).toEqual([]);
});
