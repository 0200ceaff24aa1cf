import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { VAULT_CODES } from '#shared/contract/vault.ts';
import { BUNDLE_REASONS } from '#shared/exchange/reasons.ts';
import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';

const root = path.resolve(__dirname, '../../..');
const sources = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8')),
);

/** Codes in the argument of `fail`, whether it is one or a choice between two, and in failures written out. */
const codesIn = (source: string): string[] => {
  const calls = source.matchAll(
    /\bfail\(\s*(?:'([A-Z][A-Z0-9_]+)'|[^'(),]*\?\s*'([A-Z][A-Z0-9_]+)'\s*:\s*'([A-Z][A-Z0-9_]+)')/g,
  );
  const written = source.matchAll(/error: \{ code: '([A-Z][A-Z0-9_]+)'|VaultError\(\{ code: '([A-Z][A-Z0-9_]+)'/g);
  return [...calls, ...written].flatMap(([, ...codes]) => codes.filter((code) => code !== undefined));
};

const codes = [...new Set([...sources.flatMap(codesIn), ...BUNDLE_REASONS, ...VAULT_CODES])].toSorted();

test('the codes are found', () => {
  expect(codes.length).toBeGreaterThan(90);
  expect(codesIn(`return fail(\n 'ONE_CODE', {}); x ? y : fail(readOnly ? 'A_CODE' : 'B_CODE', { folder })`)).toEqual([
    'ONE_CODE',
    'A_CODE',
    'B_CODE',
  ]);
});

test.each([
  ['English', en.errors],
  ['French', fr.errors],
])('every code of a failure has its sentence in %s', (_, sentences: Readonly<Record<string, string>>) => {
  // A sentence that counts has its forms for one and for several instead.
  const shortest = (code: string): number =>
    Math.min(...['_one', '_other'].map((form) => (sentences[code] ?? sentences[code + form] ?? '').length));
  expect(codes.filter((code) => shortest(code) < 20)).toEqual([]);
});

test.each([
  ['English', en.errors],
  ['French', fr.errors],
])('a sentence ends as one in %s', (_, sentences: Readonly<Record<string, string>>) => {
  expect(Object.values(sentences).filter((sentence) => !/[.!?]$/.test(sentence))).toEqual([]);
});
