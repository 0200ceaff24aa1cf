/**
 * The main job from end to end, unattended: two planners, each with a data folder and a window of their own, exchange
 * signed bundles of the sample exercise through files. Leaves bundles, PDF and pictures in out/ and says what happened.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DrivenApp, launchApp } from './driver.ts';

const out = path.resolve(process.cwd(), 'out');
const file = (name: string): string => path.join(out, name);
const started = performance.now();

const say = (text: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);

interface Planner extends DrivenApp {
  readonly name: string;
}

const begin = async (name: string, dataFolder: string): Promise<Planner> => {
  const app = await launchApp({ dataFolder, size: { width: 1440, height: 900 } });
  return { ...app, name };
};

const goTo = async ({ page }: Planner, view: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: view }).click();
};

const shoot = async (planner: Planner, name: string): Promise<void> => {
  await planner.page.waitForTimeout(700);
  await planner.page.screenshot({ path: file(`${name}.png`) });
};

/** Who plans here: asked on the first screen. */
const introduce = async ({ page }: Planner, nation: string, name: string): Promise<void> => {
  await page.getByLabel('Nation', { exact: true }).first().fill(nation);
  await page
    .getByRole('option', { name: new RegExp(nation) })
    .first()
    .click();
  await page.getByLabel('Name of the planner or cell').fill(name);
  await page.getByRole('button', { name: 'Create identity' }).click();
  await page.getByText('Who plans here').waitFor({ state: 'detached' });
};

const openSample = async ({ page }: Planner): Promise<void> => {
  await page.getByRole('button', { name: 'Open the sample exercise' }).first().click();
  await page.getByText('Northern Beacon 2027').first().waitFor();
};

/** Imports a file from wherever the planner stands: the key is the same everywhere. */
const importFile = async (planner: Planner, name: string): Promise<void> => {
  await planner.answerDialog(file(name));
  await planner.page.keyboard.press('Control+i');
};

const exportCard = async (planner: Planner, name: string): Promise<void> => {
  await planner.answerDialog(file(name));
  await planner.page.getByRole('button', { name: 'Save identity card' }).click();
  await planner.page.getByText('Identity card saved').waitFor();
};

const trust = async (planner: Planner, card: string): Promise<void> => {
  await importFile(planner, card);
  await planner.page.getByRole('button', { name: 'The digits are the same' }).click();
  await planner.page.getByText('verified', { exact: true }).waitFor();
};

const exportBundle = async (planner: Planner, partner: RegExp, name: string): Promise<string> => {
  const { page } = planner;
  await page.getByLabel('For', { exact: true }).first().click();
  await page.getByRole('option', { name: partner }).click();
  await page.keyboard.press('Escape');
  await planner.answerDialog(file(name));
  await page.getByRole('button', { name: 'Export…' }).click();
  const done = page.getByRole('status').filter({ hasText: 'revision' });
  await done.waitFor();
  return (await done.innerText()).replaceAll('\n', ' ');
};

const takeAll = async ({ page }: Planner, choose: string): Promise<string> => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: choose }).click();
  const take = dialog.getByRole('button', { name: /^Take \d/ });
  const said = await take.innerText();
  await take.click();
  await dialog.waitFor({ state: 'detached' });
  return said;
};

/** The partner's part: another name for one unit of theirs, and another day for one movement. */
const partnerEdits = async (planner: Planner): Promise<void> => {
  const { page } = planner;
  await goTo(planner, 'Forces');
  await page.getByLabel('Find a unit or home station').fill('Landing Support Ship Hel');
  await page.getByRole('treeitem', { name: /Landing Support Ship Hel/ }).click();
  const strength = page.getByLabel('Personnel');
  await strength.fill('64');
  await strength.press('Enter');
  await shoot(planner, '05-partner-forces');
  await goTo(planner, 'Timeline');
  await page.getByRole('button', { name: 'New activity' }).click();
  const title = page.getByRole('textbox', { name: /^Title/ });
  await title.fill('Polish engineer reconnaissance of quays');
  await title.press('Enter');
  await page.waitForTimeout(300);
};

const printTimeline = async (planner: Planner): Promise<string> => {
  const { page } = planner;
  await goTo(planner, 'Print');
  await page
    .getByText(/sheets? A4/)
    .first()
    .waitFor();
  await shoot(planner, '09-print');
  await planner.answerDialog(file('timeline.pdf'));
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  for (let tries = 0; tries < 600 && !existsSync(file('timeline.pdf')); tries += 1) await page.waitForTimeout(200);
  return `${Math.round(statSync(file('timeline.pdf')).size / 1024)} kB`;
};

const hostPlans = async (host: Planner): Promise<void> => {
  await introduce(host, 'Norway', 'J7 planning cell');
  say('Norway has an identity; its keys never leave the main process');
  await openSample(host);
  await shoot(host, '01-overview');
  for (const [index, view] of ['Forces', 'Calendar', 'Timeline', 'Logistics'].entries()) {
    await goTo(host, view);
    await shoot(host, `0${index + 1}-${view.toLowerCase()}`);
  }
  say('Norway opened the sample exercise: 122 units, 265 activities, 70 movements');
};

const exchange = async (host: Planner, partner: Planner): Promise<void> => {
  await introduce(partner, 'Poland', 'Operational training branch');
  await openSample(partner);
  await goTo(host, 'Exchange');
  await goTo(partner, 'Exchange');
  await exportCard(host, 'NOR.entente-card');
  await exportCard(partner, 'POL.entente-card');
  await trust(host, 'POL.entente-card');
  await trust(partner, 'NOR.entente-card');
  say('Norway and Poland exchanged identity cards and compared fingerprints');
  say(`Norway: ${await exportBundle(host, /POL/, 'norway-to-poland.entente')}`);
  await shoot(host, '05-export');
  await importFile(partner, 'norway-to-poland.entente');
  await partner.page.getByText('Signed by NOR').waitFor();
  await shoot(partner, '06-partner-review');
  say(`Poland verified and reviewed it: ${await takeAll(partner, 'Choose their own')}`);
  await partner.page.getByText('Saved').first().waitFor();
  await partnerEdits(partner);
  await goTo(partner, 'Exchange');
  say(`Poland: ${await exportBundle(partner, /NOR/, 'poland-to-norway.entente')}`);
  await importFile(host, 'poland-to-norway.entente');
  await host.page.getByText('Signed by POL').waitFor();
  await shoot(host, '08-host-review');
  say(`Norway reviewed what Poland sent: ${await takeAll(host, 'Choose all')}`);
};

const tour = async (): Promise<void> => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const folders = mkdtempSync(path.join(tmpdir(), 'entente-tour-'));
  const host = await begin('Norway', path.join(folders, 'norway'));
  const partner = await begin('Poland', path.join(folders, 'poland'));
  try {
    await hostPlans(host);
    await exchange(host, partner);
    say(`Norway printed the mission timeline: ${await printTimeline(host)}`);
  } catch (error) {
    await host.page.screenshot({ path: file('failed-host.png') });
    await partner.page.screenshot({ path: file('failed-partner.png') });
    throw error;
  } finally {
    await host.close();
    await partner.close();
    rmSync(folders, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(
    '\nIn out/: norway-to-poland.entente, poland-to-norway.entente, timeline.pdf and a picture of each screen.',
  );
};

await tour();
process.exit(0);
