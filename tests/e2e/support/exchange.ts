/** What tests look for when planners exchange plans, beside what the tour does too. */
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { review } from '#build/tour/acts.ts';
import { goTo, type Planner } from './planner.ts';

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

/** A line of the review: a record, or a field of one. */
export const reviewLine = (planner: Planner, name: RegExp): Locator =>
  review(planner).getByRole('treeitem', { name }).first();

/** A refusal is told in one sentence, and no review opens. */
export const refusedWith = async (planner: Planner, sentence: RegExp): Promise<void> => {
  await planner.page.getByRole('alert').filter({ hasText: sentence }).first().waitFor();
  expect(await review(planner).count()).toBe(0);
};
