/** What else happens at the desk: an own policy of markings, tables, the key sheet, keys alone, and clumsy hands. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { freshFolder } from '#build/driver.ts';
import { exportCard, review, take, trust } from '#build/tour/acts.ts';
import { exportBundle, reviewLine } from './support/exchange.ts';
import {
  type Planner,
  SAMPLE,
  addActivity,
  begin,
  goTo,
  importFile,
  introduce,
  openSample,
  redoOf,
  saved,
  undoOf,
} from './support/planner.ts';

const folders = [freshFolder(), freshFolder(), freshFolder()] as const;
const [ofNorway, ofPoland, between] = folders;
const file = (name: string): string => path.join(between.folder, name);
let norway: Planner;
let poland: Planner;

beforeAll(async () => {
  [norway, poland] = await Promise.all([begin(ofNorway.folder), begin(ofPoland.folder)]);
  await Promise.all([introduce(norway, 'Norway'), introduce(poland, 'Poland')]);
  await openSample(norway);
  await exportCard(norway, file('NOR.entente-card'));
  await exportCard(poland, file('POL.entente-card'));
  await trust(norway, file('POL.entente-card'));
  await trust(poland, file('NOR.entente-card'));
  await poland.page.keyboard.press('Escape');
});
afterAll(async () => {
  await Promise.all([norway.close(), poland.close()]);
  for (const folder of folders) folder.remove();
});

const choice = (within: Locator, name: string | RegExp): Locator =>
  within.getByRole('combobox', { name }).or(within.getByRole('textbox', { name })).first();

const choose = async (within: Locator, name: string | RegExp, option: string): Promise<void> => {
  await choice(within, name).click();
  await within.page().getByRole('option', { name: option, exact: true }).locator('visible=true').first().click();
};

const sentLines = ({ page }: Planner): Locator => page.getByRole('region', { name: 'Sent' }).getByRole('listitem');

const saveTable = async (planner: Planner, region: string, to: string): Promise<string> => {
  const part = planner.page.getByRole('region', { name: region });
  await planner.answerDialog(file(to));
  await part.getByRole('button', { name: 'Copy or save the table' }).click();
  await part.getByRole('menuitem', { name: 'Save as CSV…' }).click();
  await planner.page
    .getByText(new RegExp(`saved as ${to}`))
    .first()
    .waitFor();
  return readFileSync(file(to), 'utf8');
};

test('an own policy with levels in two languages marks a record, the bundle, and its review at the partner', async () => {
  const { page } = norway;
  await goTo(norway, 'Overview');
  await page.getByRole('button', { name: 'Settings of the exercise' }).first().click();
  await page.getByRole('button', { name: 'Policies and equivalence…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Policies, equivalence, ceiling' });
  await dialog.getByRole('button', { name: 'Add a policy' }).click();
  const name = dialog.getByLabel(/^Name of the policy/);
  await name.fill('NATO');
  await name.press('Enter');
  await dialog.getByText('There is a policy “NATO” already').waitFor();
  await name.fill('NORGE');
  await name.press('Enter');
  const levels = choice(dialog, 'Levels, from the lowest to the highest');
  for (const level of ['BEGRENSET / RESTRICTED', 'HEMMELIG / SECRET']) {
    await levels.fill(level);
    await levels.press('Enter');
    await dialog.getByText(level, { exact: true }).first().waitFor();
  }
  await choose(dialog, 'Row 1: NORGE', 'UNCLASSIFIED');
  await choose(dialog, 'Row 2: NORGE', 'BEGRENSET / RESTRICTED');
  await choose(dialog, 'Row 4: NORGE', 'HEMMELIG / SECRET');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await addActivity(norway, 'Brief the divers');
  const inspector = page.getByRole('complementary');
  await inspector.getByRole('button', { name: 'Mark it itself…' }).click();
  await choose(inspector, 'Policy', 'NORGE');
  await choose(inspector, 'Classification', 'BEGRENSET / RESTRICTED');
  await inspector.getByText('Elsewhere: NATO: NATO RESTRICTED').waitFor();
  await saved(norway);

  // The page, the bundle and the table that name it are marked by it.
  await exportBundle(norway, [/POL/], file('policy.entente'));
  await page.getByRole('region', { name: 'Export a bundle' }).getByText('BEGRENSET / RESTRICTED').first().waitFor();
  await importFile(poland, file('policy.entente'));
  const marking = review(poland).getByText('BEGRENSET / RESTRICTED').first();
  await marking.waitFor();
  // In the policy's own colour, not in that of a policy that is not known.
  expect(await marking.evaluate((mark) => getComputedStyle(mark).backgroundColor)).toBe('rgb(31, 95, 168)');
  await review(poland).getByLabel('Title, field or owner').fill('Brief the divers');
  await reviewLine(poland, /new.*Brief the divers/).click();
  await review(poland).getByText('Label: BEGRENSET / RESTRICTED').waitFor();
  await review(poland).getByLabel('Title, field or owner').fill('');
  await take(poland, 'Choose all');
  await poland.page.getByRole('banner').getByText(SAMPLE).waitFor();
  await goTo(poland, 'Timeline');
  await poland.page.getByLabel('Filter by title or kind').fill('Brief the divers');
  await poland.page.locator('.timeline-stage').focus();
  await poland.page.keyboard.press('Home');
  await poland.page.keyboard.press('Enter');
  await poland.page.getByRole('complementary').getByText('BEGRENSET / RESTRICTED').first().waitFor();
});

test('partners and what was sent leave as tables, marked', async () => {
  await goTo(norway, 'Exchange');
  const partners = await saveTable(norway, 'Partners', 'partners.csv');
  expect(partners).toMatch(/^\uFEFFUNCLASSIFIED,,Partners,\d{6}Z[A-Z]{3}\d\d\r\nNation,Planner,Key,/);
  expect(partners).toMatch(/\r\nPOL,J7 planning cell,verified,plans,all,\d{4}-/);
  const sent = await saveTable(norway, 'Sent', 'sent.csv');
  expect(sent).toMatch(/\r\n1,\d{4}-.*,bundle,policy.entente,POL J7 planning cell,not confirmed yet,,,\r\n/);
});

test('the key sheet is printed, and the log has it, to be found by its words in either language', async () => {
  const { page } = norway;
  await norway.answerDialog(file('key.pdf'));
  await page.getByRole('button', { name: 'Key sheet as PDF…' }).click();
  await page.getByText('Key sheet saved as key.pdf.').waitFor();
  expect(readFileSync(file('key.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: 'Audit log…' }).click();
  const log = page.getByRole('dialog', { name: 'Audit log' });
  await log.getByLabel('Search in the log').fill('own key sheet');
  await log.getByText(/^1 of \d+ entries fits$/).waitFor();
  await log.getByRole('option', { name: /Own key sheet printed to key.pdf/ }).waitFor();
  await page.keyboard.press('Escape');
  await log.waitFor({ state: 'detached' });
});

test('a card that is known, a file that has gone and a folder that is not there are told, and nothing changes', async () => {
  const { page } = norway;
  const partners = page.getByRole('region', { name: 'Partners' });
  await importFile(norway, file('POL.entente-card'));
  await page.getByText(/You have this identity card of POL J7 planning cell already: verified/).waitFor();
  expect(await partners.getByText('verified', { exact: true }).count()).toBe(1);
  await importFile(norway, file('gone.entente'));
  await page.getByRole('alert').filter({ hasText: 'gone.entente' }).first().waitFor();
  await norway.answerDialog(path.join(file('no-such-folder'), 'x.entente'));
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('alert').filter({ hasText: 'no-such-folder' }).first().waitFor();
  expect(await sentLines(norway).count()).toBe(1);
});

test('a double click exports once and takes in once; Escape in the review takes in nothing', async () => {
  await addActivity(norway, 'Once and no more');
  await saved(norway);
  await goTo(norway, 'Exchange');
  await exportRegion(norway).getByText('1 exercise').waitFor();
  await norway.answerDialog(file('once.entente'));
  await norway.page.getByRole('button', { name: 'Export…' }).dblclick();
  await norway.page.getByRole('status').filter({ hasText: 'once.entente: ' }).waitFor();
  await sentLines(norway).filter({ hasText: 'Revision 2' }).waitFor();
  expect(await sentLines(norway).count()).toBe(2);

  const before = await lastStep(poland);
  await importFile(poland, file('once.entente'));
  await reviewLine(poland, /Once and no more/).waitFor();
  await poland.page.keyboard.press('Escape');
  await review(poland).waitFor({ state: 'detached' });
  expect(await lastStep(poland)).toBe(before);
  await importFile(poland, file('once.entente'));
  await reviewLine(poland, /Once and no more/).waitFor();
  await review(poland)
    .getByRole('button', { name: /^Take \d/ })
    .dblclick();
  await review(poland).waitFor({ state: 'detached' });
  await poland.page.getByRole('dialog', { name: 'Confirm to the sender?' }).waitFor();
  await poland.page.keyboard.press('Escape');
  await poland.page.getByRole('dialog', { name: 'Confirm to the sender?' }).waitFor({ state: 'detached' });
  await undoOf(poland, 'Take in bundle of NOR').click();
  // Taken in once: taken back, the step before it is the last one again.
  await expectLast(poland, before);
});

const expectLast = async (planner: Planner, step: string | null): Promise<void> => {
  await planner.page
    .getByRole('banner')
    .locator(`button[aria-label="${step ?? ''}"]`)
    .waitFor();
};

const lastStep = ({ page }: Planner): Promise<string | null> =>
  page.getByRole('banner').getByRole('button', { name: /^Undo/ }).getAttribute('aria-label');

const exportRegion = ({ page }: Planner): Locator => page.getByRole('region', { name: 'Export a bundle' });

/** Goes on with Tab until something of that name has the focus. */
const tabTo = async ({ page }: Planner, name: RegExp): Promise<void> => {
  for (let n = 0; n < 120; n += 1) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => {
      const { activeElement: at } = document;
      const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])].map((one) => one.textContent) : [];
      return [at?.getAttribute('aria-label'), ...labels, at?.textContent].filter(Boolean).join(' ');
    });
    if (name.test(words)) return;
  }
  throw new Error(`no ${String(name)} within 120 steps`);
};

