/** What planners do at the window, in the words of the screen: the acts of the tour, and of the tests that do the same. */
import type { Locator } from 'playwright-core';
import { type DrivenApp, launchApp } from '../driver.ts';

export interface Planner extends DrivenApp {
  readonly nation: string;
}

export const begin = async (nation: string, dataFolder: string): Promise<Planner> => {
  const app = await launchApp({ dataFolder, size: { width: 1440, height: 900 } });
  return { ...app, nation };
};

export const goTo = async ({ page }: DrivenApp, view: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: view }).click();
};

/** Who plans here: asked on the first screen. */
export const introduce = async ({ page, nation }: Planner, name: string): Promise<void> => {
  await page.getByLabel('Nation or organisation', { exact: true }).first().fill(nation);
  await page
    .getByRole('option', { name: new RegExp(nation) })
    .first()
    .click();
  await page.getByLabel('Name of the planner or cell').fill(name);
  await page.getByRole('button', { name: 'Create identity' }).click();
  await page.getByText('Who plans here').waitFor({ state: 'detached' });
};

export const openSample = async ({ page }: Planner): Promise<void> => {
  await page.getByRole('button', { name: 'Open the sample exercise' }).first().click();
  await page.getByText('Northern Beacon 2027').first().waitFor();
};

/** Imports a file from wherever the planner stands: the key is the same everywhere. */
export const importFile = async (planner: DrivenApp, file: string): Promise<void> => {
  await planner.answerDialog(file);
  await planner.page.keyboard.press('Control+i');
};

/** The panel of keys: in an exercise a part of Exchange, before there is one a dialog of its own. */
const showPartners = async (planner: DrivenApp): Promise<Locator> => {
  const { page } = planner;
  const partners = page.getByRole('region', { name: 'Partners' });
  const rail = page.getByRole('navigation').getByRole('button', { name: 'Exchange' });
  if ((await rail.count()) > 0) await rail.click();
  else if ((await partners.count()) === 0) await page.getByRole('button', { name: 'Identity and partners' }).click();
  await partners.waitFor();
  return partners;
};

export const exportCard = async (planner: DrivenApp, file: string): Promise<void> => {
  await showPartners(planner);
  await planner.answerDialog(file);
  await planner.page.getByRole('button', { name: 'Save identity card' }).click();
  await planner.page.getByText('Identity card saved').waitFor();
};

/** @param onCompare while the digits are there to be compared. */
export const trust = async (planner: DrivenApp, card: string, onCompare?: () => Promise<void>): Promise<void> => {
  const partners = await showPartners(planner);
  await planner.answerDialog(card);
  await planner.page.getByRole('button', { name: 'Import card…' }).click();
  const unverified = partners.getByText('not verified', { exact: true });
  await unverified.waitFor();
  await onCompare?.();
  await partners.getByRole('button', { name: 'The digits are the same' }).click();
  // Other partners may have been verified before.
  await unverified.waitFor({ state: 'detached' });
  await partners.getByText('verified', { exact: true }).first().waitFor();
};

/** The exact release beside the full plan, for whom the bundle is. */
export const lookAtRelease = async ({ page }: Planner, onShown: () => Promise<void>): Promise<void> => {
  await page.getByRole('button', { name: 'Look at exactly what leaves…' }).click();
  await page.getByRole('dialog').waitFor();
  await onShown();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

export const chooseRecipient = async (planner: Planner, partner: RegExp): Promise<void> => {
  const { page } = planner;
  await goTo(planner, 'Exchange');
  const panel = page.getByRole('region', { name: 'Export a bundle' });
  await panel
    .getByRole('combobox', { name: 'For' })
    .or(panel.getByRole('textbox', { name: 'For' }))
    .first()
    .click();
  await page.getByRole('option', { name: partner }).click();
  await page.keyboard.press('Escape');
  await panel.getByLabel('Encrypt for these partners only').check();
};

export const exportBundle = async (planner: Planner, file: string): Promise<string> => {
  const { page } = planner;
  await planner.answerDialog(file);
  await page.getByRole('button', { name: 'Export…' }).click();
  const done = page.getByRole('status').filter({ hasText: 'read back and verified' });
  await done.waitFor();
  return (await done.innerText()).replaceAll('\n', ' ');
};

export const review = ({ page }: DrivenApp): Locator => page.getByRole('dialog', { name: /^Review of/ });

/** Takes in what is chosen; it is confirmed to the sender where a file for the receipt is named. */
export const take = async (planner: DrivenApp, choose: string, receipt?: string): Promise<string> => {
  await review(planner).getByRole('button', { name: choose }).click();
  const button = review(planner).getByRole('button', { name: /^Take \d/ });
  const said = await button.innerText();
  await button.click();
  await review(planner).waitFor({ state: 'detached' });
  const offer = planner.page.getByRole('dialog', { name: 'Confirm to the sender?' });
  if (receipt !== undefined) await planner.answerDialog(receipt);
  await offer.getByRole('button', { name: receipt === undefined ? 'No receipt' : 'Write receipt…' }).click();
  await offer.waitFor({ state: 'detached' });
  return said;
};

const saved = async ({ page }: Planner): Promise<void> => {
  await page
    .getByRole('status')
    .filter({ hasText: /Saved \d{6}Z/ })
    .first()
    .waitFor();
};

export const setPersonnel = async (planner: Planner, unit: string, strength: string): Promise<void> => {
  const { page } = planner;
  await goTo(planner, 'Forces');
  await page.getByLabel('Find a unit or home station').fill(unit);
  await page.getByRole('treeitem', { name: new RegExp(unit) }).click();
  const field = page.getByLabel('Personnel');
  await field.fill(strength);
  await field.press('Enter');
  await saved(planner);
};

export const addActivity = async (planner: Planner, name: string): Promise<void> => {
  const { page } = planner;
  await goTo(planner, 'Timeline');
  await page.getByRole('button', { name: 'New activity' }).first().click();
  const title = page.getByRole('textbox', { name: /^Title/ });
  await title.fill(name);
  await title.press('Enter');
  await saved(planner);
};
