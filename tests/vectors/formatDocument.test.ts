import { readFileSync } from 'node:fs';
import { BUNDLE_REASONS } from '#shared/exchange/reasons.ts';
import { FORMAT_DOCUMENT, withMadeParts } from './formatDocument.ts';

const document = readFileSync(FORMAT_DOCUMENT, 'utf8');

test('the format’s document shows the vectors and reason codes as they are', () => {
  expect(withMadeParts(document)).toBe(document);
});

test('a code that is not in the document would be noticed', () => {
  const [first] = BUNDLE_REASONS;
  expect(document).toContain(`| \`${first}\` |`);
  expect(withMadeParts(document.replace(`| \`${first}\` |`, '| `ANOTHER` |'))).toBe(document);
});

test('a document without the places is refused', () => {
  expect(() => withMadeParts('# Nothing')).toThrow('no place');
});