test('a whole exchange goes by keys alone', async () => {
  const keys = norway.page.keyboard;
  await addActivity(norway, 'By keys alone');
  await saved(norway);
  await keys.press('Control+7');
  await exportRegion(norway).waitFor();
  await tabTo(norway, /^For$/);
  await keys.type('POL');
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await keys.press('Escape');
  await tabTo(norway, /Encrypt for these/);
  await keys.press('Space');
  await norway.answerDialog(file('keys.entente'));
  await tabTo(norway, /^Export…/);
  await keys.press('Enter');
  await norway.page.getByRole('status').filter({ hasText: 'keys.entente: ' }).waitFor();
  expect(existsSync(file('keys.entente'))).toBe(true);

  await importFile(poland, file('keys.entente'));
  await reviewLine(poland, /By keys alone/).waitFor();
  await tabTo(poland, /^Choose their own/);
  await poland.page.keyboard.press('Enter');
  await tabTo(poland, /^Take \d/);
  await poland.answerDialog(file('keys.entente-receipt'));
  await poland.page.keyboard.press('Enter');
  await poland.page.getByRole('dialog', { name: 'Confirm to the sender?' }).waitFor();
  await tabTo(poland, /^Write receipt/);
  await poland.page.keyboard.press('Enter');
  await poland.page.getByText(/Receipt saved as keys.entente-receipt/).waitFor();
  await importFile(norway, file('keys.entente-receipt'));
  await norway.page.getByText(/POL .* confirmed revision 3/).waitFor();
});

