/** What planners do to exchange plans, in the words of the screen. */
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { goTo, type Planner } from './planner.ts';

/** The host does it in an exercise; the partner, who has none yet, at the list of exercises. */
const showPartners = async (planner: Planner): Promise<void> => {
  const rail = planner.page.getByRole('navigation').getByRole('button', { name: 'Exchange' });
  if ((await rail.count()) > 0) await rail.click();
  else if ((await planner.page.getByRole('region', { name: 'Partners' }).count()) === 0)
    await planner.page.getByRole('button', { name: 'Identity and partners' }).click();
};

export const exportCard = async (planner: Planner, file: string): Promise<void> => {
  await showPartners(planner);
  await planner.answerDialog(file);
  await planner.page.getByRole('button', { name: 'Save identity card' }).click();
  await planner.page.getByText('Identity card saved').waitFor();
};

export const trust = async (planner: Planner, card: string): Promise<void> => {
  await showPartners(planner);
  await planner.answerDialog(card);
  await planner.page.getByRole('button', { name: 'Import card…' }).click();
  const partners = planner.page.getByRole('region', { name: 'Partners' });
  await partners.getByText('not verified', { exact: true }).waitFor();
  await partners.getByRole('button', { name: 'The digits are the same' }).click();
  await partners.getByText('not verified', { exact: true }).waitFor({ state: 'detached' });
  await partners.getByText('verified', { exact: true }).first().waitFor();
};

export const exportBundle = async (planner: Planner, partners: readonly RegExp[], file: string): Promise<void> => {
  const { page } = planner;
  await goTo(planner, 'Exchange');
  const to = page.getByRole('region', { name: 'Export a bundle' });
  await to
    .getByRole('combobox', { name: 'For' })
    .or(to.getByRole('textbox', { name: 'For' }))
    .first()
    .click();
  for (const partner of partners) {
    const option = page.getByRole('option', { name: partner });
    if ((await option.getAttribute('aria-selected')) !== 'true') await option.click();
  }
  await page.keyboard.press('Escape');
  await planner.answerDialog(file);
  await page.getByRole('button', { name: 'Export…' }).click();
  // By its name: what was exported before may still stand there.
  await page
    .getByRole('status')
    .filter({ hasText: `${path.basename(file)}: ` })
    .filter({ hasText: 'read back and verified' })
    .waitFor();
};

export const review = ({ page }: Planner): Locator => page.getByRole('dialog', { name: /^Review of/ });

/** A line of the review: a record, or a field of one. */
export const reviewLine = (planner: Planner, name: RegExp): Locator =>
  review(planner).getByRole('treeitem', { name }).first();

/** Takes in what is chosen; a receipt is written where a file for it is named. */
export const take = async (planner: Planner, choose: string, receipt?: string): Promise<string> => {
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

/** A refusal is told in one sentence, and no review opens. */
export const refusedWith = async (planner: Planner, sentence: RegExp): Promise<void> => {
  await planner.page.getByRole('alert').filter({ hasText: sentence }).first().waitFor();
  expect(await review(planner).count()).toBe(0);
};
