/** Two planners with a data folder and a window each, and nothing between them but files. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freshFolder } from '#build/driver.ts';
import { exportCard, review, take, trust } from '#build/tour/acts.ts';
import {
  type Planner,
  SAMPLE,
  addActivity,
  begin,
  field,
  goTo,
  importFile,
  introduce,
  openSample,
  redoOf,
  saved,
  setField,
  undoOf,
} from './support/planner.ts';
import { exportBundle, refusedWith, reviewLine } from './support/exchange.ts';

const folders = [freshFolder(), freshFolder(), freshFolder()] as const;
const [ofNorway, ofPoland, between] = folders;
const file = (name: string): string => path.join(between.folder, name);
const UNIT = 'Landing Support Ship Hel';
const TAKEN = 'Take in bundle of POL';
let norway: Planner;
let poland: Planner;

beforeAll(async () => {
  [norway, poland] = await Promise.all([begin(ofNorway.folder), begin(ofPoland.folder)]);
  await Promise.all([introduce(norway, 'Norway'), introduce(poland, 'Poland')]);
  await openSample(norway);
});
afterAll(async () => {
  await Promise.all([norway.close(), poland.close()]);
  for (const folder of folders) folder.remove();
});

const personnelOf = async (planner: Planner): Promise<string> => {
  await goTo(planner, 'Forces');
  await planner.page.getByLabel('Find a unit or home station').fill(UNIT);
  await planner.page.getByRole('treeitem', { name: new RegExp(UNIT) }).click();
  return field(planner, 'Personnel').inputValue();
};

const lastStep = ({ page }: Planner): Promise<string | null> =>
  page.getByRole('banner').getByRole('button', { name: /^Undo/ }).getAttribute('aria-label');

test('cards: each planner knows the other once the digits are compared', async () => {
  await exportCard(norway, file('NOR.entente-card'));
  await exportCard(poland, file('POL.entente-card'));
  await trust(norway, file('POL.entente-card'));
  await trust(poland, file('NOR.entente-card'));
});

test('the host exports the sample; the partner verifies, reviews and takes it in as an exercise of its own', async () => {
  await exportBundle(norway, [/POL/], file('to-poland.entente'));
  await poland.page.keyboard.press('Escape');
  await importFile(poland, file('to-poland.entente'));
  await review(poland).getByText('Signed by NOR').waitFor();
  await review(poland).getByText('verified', { exact: true }).waitFor();
  expect(await take(poland, 'Choose all')).toMatch(/Take \d{3} records/);
  await poland.page.getByRole('banner').getByText(SAMPLE).waitFor();
  await saved(poland);
});

test('a bundle with one flipped bytes is refused, wherever the byte lies, and nothing changes', async () => {
  const before = await lastStep(poland);
  const whole = readFileSync(file('to-poland.entente'));
  for (const [index, place] of [0.002, 0.5, 0.9].entries()) {
    const bytes = Buffer.from(whole);
    const at = Math.floor(place * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file(`flipped-${index}.entente`), bytes);
    await importFile(poland, file(`flipped-${index}.entente`));
    await refusedWith(poland, /changed|damaged|forged|not in the form/);
    await poland.page.getByRole('alert').getByRole('button').first().click();
    await poland.page.getByRole('alert').first().waitFor({ state: 'detached' });
  }
  expect(await lastStep(poland)).toBe(before);
});

test('the partner answers with a new activity and a changed unit; the host sees both for what they are', async () => {
  const strength = await personnelOf(poland);
  expect(strength).not.toBe('64');
  await setField(poland, 'Personnel', '64');
  await addActivity(poland, 'Engineer reconnaissance of quays');
  await saved(poland);
  await exportBundle(poland, [/NOR/], file('to-norway.entente'));

  await importFile(norway, file('to-norway.entente'));
  await review(norway).getByText('Signed by POL').waitFor();
  await reviewLine(norway, /new.*Engineer reconnaissance of quays/).waitFor();
  await reviewLine(norway, new RegExp(`proposal.*${UNIT}`)).waitFor();
  await review(norway).getByText('new 1', { exact: true }).waitFor();
  await norway.answerDialog(file('review.csv'));
  await review(norway).getByRole('button', { name: 'Copy or save the table' }).click();
  await review(norway).getByRole('menuitem', { name: 'Save as CSV…' }).click();
  await norway.page
    .getByText(/review.csv/)
    .first()
    .waitFor();
  const table = readFileSync(file('review.csv'), 'utf8');
  expect(table).toMatch(/^\uFEFFUNCLASSIFIED/);
  expect(table).toMatch(new RegExp(`proposal.*${UNIT}.*,64,`));
  expect(await take(norway, 'Choose all')).toBe('Take 2 records');
  expect(await personnelOf(norway)).toBe('64');

  await undoOf(norway, TAKEN).click();
  await redoOf(norway, TAKEN).waitFor();
  expect(await personnelOf(norway)).toBe(strength);
  await goTo(norway, 'Timeline');
  await norway.page.getByLabel('Filter by title or kind').fill('Engineer reconnaissance of quays');
  await norway.page.getByRole('option', { name: /quays/ }).first().waitFor({ state: 'detached' });
});

test('what was taken in once holds nothing new the second time', async () => {
  await redoOf(norway, TAKEN).click();
  await undoOf(norway, TAKEN).waitFor();
  await importFile(norway, file('to-norway.entente'));
  await review(norway).getByText('The bundle holds nothing that you do not have.').waitFor();
  await norway.page.keyboard.press('Escape');
  await review(norway).waitFor({ state: 'detached' });
});

test('a field that both changed is shown with both words and authors, and decided by keyboard', async () => {
  await personnelOf(norway);
  await setField(norway, 'Personnel', '70');
  await personnelOf(poland);
  await setField(poland, 'Personnel', '66');
  await saved(poland);
  await exportBundle(poland, [/NOR/], file('again-to-norway.entente'));
  await importFile(norway, file('again-to-norway.entente'));
  const { page } = norway;
  const tree = review(norway).getByRole('tree');
  const line = reviewLine(norway, /Strength.*conflict/);
  await line.waitFor();
  expect(await line.innerText()).toMatch(/70[^]*you[^]*64[^]*66[^]*POL J7 planning cell/);
  await review(norway).getByLabel('Title, field or owner').fill('strength');
  await review(norway)
    .getByText(/^1 of 1 records$/)
    .waitFor();
  await tree.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('n');
  expect(await line.getAttribute('aria-checked')).toBe('false');
  await page.keyboard.press('Space');
  expect(await line.getAttribute('aria-checked')).toBe('true');
  await review(norway).getByRole('button', { name: 'Take 1 record' }).click();
  await page
    .getByRole('dialog', { name: 'Confirm to the sender?' })
    .getByRole('button', { name: 'No receipt' })
    .click();
  expect(await personnelOf(norway)).toBe('66');
  await undoOf(norway, TAKEN).click();
  expect(await personnelOf(norway)).toBe('70');
});

test('neither window complained', () => {
  expect([...norway.complaints, ...poland.complaints]).toEqual([]);
});
