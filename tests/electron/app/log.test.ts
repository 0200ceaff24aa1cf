import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openLog } from '#electron/app/log.ts';
import { useFolders } from '../vault/support.ts';

const newFolder = useFolders();
const fileIn = (folder: string): string => path.join(folder, 'entente.log');
const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('each event is a line with its time, its code and its data apart', () => {
  const folder = newFolder();
  const log = openLog(folder);
  log.write('VAULT_STOPPED', { code: 9 });
  log.write('DENIED_DOWNLOAD');
  const [first, second] = linesOf(fileIn(folder));
  expect(first).toEqual({ at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), code: 'VAULT_STOPPED', data: { code: 9 } });
  expect(second).toEqual({ at: expect.any(String), code: 'DENIED_DOWNLOAD' });
});

test('line ends in data make no new lines', () => {
  const folder = newFolder();
  openLog(folder).write('UNKNOWN', { detail: 'a\n{"code":"FORGED"}\n' });
  expect(linesOf(fileIn(folder))).toHaveLength(1);
});

test('the log goes on where it was', () => {
  const folder = newFolder();
  openLog(folder).write('ONE');
  openLog(folder).write('TWO');
  expect(linesOf(fileIn(folder)).map(({ code }) => code)).toEqual(['ONE', 'TWO']);
});

test('a full log makes room, also while the app runs, and two files are all there ever is', () => {
  const folder = newFolder();
  writeFileSync(`${fileIn(folder)}.1`, 'an older one');
  const log = openLog(folder);
  for (let n = 0; n < 2_500; n += 1) log.write('DENIED_REQUEST', { n, url: 'x'.repeat(500) });
  expect(statSync(fileIn(folder)).size).toBeLessThanOrEqual(1_000_000);
  expect(statSync(`${fileIn(folder)}.1`).size).toBeLessThanOrEqual(1_000_000);
  expect(existsSync(`${fileIn(folder)}.2`)).toBe(false);
  expect(linesOf(fileIn(folder)).at(-1)).toMatchObject({ data: { n: 2_499 } });
});

test('a log that cannot be written stops nothing', () => {
  const folder = newFolder();
  const log = openLog(folder);
  rmSync(folder, { recursive: true });
  expect(() => log.write('ONE')).not.toThrow();
});
