/** SECURITY.md says of each rule where it is tested: those places have to be there. */
import { readdirSync, readFileSync } from 'node:fs';

const files = readdirSync('tests', { recursive: true }).map((name) => `tests/${String(name).replaceAll('\\', '/')}`);

/** Places of tests that a text names and that are not there: by their path, by their folder, or by their name alone. */
const missingIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:tests\/)?[A-Za-z/]*(?:\.test\.tsx?|\/))`/g)]
    .map(([, place = '']) => place)
    .filter((place) => !files.some((file) => `${file}/` === place || file === place || file.endsWith(`/${place}`)));

test('every test that the security document names is there', () => {
  const text = readFileSync('SECURITY.md', 'utf8');
  expect(missingIn(text)).toEqual([]);
  const rows = text.split('## Rules, and where they are tested')[1]?.split('\n\n')[1]?.split('\n').slice(2) ?? [];
  expect(rows.length).toBeGreaterThan(25);
  // A row without a test would be a promise alone.
  expect(rows.filter((row) => !row.includes('.test.ts') && !row.includes('`tests/'))).toEqual([]);
});

test('one that is not there would be noticed', () => {
  expect(missingIn('`tests/shared/none.test.ts`, `none.test.ts`, `tests/none/`, `tests/vectors/`')).toHaveLength(3);
});
