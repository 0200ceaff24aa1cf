/** Planning aids at the window: agreements and findings, baselines and variance, the synchronisation matrix and its print. */
import type { Locator } from 'playwright-core';
import { freshFolder } from '#build/driver.ts';
import { type Planner, begin, field, goTo, openSample, setField, undoOf } from './support/planner.ts';

const data = freshFolder();
let planner: Planner;

beforeAll(async () => {
  planner = await begin(data.folder);
  await openSample(planner);
}, 60_000);
afterAll(async () => {
  await planner.close();
  data.remove();
});

const TA = 'TA Technical arrangement, Polish engineers and military police';

test('a finding leads to the agreement behind it, and a later end mends it', async () => {
  const { page } = planner;
  await page.getByRole('button', { name: /\d+ problems/ }).click();
  const problems = page.getByRole('dialog', { name: /\d+ problems/ });
  await problems.getByText('Agreements').click();
  await problems.getByRole('button', { name: 'Show AGR-004 on the timeline' }).click();
  await page
    .getByRole('complementary')
    .getByRole('heading', { name: /POL redeployment/ })
    .waitFor();

  await goTo(planner, 'Participants');
  await page.getByText('Agreements', { exact: true }).first().click();
  await page.getByRole('grid', { name: 'Agreements' }).getByText('Polish engineers').click();
  await page.getByRole('complementary').getByText('AGR-004').waitFor();
  await setField(planner, 'In force until', 'ENDEX+30 2359');
  await undoOf(planner, `change of ${TA}`).waitFor();
  await page.getByRole('complementary').getByText('AGR-004').waitFor({ state: 'detached' });
});

test('a caveat that a serial runs against is a finding until the nation approves', async () => {
  const { page } = planner;
  await goTo(planner, 'Participants');
  await page.locator('.table-toolbar').getByText('Participants').click();
  await page.getByRole('grid', { name: 'Participants' }).getByText('United Kingdom').click();
  const caveats = page.getByRole('complementary').getByRole('region', { name: 'National caveats' });
  await caveats.getByRole('checkbox', { name: 'Approved' }).uncheck();
  const problems = page.getByRole('button', { name: /\d+ problems/ });
  await problems.click();
  const finding = page.getByRole('dialog').getByText('CAV-002');
  await finding.waitFor();
  await page.keyboard.press('Escape');
  await caveats.getByRole('checkbox', { name: 'Approved' }).check();
  await problems.click();
  await finding.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
});

const cell = (name: RegExp): Locator => planner.page.getByRole('gridcell', { name });

test('the matrix is edited in place by keys and by mouse, and everything can be undone', async () => {
  const { page } = planner;
  await page.keyboard.press('Control+9');
  await page.getByRole('grid', { name: 'Synchronisation matrix' }).waitFor();
  await page.getByRole('combobox', { name: 'Columns' }).click();
  await page.getByRole('option', { name: 'Columns: phase' }).click();
  await page.getByRole('combobox', { name: 'Rows' }).click();
  await page.getByRole('option', { name: 'Rows: function' }).click();

  await cell(/^Conference, Stage 1 Specification/).dblclick({ position: { x: 100, y: 30 } });
  const input = page.getByRole('textbox', { name: 'Title of a new activity' });
  await input.fill('Concept workshop');
  await input.press('Enter');
  await undoOf(planner, 'creation of Concept workshop').waitFor();
  await cell(/^Conference, Stage 1 Specification: .*Concept workshop/).waitFor();
  expect(await field(planner, 'Title').inputValue()).toBe('Concept workshop');

  // The grid has the focus again: to the next phase, and to another row.
  await page.keyboard.press('Alt+ArrowRight');
  await undoOf(planner, 'move of Concept workshop').waitFor();
  await cell(/^Conference, Stage 2 Planning: .*Concept workshop/).waitFor();
  await page.keyboard.press('F2');
  const title = page.getByRole('textbox', { name: 'Title of Concept workshop' });
  await title.fill('Concept seminar');
  await title.press('Enter');
  await cell(/^Conference, Stage 2 Planning: .*Concept seminar/).waitFor();

  const entry = page.locator('.matrix-entry', { hasText: 'Exercise specification conference' });
  await entry.dragTo(cell(/^Deadline, Stage 1 Specification/));
  await undoOf(planner, 'move of Exercise specification conference').waitFor();
  await cell(/^Deadline, Stage 1 Specification: .*Exercise specification conference/).waitFor();
  await page.keyboard.press('Control+z');
  await cell(/^Conference, Stage 1 Specification: .*Exercise specification conference/).waitFor();
});

test('a baseline shows how far the plan has moved, in the list, in the inspector and under the bars', async () => {
  const { page } = planner;
  await goTo(planner, 'Timeline');
  await page.getByRole('button', { name: 'Planning aids' }).click();
  await page.getByRole('switch', { name: 'Critical path' }).click({ force: true });
  await page.getByRole('button', { name: 'Baselines…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Baselines' });
  await dialog.getByRole('textbox', { name: 'Name of a new baseline' }).fill('Today');
  await dialog.getByRole('button', { name: 'Take baseline' }).click();
  await dialog.getByText('Nothing has moved since this baseline was taken.').waitFor();
  await dialog.getByRole('radio', { name: 'Compare with After the main planning conference' }).click({ force: true });
  const variances = dialog.getByRole('grid', { name: /^Variance from After/ });
  await variances
    .getByRole('row', { name: /POL.*\+1d.*\+1d/ })
    .first()
    .waitFor();
  await variances.getByText(/^Concept seminar/).waitFor();
  await variances
    .getByText(/Mine search fairway/)
    .first()
    .dblclick();
  await dialog.waitFor({ state: 'detached' });
  const planning = page.getByRole('complementary').getByRole('region', { name: 'Planning' });
  await planning.getByText('+2h').first().waitFor();
  expect(await planning.textContent()).toContain('Total float');
});

test('the matrix is printed on marked sheets, from the button beside it', async () => {
  const { page } = planner;
  await page.keyboard.press('Control+9');
  await page.getByRole('region', { name: 'Synchronisation matrix' }).getByRole('button', { name: 'Print' }).click();
  const sheet = page.locator('.print-view, main').getByText('UNCLASSIFIED').first();
  await sheet.waitFor();
  await page.getByText('Merchant traffic picture').first().waitFor({ state: 'attached' });
  await page.getByText('Function').first().waitFor({ state: 'attached' });
  expect(planner.complaints).toEqual([]);
});
