import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browserArguments, findBrowser, installedBrowser } from '#build/chromium-host/browser.ts';
import { electronBinary, failedLately } from '#build/electron.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-browser-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  delete process.env['ENTENTE_BROWSER'];
});

const put = (...parts: readonly string[]): string => {
  const file = path.join(folder, ...parts);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
};

test('the first folder of the path that has a browser wins', () => {
  const chrome = put('b/google-chrome');
  put('c/chromium');
  const search = ['a', 'b', 'c'].map((name) => path.join(folder, name)).join(path.delimiter);
  expect(installedBrowser(search)).toBe(chrome);
});

test('ENTENTE_BROWSER goes before what is installed', async () => {
  process.env['ENTENTE_BROWSER'] = put('mine');
  expect(await findBrowser()).toEqual({ executable: path.join(folder, 'mine'), env: {}, headlessOnly: false });
});

test('the browser is started without weakening what the tests prove', () => {
  const args = browserArguments().join(' ');
  expect(args).not.toMatch(/disable-web-security|single-process|allow-running-insecure|ignore-certificate/);
  expect(args).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
});

test('Electron is where its binary lies, and nowhere else', () => {
  expect(electronBinary(folder)).toBeUndefined();
  const name =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron';
  const file = put(name);
  expect(electronBinary(folder)).toBe(file);
});

test('a failed download is remembered for a day, for that version', () => {
  const note = path.join(folder, 'note.json');
  const now = Date.UTC(2027, 0, 2);
  expect(failedLately(note, '45.4.1', now)).toBe(false);
  writeFileSync(note, JSON.stringify({ version: '45.4.1', at: now - 3_600_000 }));
  expect(failedLately(note, '45.4.1', now)).toBe(true);
  expect(failedLately(note, '45.4.2', now)).toBe(false);
  expect(failedLately(note, '45.4.1', now + 86_400_000)).toBe(false);
  writeFileSync(note, 'broken');
  expect(failedLately(note, '45.4.1', now)).toBe(false);
});
