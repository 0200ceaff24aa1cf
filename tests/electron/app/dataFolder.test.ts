import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dataArgument, prepareDataFolder } from '#electron/app/dataFolder.ts';
import { sentenceOf } from '#electron/app/sentences.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-app-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the data folder', () => {
  test.each([
    [['--data', '/a'], '/a'],
    [['--data=/a b'], '/a b'],
    [['plan.entente', '--data', '/a'], '/a'],
    [['plan.entente'], undefined],
    [['--data'], undefined],
  ])('%j names %j', (args, expected) => {
    expect(dataArgument(args)).toBe(expected);
  });

  test('is made, with its parents, for this user alone', () => {
    const wanted = path.join(folder, 'a/b');
    expect(prepareDataFolder(wanted)).toEqual({ ok: true, value: wanted });
    if (process.platform !== 'win32') expect(statSync(wanted).mode & 0o077).toBe(0);
  });

  test('cannot lie in a file; the sentence names it', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const wanted = path.join(file, 'x');
    const prepared = prepareDataFolder(wanted);
    expect(prepared).toEqual({ ok: false, error: { code: 'DATA_FOLDER_UNUSABLE', data: { folder: wanted } } });
    if (prepared.ok) return;
    expect(sentenceOf(prepared.error, 'en-GB')).toContain(wanted);
    expect(sentenceOf(prepared.error, 'fr-CA')).toMatch(/dossier de données/);
  });
});
