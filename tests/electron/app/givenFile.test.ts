import path from 'node:path';
import { fileArgument, holdGivenFile } from '#electron/app/givenFile.ts';

const folder = path.resolve('/exercises');

test('the file is the last word that is no option, seen from where the start was made', () => {
  expect(fileArgument(['plan.entente'], folder)).toBe(path.join(folder, 'plan.entente'));
  expect(fileArgument(['--data', 'notes', '--no-sandbox', 'a.entente', 'b.entente'], folder)).toBe(
    path.join(folder, 'b.entente'),
  );
  expect(fileArgument([path.resolve('/mail/a.entente')], folder)).toBe(path.resolve('/mail/a.entente'));
});

test('a start without a file has none', () => {
  for (const args of [[], ['--data', 'notes'], ['--data=notes', '--no-sandbox'], ['']])
    expect(fileArgument(args, folder)).toBeUndefined();
});

test('it is handed on once, the last one given', () => {
  const given = holdGivenFile();
  expect(given.isThere()).toBe(false);
  given.give('a');
  given.give('b');
  given.give(undefined);
  expect(given.isThere()).toBe(true);
  expect([given.take(), given.take(), given.isThere()]).toEqual(['b', undefined, false]);
});
