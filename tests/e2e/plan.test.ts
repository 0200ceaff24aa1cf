/** A planner's first hour: from an empty data folder to an order of battle that outlives crash and restart. */
import type { Locator } from 'playwright-core';
import { freshFolder } from '#build/driver.ts';
import {
  type Planner,
  addActivity,
  addParticipant,
  begin,
  createExercise,
  goTo,
  introduce,
  openListed,
  redoOf,
  saved,
  undoOf,
} from './support/planner.ts';

const data = freshFolder();
afterAll(() => data.remove());

const NAME = 'Boreal Shield 2027';
const row = ({ page }: Planner, name: string): Locator => page.getByRole('treeitem', { name: new RegExp(name) });
const levelOf = (planner: Planner, name: string): Promise<string | null> =>
  row(planner, name).getAttribute('aria-level');
const atLevel = (planner: Planner, name: string, level: number): Promise<void> =>
  planner.page.locator(`[role="treeitem"][aria-level="${level}"]`).filter({ hasText: name }).waitFor();

const addUnit = async (planner: Planner, name: string): Promise<void> => {
  const { page } = planner;
  await row(planner, 'Finland').click();
  await page.getByRole('button', { name: 'Add unit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add unit' });
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(name);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await row(planner, name).waitFor();
};

test('first run: identity, exercise from a template, participant, units, another superior by keyboard', async () => {
  const planner = await begin(data.folder);
  const { page } = planner;
  await introduce(planner, 'Norway');
  await createExercise(planner, NAME, 'Short process');
  await goTo(planner, 'Timeline');
  await page
    .getByRole('option', { name: /Initial planning conference/ })
    .first()
    .waitFor();
  await addParticipant(planner, 'Finland');
  await goTo(planner, 'Forces');
  await addUnit(planner, 'Jaeger Brigade');
  await addUnit(planner, 'Coastal Battalion');
  expect(await levelOf(planner, 'Coastal Battalion')).toBe('2');

  await row(planner, 'Coastal Battalion').click();
  await page.getByRole('tree').press('Alt+ArrowRight');
  await atLevel(planner, 'Coastal Battalion', 3);
  await undoOf(planner, 'move of Coastal Battalion').click();
  await atLevel(planner, 'Coastal Battalion', 2);
  await redoOf(planner, 'move of Coastal Battalion').waitFor();
  await page.keyboard.press('Control+y');
  await atLevel(planner, 'Coastal Battalion', 3);
  await page.keyboard.press('Control+z');
  await atLevel(planner, 'Coastal Battalion', 2);
  await redoOf(planner, 'move of Coastal Battalion').click();
  await atLevel(planner, 'Coastal Battalion', 3);
  await row(planner, 'Coastal Battalion').dragTo(row(planner, 'Finland'));
  await atLevel(planner, 'Coastal Battalion', 2);
  await undoOf(planner, 'move of Coastal Battalion').click();
  await atLevel(planner, 'Coastal Battalion', 3);
  await saved(planner);
  expect(planner.complaints).toEqual([]);
  await planner.close();
});

test('after a restart everything is there, and Undo still knows what was done', async () => {
  const planner = await begin(data.folder);
  expect(await planner.page.getByRole('form', { name: 'Who plans here' }).count()).toBe(0);
  await openListed(planner, NAME);
  await goTo(planner, 'Forces');
  await atLevel(planner, 'Coastal Battalion', 3);
  await undoOf(planner, 'move of Coastal Battalion').click();
  await atLevel(planner, 'Coastal Battalion', 2);
  await undoOf(planner, 'creation of Coastal Battalion').click();
  await row(planner, 'Coastal Battalion').waitFor({ state: 'detached' });
  await redoOf(planner, 'creation of Coastal Battalion').click();
  await redoOf(planner, 'move of Coastal Battalion').click();
  await atLevel(planner, 'Coastal Battalion', 3);
  await saved(planner);
  await planner.close();
});

test('what is called saved is there after a power cut', async () => {
  const planner = await begin(data.folder);
  await openListed(planner, NAME);
  await addActivity(planner, 'Ice road reconnaissance');
  await saved(planner);
  await planner.kill();

  const again = await begin(data.folder);
  await openListed(again, NAME);
  await undoOf(again, 'change of New activity').waitFor();
  await goTo(again, 'Timeline');
  await again.page.getByLabel('Filter by title or kind').fill('Ice road');
  await again.page
    .getByRole('option', { name: /Ice road reconnaissance/ })
    .first()
    .waitFor();
  await again.close();
});
