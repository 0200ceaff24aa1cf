import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openPreferences } from '#electron/app/preferences.ts';
import { fail, ok } from '#shared/result.ts';
import { useFolders } from '../vault/support.ts';

const newFolder = useFolders();
const fileIn = (folder: string): string => path.join(folder, 'preferences.json');

test.each([
  ['fr-CA', 'fr'],
  ['fr', 'fr'],
  ['de-DE', 'en'],
  ['', 'en'],
])('the language of a first start under “%s” is %s', (locale, language) => {
  expect(openPreferences(newFolder(), locale).get()).toEqual({ language, theme: 'system' });
});

test('a choice holds over the next start, whatever the locale', () => {
  const folder = newFolder();
  expect(openPreferences(folder, 'en').set({ language: 'fr', theme: 'dark' })).toEqual(ok(null));
  expect(openPreferences(folder, 'en').get()).toEqual({ language: 'fr', theme: 'dark' });
});

test.each([
  '',
  '{',
  'null',
  '{"language":"fr"}',
  '{"language":"de","theme":"dark"}',
  '{"language":"fr","theme":"dark","x":1}',
])('a file with %j is as good as none, and the next choice mends it', (text) => {
  const folder = newFolder();
  writeFileSync(fileIn(folder), text);
  const preferences = openPreferences(folder, 'en');
  expect(preferences.get()).toEqual({ language: 'en', theme: 'system' });
  preferences.set({ language: 'fr', theme: 'light' });
  expect(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).toEqual({ language: 'fr', theme: 'light' });
});

test('a choice that cannot be written holds until the end, and the person is told', () => {
  const folder = newFolder();
  const preferences = openPreferences(folder, 'en');
  rmSync(folder, { recursive: true });
  expect(preferences.set({ language: 'fr', theme: 'dark' })).toEqual(
    fail('PREFERENCES_NOT_SAVED', { file: fileIn(folder) }),
  );
  expect(preferences.get()).toEqual({ language: 'fr', theme: 'dark' });
});
