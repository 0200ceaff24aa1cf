import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dataArgument, prepareDataFolder } from '#electron/app/dataFolder.ts';
import { openLog } from '#electron/app/log.ts';
import { openPreferences } from '#electron/app/preferences.ts';
import { sentenceOf } from '#electron/app/sentences.ts';
import { recallWindow, rememberWindow } from '#electron/windows/windowState.ts';

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

test('a code without a sentence is told as unknown, with the code', () => {
  expect(sentenceOf({ code: 'NO_SUCH_CODE' }, 'en')).toContain('NO_SUCH_CODE');
});

describe('the log', () => {
  const file = (): string => path.join(folder, 'entente.log');

  test('has a line of JSON per event', () => {
    const log = openLog(folder);
    log.write('IPC_INPUT', { name: 'app.info' });
    log.write('DENIED_WINDOW');
    const lines = readFileSync(file(), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([{ code: 'IPC_INPUT', name: 'app.info' }, { code: 'DENIED_WINDOW' }]);
  });

  test('starts anew when it has grown, and keeps the one before', () => {
    writeFileSync(file(), 'x'.repeat(1_100_000));
    openLog(folder).write('NEW');
    expect(statSync(`${file()}.1`).size).toBe(1_100_000);
    expect(statSync(file()).size).toBeLessThan(200);
  });

  test('does not grow without end while the app runs', () => {
    const log = openLog(folder);
    for (let count = 0; count < 3_000; count += 1) log.write('LONG', { url: 'x'.repeat(1_000) });
    expect(statSync(file()).size).toBeLessThan(1_100_000);
  });

  test('that cannot be written stops nothing', () => {
    const log = openLog(path.join(folder, 'gone'));
    expect(() => log.write('CODE')).not.toThrow();
    expect(existsSync(path.join(folder, 'gone'))).toBe(false);
  });
});

describe('preferences', () => {
  const file = (): string => path.join(folder, 'preferences.json');

  test.each([
    ['fr-CA', 'fr'],
    ['en-GB', 'en'],
    ['pl', 'en'],
  ] as const)('a computer that speaks %s starts in %s', (locale, language) => {
    expect(openPreferences(folder, locale).get()).toEqual({ language, theme: 'system' });
  });

  test('are read back', () => {
    openPreferences(folder, 'en').set({ language: 'fr', theme: 'dark' });
    expect(openPreferences(folder, 'en').get()).toEqual({ language: 'fr', theme: 'dark' });
  });

  test.each(['', '{', '[]', '{"language":"xx","theme":"dark"}', '{"language":"fr","theme":"dark","more":1}'])(
    'a file of %j counts as none',
    (content) => {
      writeFileSync(file(), content);
      expect(openPreferences(folder, 'en').get()).toEqual({ language: 'en', theme: 'system' });
    },
  );

  test('that cannot be written hold until the end, and say so', () => {
    const store = openPreferences(path.join(folder, 'gone'), 'en');
    expect(store.set({ language: 'fr', theme: 'dark' })).toMatchObject({
      ok: false,
      error: { code: 'PREFERENCES_NOT_SAVED' },
    });
    expect(store.get()).toEqual({ language: 'fr', theme: 'dark' });
  });
});

describe('the window’s place', () => {
  const DISPLAY = { x: 0, y: 0, width: 1920, height: 1080 };
  const DEFAULT = { width: 1440, height: 900, maximized: false };
  const there = { x: 100, y: 50, width: 1200, height: 800 };

  test('is taken up again', () => {
    rememberWindow(folder, there, true);
    expect(recallWindow(folder, [DISPLAY])).toEqual({ ...there, maximized: true });
  });

  test.each([
    ['right of', { ...there, x: 1900 }],
    ['left of', { ...there, x: -1150 }],
    ['below', { ...there, y: 1060 }],
    ['above', { ...there, y: -40 }],
  ])('%s every display: only the size is', (_where, bounds) => {
    rememberWindow(folder, bounds, false);
    expect(recallWindow(folder, [DISPLAY])).toEqual({ width: 1200, height: 800, maximized: false });
  });

  test('on a second display counts while that display is there', () => {
    const second = { x: 1920, y: 0, width: 1920, height: 1080 };
    const bounds = { ...there, x: 2500 };
    rememberWindow(folder, bounds, false);
    expect(recallWindow(folder, [DISPLAY, second])).toEqual({ ...bounds, maximized: false });
    expect(recallWindow(folder, [DISPLAY])).not.toHaveProperty('x');
  });

  test.each(['', '{', '{"width":10,"height":10,"maximized":false}', '{"width":1e9,"height":900,"maximized":false}'])(
    'of %j is the usual one',
    (content) => {
      writeFileSync(path.join(folder, 'window.json'), content);
      expect(recallWindow(folder, [DISPLAY])).toEqual(DEFAULT);
    },
  );
});
