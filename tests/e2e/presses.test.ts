/** Who presses twice gets one of everything; and two ways out that are easily lost: an empty filter, keys in the tree. */
import type { Locator } from 'playwright-core';
import { freshFolder } from '#build/driver.ts';
import { type Planner, addActivity, begin, goTo, introduce } from './support/planner.ts';
import { until } from './support/timeline.ts';

const NAME = 'Double Resolve';
const data = freshFolder();
let planner: Planner;

const button = (name: string): Locator => planner.page.getByRole('button', { name, exact: true }).first();
const undo = (): Locator => planner.page.getByRole('banner').getByRole('button', { name: /^Undo/ });
const undoText = (): Promise<string | null> => undo().getAttribute('aria-label');

/** Presses twice, takes back one step, and finds the plan as it was. */
const makesOne = async (press: () => Promise<void>): Promise<void> => {
  const before = await undoText();
  await press();
  await until(async () => (await undoText()) === before, false);
  await undo().click();
  await planner.page
    .getByRole('banner')
    .getByRole('button', { name: /^Redo: creation/ })
    .waitFor();
  expect(await undoText()).toBe(before);
};

beforeAll(async () => {
  planner = await begin(data.folder);
  await introduce(planner, 'Norway');
});
afterAll(async () => {
  await planner.close();
  data.remove();
});

test('Create makes one exercise', async () => {
  const { page } = planner;
  await button('New exercise').dblclick();
  const dialog = page.getByRole('dialog', { name: 'New exercise' });
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(NAME);
  await dialog.getByRole('button', { name: 'Create' }).dblclick();
  await page.getByRole('banner').getByText(NAME).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+o');
  const rows = page.locator('.exercises-main').getByRole('row').filter({ hasText: NAME });
  await rows.first().waitFor();
  expect(await rows.count()).toBe(1);
  await rows.first().dblclick();
  await page.locator('.rail').waitFor();
});

test('one participant, and one unit under it', async () => {
  const { page } = planner;
  await goTo(planner, 'Participants');
  await button('Add participant').dblclick();
  const dialog = page.getByRole('dialog', { name: 'Add participant' });
  await dialog.getByText('Organisation', { exact: true }).click();
  await dialog.getByLabel('Name').fill('Coast Guard');
  await dialog.getByLabel('Code').fill('CG');
  await makesOne(() => dialog.getByRole('button', { name: 'Add', exact: true }).dblclick());
  await page.getByRole('banner').getByRole('button', { name: /^Redo/ }).click();

  await goTo(planner, 'Forces');
  await button('Add unit').dblclick();
  const unit = page.getByRole('dialog', { name: 'Add unit' });
  await unit.getByLabel('Name').fill('Harbour Company');
  await makesOne(() => unit.getByRole('button', { name: 'Add', exact: true }).dblclick());
  await page.getByRole('banner').getByRole('button', { name: /^Redo/ }).click();
});

test('one activity on the empty timeline, which stays selected, and one more from the toolbar', async () => {
  const { page } = planner;
  await goTo(planner, 'Timeline');
  await makesOne(() => page.locator('.timeline-empty').getByRole('button', { name: 'New activity' }).dblclick());
  await page.locator('.timeline-empty').waitFor();
  await addActivity(planner, 'Boarding drill');
  await makesOne(() => page.locator('.timeline-toolbar').getByRole('button', { name: 'New activity' }).dblclick());
});

test.each([
  ['Overview', 'Add anchor'],
  ['Logistics', 'Add movement'],
])('%s: %s makes one', async (view, name) => {
  await goTo(planner, view);
  await makesOne(() => button(name).dblclick());
});

test('a filter that leaves nothing says so, and is cleared where it says it', async () => {
  const { page } = planner;
  await goTo(planner, 'Timeline');
  const told = page.getByRole('status').filter({ hasText: 'No activity or movement has “zzz”' });
  const filter = page.getByRole('textbox', { name: 'Filter by title or kind' });
  await filter.fill('drill');
  await page.getByRole('option', { name: /^Boarding drill/ }).waitFor();
  expect(await told.count()).toBe(0);
  await filter.fill('zzz');
  await told.waitFor();
  await button('Clear filter').click();
  await page.getByRole('option', { name: /^Boarding drill/ }).waitFor();
  expect(await told.count()).toBe(0);
  expect(await filter.inputValue()).toBe('');
});

test('the tree copies what is selected in it, not from the field that was left by a key', async () => {
  const { page } = planner;
  await goTo(planner, 'Forces');
  await page.getByRole('treeitem', { name: /Harbour Company/ }).click();
  const search = page.getByRole('textbox', { name: /Find|Search|Filter/ }).first();
  await search.fill('Harbour');
  await search.press('Control+a');
  const tree = page.getByRole('tree');
  for (let tries = 0; tries < 8 && !(await tree.evaluate((element) => element === document.activeElement)); tries += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Control+c');
  await page.getByText('1 row copied.').first().waitFor();
});

test('the window did not complain', () => {
  expect(planner.complaints).toEqual([]);
});
