import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openVault } from '#electron/vault/inProcess.ts';
import { isCommandLine, runCommandLine } from '#electron/cli/run.ts';
import { usage as USAGE_TEXT } from '#shared/messages/en/usage.ts';
import { usage as FRENCH_USAGE } from '#shared/messages/fr/usage.ts';
import { must, useFolders } from '../vault/support.ts';
import { done, reasonOf, runIn } from './desk.ts';

const newFolder = useFolders();

test.each([
  [[]],
  [['dance']],
  [['identity']],
  [['identity', 'dance']],
  [['--dance', 'partner', 'list']],
  [['identity', 'create', '--nation', 'NOR']],
  [['identity', 'create', '--nation', 'NOR', '--name', '']],
  [['identity', 'export']],
  [['partner', 'add']],
  [['exercise', 'create']],
  [['verify']],
  [['inspect']],
  [['dump']],
  [['check']],
  [['partner', 'list', 'POL']],
  [['label', 'record', '--exercise', 'x', '--classification', 'SECRET']],
  [['label', '--exercise', 'x', '--inherit', '--classification', 'SECRET']],
  [['audit', 'verify', 'a', 'b']],
  [['table', 'units', 'x', '--exercise', 'x', '--out', 'y.csv']],
  [['sign', 'x', '--out', 'y', '--decline']],
  [['export', '--exercise', 'x', '--to', 'EST']],
  [['export', '--exercise', 'x', '--to', 'EST', '--out', 'y', '--expires', '0']],
  [['export', '--exercise', 'x', '--to', 'EST', '--out', 'y', '--expires', '731']],
  [['export', '--exercise', 'x', '--to', 'EST', '--out', 'y', '--expires', 'soon']],
])('%j is wrong usage: exit code 2, the usage on stderr, nothing on stdout', async (args) => {
  const said = await runIn(newFolder(), args);
  expect(said).toMatchObject({ exit: 2, out: '' });
  expect(said.err).toContain(USAGE_TEXT);
});

test('with --json wrong usage is told as data too', async () => {
  for (const args of [['--json', 'dance'], ['--json', 'label'], ['--json'], ['partner', 'list', '--dance', '--json']]) {
    const said = await runIn(newFolder(), args);
    expect(said).toMatchObject({ exit: 2, out: '' });
    const failure = JSON.parse(said.err) as { code: string; sentence: string };
    expect(failure.code).toBe('USAGE');
    expect(failure.sentence).toContain(USAGE_TEXT);
  }
});

test.each([[['help']], [['--help']], [['verify', '--help']]])('%j shows the usage', async (args) => {
  expect(done(await runIn(newFolder(), args))).toBe(USAGE_TEXT);
});

test('the usage fits a terminal of 120 columns', () => {
  for (const text of [USAGE_TEXT, FRENCH_USAGE])
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([]);
});

test('what is meant for the command line is told from what is meant for the window', () => {
  expect(isCommandLine(['verify', 'x'])).toBe(true);
  expect(isCommandLine(['--data', '/x', 'exercise', 'list'])).toBe(true);
  expect(isCommandLine(['print', 'timeline'])).toBe(true);
  expect(isCommandLine(['--help'])).toBe(true);
  expect(isCommandLine(['verify', '--dance'])).toBe(true);
  expect(isCommandLine(['--json'])).toBe(true);
  expect(isCommandLine([])).toBe(false);
  expect(isCommandLine(['--data', '/x'])).toBe(false);
  expect(isCommandLine(['--dance'])).toBe(false);
});

test('without --data the folder of the app is used', async () => {
  const folder = newFolder();
  let out = '';
  const output = { out: (text: string) => void (out += text), err: () => undefined };
  expect(await runCommandLine(['exercise', 'list', '--json'], folder, {}, output)).toBe(0);
  expect(out).toBe('[]\n');
});

test('a data folder that somebody else has open is left alone', async () => {
  const folder = newFolder();
  const vault = must(openVault(folder));
  expect(reasonOf(await runIn(folder, ['exercise', 'list']))).toBe('VAULT_BUSY');
  await vault.close();
  expect((await runIn(folder, ['exercise', 'list'])).exit).toBe(0);
});

test('with --json a refusal is JSON on stderr: code, data and sentence', async () => {
  const said = await runIn(newFolder(), ['--json', 'verify', '/no/such/file']);
  expect(said).toMatchObject({ exit: 1, out: '' });
  expect(JSON.parse(said.err)).toEqual({
    code: 'FILE_NOT_READ',
    data: { file: '/no/such/file' },
    sentence: expect.stringContaining('/no/such/file'),
  });
});

test('a command that fails unforeseen frees the folder, says so with its code, and leaves the words to the log', async () => {
  const folder = newFolder();
  const said = await runIn(folder, ['break'], {
    break: () => {
      throw new RangeError('secret detail');
    },
  });
  expect(reasonOf(said)).toBe('UNKNOWN');
  expect(said.err).not.toContain('secret detail');
  expect(readFileSync(path.join(folder, 'entente.log'), 'utf8')).toContain('secret detail');
  expect((await runIn(folder, ['exercise', 'list'])).exit).toBe(0);
});