const ceilingOf = async (planner: Planner): Promise<Locator> => {
  await goTo(planner, 'Overview');
  await planner.page.getByRole('button', { name: 'Settings of the exercise' }).first().click();
  return choice(planner.page.getByRole('complementary'), 'Highest marking allowed');
};

test('a lower ceiling that a bundle brings is taken back and done again, and holds both times', async () => {
  const { page } = poland;
  await addActivity(poland, 'Above the ceiling');
  const inspector = page.getByRole('complementary');
  const mark = async (level: string): Promise<void> => choose(inspector, 'Classification', level);
  await inspector.getByRole('button', { name: 'Mark it itself…' }).click();
  await choose(inspector, 'Policy', 'NATO');
  await mark('NATO SECRET');
  await saved(poland);

  await ceilingOf(norway);
  await choose(norway.page.getByRole('complementary'), 'Highest marking allowed', 'NATO RESTRICTED');
  await saved(norway);
  await exportBundle(norway, [/POL/], file('ceiling.entente'));
  await importFile(poland, file('ceiling.entente'));
  await review(poland)
    .getByText(/new ceiling NATO RESTRICTED, a record here stands above it: Above the ceiling/)
    .waitFor();
  await take(poland, 'Choose their own');
  const ceiling = await ceilingOf(poland);
  const stands = (level: string): Promise<void> => ceiling.and(page.locator(`[value="${level}"]`)).waitFor();
  await stands('NATO RESTRICTED');
  await undoOf(poland, 'Take in bundle of NOR').click();
  await stands('');
  await redoOf(poland, 'Take in bundle of NOR').click();
  await stands('NATO RESTRICTED');
  await saved(poland);

  // In force again: the record above stays as it is, and no other gets there.
  await addActivity(poland, 'Not above the ceiling');
  await inspector.getByRole('button', { name: 'Mark it itself…' }).click();
  await choose(inspector, 'Policy', 'NATO');
  await mark('NATO CONFIDENTIAL');
  await page
    .getByRole('alert')
    .filter({ hasText: /“Not above the ceiling” would be marked higher than the exercise allows/ })
    .waitFor();
});

test('neither window complained', () => {
  expect([...norway.complaints, ...poland.complaints]).toEqual([]);
});
