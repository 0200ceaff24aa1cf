/** What goes wrong under a running or resting app, and what the planner then finds: everything, or one clear sentence. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { freshFolder } from '#build/driver.ts';
import {
  type Planner,
  SAMPLE,
  addActivity,
  begin,
  goTo,
  openListed,
  openSample,
  saved,
  undoOf,
} from './support/planner.ts';
import { startAndWait } from './support/process.ts';

const data = freshFolder();
afterAll(() => data.remove());

const LAST = 'change of New activity';
let before = '';

/** Participants with what hangs on each: units, strength, movements. */
const participants = async (planner: Planner): Promise<string> => {
  await goTo(planner, 'Participants');
  const grid = planner.page.getByRole('grid', { name: 'Participants' });
  await grid.getByRole('row').nth(5).waitFor();
  // A flag that is still being read is a badge with letters of its own.
  await grid.locator('img.flag').nth(5).waitFor();
  return grid.innerText();
};

const rebuiltBanner = ({ page }: Planner): Promise<void> =>
  page
    .getByRole('alert')
    .filter({ hasText: 'This exercise was restored from the history in the data folder' })
    .waitFor();

/** Chromium's and Electron's places of IndexedDB in a profile. */
const databaseFolder = (): string | undefined =>
  ['chromium/Default/IndexedDB', 'chromium/IndexedDB', 'IndexedDB']
    .map((place) => path.join(data.folder, place))
    .find((place) => existsSync(place));

const foundAgain = async (planner: Planner): Promise<void> => {
  await openListed(planner, SAMPLE);
  await rebuiltBanner(planner);
  await undoOf(planner, LAST).waitFor();
  expect(await participants(planner)).toBe(before);
};

const commandLine = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', path.resolve('build/entente.mjs'), '--data', data.folder, ...args],
    { encoding: 'utf8', timeout: 30_000 },
  );
  return { status, stdout, stderr };
};

test('while the window is open the command line says that the data folder is in use', async () => {
  const planner = await begin(data.folder);
  await openSample(planner);
  const busy = commandLine('exercise', 'list');
  expect(busy).toMatchObject({ status: 1, stdout: '' });
  expect(busy.stderr).toContain('VAULT_BUSY');
  await addActivity(planner, 'Harbour defence rehearsal');
  await saved(planner);
  before = await participants(planner);
  expect(before).toContain('NOR');
  await planner.close();
  expect(commandLine('exercise', 'list')).toMatchObject({ status: 0, stdout: expect.stringContaining(SAMPLE) });
});

test('the database deleted under the closed app: everything is found again, and it says so', async () => {
  const folder = databaseFolder();
  if (folder === undefined) throw new Error('no IndexedDB in the profile: nothing would be deleted');
  rmSync(folder, { recursive: true });
  const planner = await begin(data.folder);
  await foundAgain(planner);
  await planner.close();
});

test('the database deleted under the running page: everything is found again, and it says so', async () => {
  const planner = await begin(data.folder);
  await openListed(planner, SAMPLE);
  expect(await planner.page.getByText('This exercise was restored').count()).toBe(0);
  const deleted = await planner.page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    return Promise.all(
      names.map(
        (name) =>
          new Promise<string>((resolve) => {
            const request = indexedDB.deleteDatabase(name);
            request.addEventListener('success', () => resolve(name));
            request.addEventListener('error', () => resolve('failed'));
          }),
      ),
    );
  });
  expect(deleted).toEqual([expect.stringMatching(/entente/i)]);
  await planner.page.reload();
  await foundAgain(planner);
  await planner.close();
});

test('the database damaged on the disk: everything is found again', async () => {
  const folder = databaseFolder();
  if (folder === undefined) throw new Error('no IndexedDB in the profile: nothing would be damaged');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:ldb|log)$|MANIFEST/.test(name),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) writeFileSync(path.join(folder, name), Buffer.alloc(4096, 0xa5));
  const planner = await begin(data.folder);
  await openListed(planner, SAMPLE);
  await undoOf(planner, LAST).waitFor();
  expect(await participants(planner)).toBe(before);
  await planner.close();
});

test('a vault of a newer version is refused in one sentence and left alone', async () => {
  const file = readdirSync(data.folder).find((name) => /\.(?:sqlite|db)$/.test(name));
  if (file === undefined) throw new Error(`no vault in ${readdirSync(data.folder).join(', ')}`);
  const versionOf = (change?: number): unknown => {
    const db = new DatabaseSync(path.join(data.folder, file));
    const found = db.prepare('PRAGMA user_version').get();
    if (change !== undefined) db.exec(`PRAGMA user_version = ${change}`);
    db.close();
    return found?.['user_version'];
  };
  const known = Number(versionOf(999));
  const { status, stderr } = startAndWait(['--data', data.folder]);
  expect(status).toBe(1);
  expect(stderr).toContain('was made by a newer Entente (form 999');
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(commandLine('exercise', 'list')).toMatchObject({ status: 1, stderr: expect.stringContaining('VAULT_NEWER') });
  expect(versionOf(known)).toBe(999);
  expect(commandLine('exercise', 'list')).toMatchObject({ status: 0, stdout: expect.stringContaining(SAMPLE) });
});
