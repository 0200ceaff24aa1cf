/** Three nations, and among their good bundles one that was changed, one that is stale, and one that somebody forged. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freshFolder } from '#build/driver.ts';
import { exportCard, review, take, trust } from '#build/tour/acts.ts';
import { runIn } from '../electron/cli/desk.ts';
import { exportBundle, refusedWith, reviewLine } from './support/exchange.ts';
import {
  addActivity,
  begin,
  goTo,
  importFile,
  introduce,
  openSample,
  type Planner,
  SAMPLE,
  saved,
} from './support/planner.ts';

const folders = [freshFolder(), freshFolder(), freshFolder(), freshFolder(), freshFolder()] as const;
const [ofNorway, ofPoland, ofSweden, ofMallory, between] = folders;
const file = (name: string): string => path.join(between.folder, name);
let norway: Planner;
let poland: Planner;
let sweden: Planner;

beforeAll(async () => {
  [norway, poland, sweden] = await Promise.all([
    begin(ofNorway.folder),
    begin(ofPoland.folder),
    begin(ofSweden.folder),
  ]);
  await Promise.all([introduce(norway, 'Norway'), introduce(poland, 'Poland'), introduce(sweden, 'Sweden')]);
  await openSample(norway);
});
afterAll(async () => {
  await Promise.all([norway.close(), poland.close(), sweden.close()]);
  for (const folder of folders) folder.remove();
});

/** A refusal is told, and closed by the one who has read it: other notices may stand beside it. */
const refused = async (planner: Planner, sentence: RegExp): Promise<void> => {
  await refusedWith(planner, sentence);
  const told = planner.page.getByRole('alert').filter({ hasText: sentence });
  await told.getByRole('button').click();
  await told.waitFor({ state: 'detached' });
};

const activityThere = async (planner: Planner, title: string): Promise<void> => {
  await goTo(planner, 'Timeline');
  await planner.page.getByLabel('Filter by title or kind').fill(title);
  await planner.page
    .getByRole('option', { name: new RegExp(title) })
    .first()
    .waitFor();
};

test('each knows the keys of both others', async () => {
  const planners = [norway, poland, sweden];
  const cards = ['NOR', 'POL', 'SWE'].map((nation) => file(`${nation}.entente-card`));
  for (const [n, planner] of planners.entries()) await exportCard(planner, cards[n] ?? '');
  for (const [n, planner] of planners.entries())
    for (const [other, card] of cards.entries()) if (other !== n) await trust(planner, card);
  for (const planner of [poland, sweden]) await planner.page.keyboard.press('Escape');
});

test('host and contributor plan together', async () => {
  await exportBundle(norway, [/POL/], file('nor-1.entente'));
  await importFile(poland, file('nor-1.entente'));
  await take(poland, 'Choose all');
  await poland.page.getByRole('banner').getByText(SAMPLE).waitFor();
  await addActivity(poland, 'Polish divers in the harbour');
  await saved(poland);
  await exportBundle(poland, [/NOR/], file('pol-1.entente'));
  await importFile(norway, file('pol-1.entente'));
  await reviewLine(norway, /Polish divers in the harbour/).waitFor();
  await take(norway, 'Choose all');
});

test('what is not meant for the late joiner, was changed on the way, or was forged is refused', async () => {
  await exportBundle(norway, [/POL/, /SWE/], file('nor-2.entente'));
  await importFile(sweden, file('nor-1.entente'));
  await refused(sweden, /meant for others/);

  const bytes = readFileSync(file('nor-2.entente'));
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file('tampered.entente'), bytes);
  await importFile(sweden, file('tampered.entente'));
  await refused(sweden, /damaged|changed/);

  const mallory = (...args: readonly string[]) => runIn(ofMallory.folder, args);
  await mallory('identity', 'create', '--nation', 'NOR', '--name', 'J7 planning cell');
  await mallory('partner', 'add', file('SWE.entente-card'));
  const exercise = (await mallory('exercise', 'create', '--sample')).out.trim();
  const forged = await mallory('export', '--exercise', exercise, '--to', 'SWE', '--out', file('forged.entente'));
  expect(forged).toMatchObject({ exit: 0 });
  await importFile(sweden, file('forged.entente'));
  await refused(sweden, /key you do not know/);
});

test('the late joiner takes in the host’s plan and then the contributor’s own records, each from its owner', async () => {
  await importFile(sweden, file('nor-2.entente'));
  await take(sweden, 'Choose all', file('swe.entente-receipt'));
  await sweden.page.getByRole('banner').getByText(SAMPLE).waitFor();
  await exportBundle(poland, [/SWE/], file('pol-2.entente'));
  await importFile(sweden, file('pol-2.entente'));
  await take(sweden, 'Choose their own');
  await activityThere(sweden, 'Polish divers in the harbour');
});

test('once a newer bundle was taken in, the one before it is stale', async () => {
  await addActivity(norway, 'Host adds a rehearsal');
  await saved(norway);
  await exportBundle(norway, [/POL/, /SWE/], file('nor-3.entente'));
  await importFile(sweden, file('nor-3.entente'));
  await take(sweden, 'Choose their own');
  await activityThere(sweden, 'Host adds a rehearsal');
  await importFile(sweden, file('nor-2.entente'));
  await refused(sweden, /older than revision 3/);
});

test('what the contributor carries of the host is reviewed by itself, after the contributor’s own', async () => {
  await addActivity(norway, 'Host adds a debriefing');
  await saved(norway);
  await exportBundle(norway, [/POL/, /SWE/], file('nor-4.entente'));
  await importFile(poland, file('nor-4.entente'));
  await take(poland, 'Choose their own');
  await addActivity(poland, 'Polish choir at the farewell');
  await saved(poland);
  await goTo(poland, 'Exchange');
  await poland.answerDialog(file('nor-4.entente'));
  await poland.page.getByRole('button', { name: 'Take a bundle along…' }).click();
  await poland.page.getByRole('list', { name: 'Bundles that go along' }).getByText('nor-4.entente').waitFor();
  await exportBundle(poland, [/SWE/], file('pol-3.entente'));

  await importFile(sweden, file('pol-3.entente'));
  await review(sweden).getByText('It carries a bundle of somebody else').waitFor();
  await take(sweden, 'Choose their own');
  await review(sweden)
    .getByText(/Signed by NOR/)
    .waitFor();
  await take(sweden, 'Choose their own');
  await activityThere(sweden, 'Host adds a debriefing');
  await activityThere(sweden, 'Polish choir at the farewell');
});

test('the host sees who confirmed, and what was refused stands in the log of who refused it', async () => {
  await norway.answerDialog(file('swe.entente-receipt'));
  await norway.page.keyboard.press('Control+i');
  await norway.page.getByText(/SWE .* confirmed revision 2/).waitFor();
  await goTo(norway, 'Exchange');
  await norway.page
    .getByRole('region', { name: 'Sent' })
    .getByText(/Taken in by SWE/)
    .waitFor();

  await goTo(sweden, 'Exchange');
  await sweden.page.getByRole('button', { name: 'Audit log…' }).click();
  const log = sweden.page.getByRole('dialog', { name: 'Audit log' });
  await log.getByText(/tampered.entente refused/).waitFor();
  await log.getByText(/forged.entente refused: SIGNER_UNKNOWN/).waitFor();
  await log.getByRole('button', { name: 'Verify the chain' }).click();
  await log.getByText(/The chain is whole/).waitFor();
  await sweden.page.keyboard.press('Escape');
});

test('no window complained', () => {
  expect([...norway.complaints, ...poland.complaints, ...sweden.complaints]).toEqual([]);
});
