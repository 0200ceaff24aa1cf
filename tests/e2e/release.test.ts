/** A release by two persons, at the windows of the author, of the release officer and of the partner it goes to. */
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { freshFolder } from '#build/driver.ts';
import { exportCard, review, take, trust } from '#build/tour/acts.ts';
import { exportBundle } from './support/exchange.ts';
import { type Planner, SAMPLE, begin, goTo, importFile, introduce, openSample, saved } from './support/planner.ts';

const folders = [freshFolder(), freshFolder(), freshFolder(), freshFolder()] as const;
const [ofAuthor, ofOfficer, ofPoland, between] = folders;
const file = (name: string): string => path.join(between.folder, name);
let author: Planner;
let officer: Planner;
let poland: Planner;

beforeAll(async () => {
  [author, officer, poland] = await Promise.all([
    begin(ofAuthor.folder),
    begin(ofOfficer.folder),
    begin(ofPoland.folder),
  ]);
  await Promise.all([
    introduce(author, 'Norway', 'Exercise Norway'),
    introduce(officer, 'Norway', 'Release Norway'),
    introduce(poland, 'Poland', 'Exercise Poland'),
  ]);
  await openSample(author);
  await exportCard(author, file('author.entente-card'));
  await exportCard(officer, file('officer.entente-card'));
  await exportCard(poland, file('poland.entente-card'));
  for (const card of ['officer', 'poland']) await trust(author, file(`${card}.entente-card`));
  for (const card of ['author', 'poland']) await trust(officer, file(`${card}.entente-card`));
  for (const card of ['author', 'officer']) await trust(poland, file(`${card}.entente-card`));
  await officer.page.keyboard.press('Escape');
  await poland.page.keyboard.press('Escape');
});
afterAll(async () => {
  await Promise.all([author.close(), officer.close(), poland.close()]);
  for (const folder of folders) folder.remove();
});

const told = ({ page }: Planner, words: RegExp): Promise<void> =>
  page.getByRole('alert').filter({ hasText: words }).first().waitFor();
const panel = ({ page }: Planner): Locator => page.getByRole('region', { name: 'Export a bundle' });
const request = ({ page }: Planner): Locator => page.getByRole('dialog', { name: /^Request to sign/ });

const switchTwoPersons = async (): Promise<void> => {
  const { page } = author;
  await goTo(author, 'Overview');
  await page.getByRole('button', { name: 'Settings of the exercise' }).first().click();
  await page.getByRole('complementary').getByRole('switch', { name: 'Two persons release' }).click();
  await saved(author);
};

const forPoland = async (planner: Planner): Promise<void> => {
  await goTo(planner, 'Exchange');
  await panel(planner).getByLabel('For', { exact: true }).first().click();
  await planner.page.getByRole('option', { name: /^POL/ }).click();
  await planner.page.keyboard.press('Escape');
};

const askToSign = async (planner: Planner, to: string): Promise<void> => {
  await planner.answerDialog(file(to));
  await panel(planner).getByRole('button', { name: 'Export…' }).click();
};

test('where two persons release, nothing leaves on the author’s word alone', async () => {
  const { page } = author;
  await switchTwoPersons();
  await forPoland(author);
  await askToSign(author, 'alone.entente');
  await told(author, /released by two persons; choose a release officer of NOR/);

  await panel(author).getByLabel('Signatures needed besides yours').first().click();
  await page.getByRole('option', { name: /Release Norway/ }).click();
  await panel(author).getByRole('button', { name: 'Add', exact: true }).click();
  await askToSign(author, 'asked.entente');
  await panel(author)
    .getByText(/asked\.entente: signing request for revision \d+ with \d+ records/)
    .waitFor();
});

test('the author cannot approve it, nor does a partner take it as a bundle', async () => {
  await importFile(author, file('asked.entente'));
  await told(author, /You wrote this release and cannot approve it yourself/);
  expect(await request(author).count()).toBe(0);
  await importFile(poland, file('asked.entente'));
  await told(poland, /does not ask for your signature|signature is missing/);
  expect(await review(poland).count()).toBe(0);
});

test('the officer sees all that would leave, each with its marking, declines once, and signs', async () => {
  await importFile(officer, file('asked.entente'));
  const dialog = request(officer);
  await dialog.getByText('NOR Exercise Norway asks you to sign as release officer.').waitFor();
  await dialog.getByText('It goes to: POL Exercise Poland').waitFor();
  const rows = dialog.getByRole('group', { name: 'Everything that leaves' }).locator('.release-row');
  const markings = await rows.locator('.release-outcome').allInnerTexts();
  expect(markings.length).toBeGreaterThan(5);
  expect(markings.filter((marking) => marking.trim() === '')).toEqual([]);
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await officer.page.getByText(/Declined; it is in your audit log/).waitFor();

  await importFile(officer, file('asked.entente'));
  await officer.answerDialog(file('signed.entente'));
  await request(officer).getByRole('button', { name: 'Sign and save…' }).click();
  await officer.page.getByText(/signed\.entente is signed by all and can be given to those it is for/).waitFor();
  await request(officer).waitFor({ state: 'detached' });
});

test('with both signatures the partner takes it in, once it accepts the officer’s key for releases', async () => {
  const { page } = poland;
  await importFile(poland, file('signed.entente'));
  await told(poland, /may not sign as release-officer here/);
  expect(await review(poland).count()).toBe(0);
  await page.getByRole('button', { name: 'Identity and partners' }).click();
  const key = page.locator('.exchange-partner').filter({ hasText: 'Release Norway' });
  const releases = key.getByRole('checkbox', { name: 'release decisions' });
  // By key: what was told a moment ago may stand before it.
  await releases.press('Space');
  await key.locator('input:checked[value="release"]').waitFor();
  await page.keyboard.press('Escape');
  await importFile(poland, file('signed.entente'));
  await review(poland)
    .getByText(/Release Norway/)
    .first()
    .waitFor();
  await take(poland, 'Choose all');
  await page.getByRole('banner').getByText(SAMPLE).waitFor();
  await author.page
    .getByRole('region', { name: 'Sent' })
    .getByText(/Signing request for revision/)
    .first()
    .waitFor();
});

test('switched off, the author’s word is enough again', async () => {
  await switchTwoPersons();
  await exportBundle(author, [/POL/], file('alone.entente'));
});

test('no window complained', () => {
  expect([...author.complaints, ...officer.complaints, ...poland.complaints]).toEqual([]);
});
