/** The window's own manners: it comes back as it was left, waits for what is unsaved, and survives a crash. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {} from '#renderer/platform/bridge.ts';
import { type DrivenApp, freshFolder, launchApp } from '#build/driver.ts';
import { runIn } from '../electron/cli/desk.ts';
import { startAndWait } from './support/process.ts';

const folders: { remove: () => void }[] = [];
const fresh = (): string => {
  const made = freshFolder();
  folders.push(made);
  return made.folder;
};
afterAll(() => folders.forEach(({ remove }) => remove()));

/** Started, and showing something: from here on the window can say that all is saved. */
const open = async (dataFolder: string, args: readonly string[] = []): Promise<DrivenApp> => {
  const app = await launchApp({ dataFolder, args });
  await app.page.locator('#root main, #root [role="dialog"], #root button').first().waitFor();
  return app;
};
const info = (app: DrivenApp) => app.page.evaluate(() => window.entente.invoke['app.info'](undefined));
const choose = (app: DrivenApp) =>
  app.page.evaluate(() => window.entente.invoke['app.setPreferences']({ language: 'fr', theme: 'dark' }));
const chosen = expect.objectContaining({ preferences: { language: 'fr', theme: 'dark' } });

test('language and theme are there again after a restart, and everything lies in the data folder', async () => {
  const folder = fresh();
  const first = await open(folder);
  expect(await choose(first)).toEqual({ ok: true, value: null });
  await first.close();
  expect(JSON.parse(readFileSync(path.join(folder, 'preferences.json'), 'utf8'))).toEqual({
    language: 'fr',
    theme: 'dark',
  });

  const second = await open(folder);
  expect(await info(second)).toEqual({ ok: true, value: chosen });
  await second.page.waitForFunction(() => document.documentElement.lang === 'fr');
  await second.close();
});

test('the window remembers its size', async () => {
  const folder = fresh();
  const app = await open(folder);
  await app.close();
  expect(JSON.parse(readFileSync(path.join(folder, 'window.json'), 'utf8'))).toMatchObject({
    width: 1440,
    height: 900,
  });

  writeFileSync(path.join(folder, 'window.json'), '{"width":1200,"height":700,"maximized":false}');
  const again = await open(folder);
  expect(await again.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1200, 700]);
  await again.close();
});

test('broken files of preferences and window are passed over', async () => {
  const folder = fresh();
  for (const file of ['preferences.json', 'window.json']) writeFileSync(path.join(folder, file), '{"width": "wide",');
  const app = await open(folder);
  expect(await info(app)).toMatchObject({ ok: true });
  await app.close();
});

test('after a crash the same data folder opens again, with what was chosen before it', async () => {
  const folder = fresh();
  const app = await open(folder);
  await choose(app);
  await app.kill();

  const again = await open(folder);
  expect(await info(again)).toEqual({ ok: true, value: chosen });
  await again.close();
});

test('two planners have nothing in common', async () => {
  const [norway, finland] = await Promise.all([open(fresh()), open(fresh())]);
  await choose(norway);
  await norway.page.evaluate(() => localStorage.setItem('mark', 'norway'));
  expect(await info(finland)).not.toEqual({ ok: true, value: chosen });
  expect(await finland.page.evaluate(() => localStorage.getItem('mark'))).toBeNull();
  await Promise.all([norway.close(), finland.close()]);
});

test('a second start on the same data folder ends at once, and the first window goes on', async () => {
  const folder = fresh();
  const app = await open(folder);
  const second = startAndWait(['--data', folder]);
  expect(second).toMatchObject({ status: 0 });
  expect(second.stderr).not.toMatch(/^\s+at /m);
  expect(await info(app)).toMatchObject({ ok: true });
  await app.close();
  const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'));
  const written = logs
    .filter((name) => !name.includes('chromium'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  expect(written.join('')).toContain('SECOND_START');
});

test('a file from the desktop is opened by the first start, and by a second one in the window that is there', async () => {
  const [folder, partner] = [fresh(), fresh()];
  writeFileSync(path.join(folder, 'preferences.json'), '{"language":"en","theme":"light"}');
  const [card, scribble] = ['POL.entente-card', 'scribble.entente'].map((name) => path.join(partner, name));
  await runIn(partner, ['identity', 'create', '--nation', 'POL', '--name', 'Training branch']);
  await runIn(partner, ['identity', 'export', card ?? '']);
  writeFileSync(scribble ?? '', 'no bundle at all');

  const app = await open(folder, [card ?? '']);
  await app.page.getByText('Identity card of POL Training branch taken in').waitFor();
  expect(startAndWait(['--data', folder, scribble ?? '']).status).toBe(0);
  await app.page.getByRole('alert').filter({ hasText: 'scribble.entente' }).waitFor();
  // Handed over once: the next import asks again.
  await app.answerDialog(null);
  await app.page.keyboard.press('Control+i');
  expect(await app.page.getByRole('alert').filter({ hasText: 'scribble.entente' }).count()).toBe(1);
  await app.close();
});
