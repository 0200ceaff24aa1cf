/**
 * The main job from end to end, unattended: two planners, each with a data folder and a window of their own, exchange
 * signed bundles of the sample exercise through files. Leaves bundles, PDFs and pictures in out/ and says what happened.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  addActivity,
  begin,
  chooseRecipient,
  exportBundle,
  exportCard,
  goTo,
  importFile,
  introduce,
  lookAtRelease,
  openSample,
  type Planner,
  review,
  setPersonnel,
  take,
  trust,
} from './acts.ts';

const out = path.resolve(process.cwd(), 'out');
const file = (name: string): string => path.join(out, name);
const started = performance.now();

const say = (text: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);

/** A picture of the screen, without the notices that would go by themselves. */
const shoot = async ({ page }: Planner, name: string): Promise<void> => {
  await page.evaluate(() => {
    for (const close of document.querySelectorAll<HTMLElement>('.mantine-Notification-closeButton')) close.click();
  });
  await page.waitForTimeout(700);
  await page.screenshot({ path: file(`${name}.png`) });
};

const SHIP = 'Landing Support Ship Hel';

/** From the whole plan to the days of the exercise, under the pointer. */
const zoomToExercise = async (host: Planner): Promise<void> => {
  const { page } = host;
  await goTo(host, 'Timeline');
  const stage = page.locator('.timeline-stage');
  await stage.waitFor();
  const box = await stage.boundingBox();
  if (box === null) throw new Error('the timeline is not drawn');
  // STARTEX to ENDEX lie in the last quarter of the sample's eighteen months.
  await page.mouse.move(box.x + box.width * 0.795, box.y + 60);
  await page.keyboard.down('Control');
  for (let turns = 0; turns < 5; turns += 1) await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
};

const hostPlans = async (host: Planner): Promise<void> => {
  await introduce(host, 'J7 planning cell');
  say('Norway has an identity; its keys never leave the main process');
  await openSample(host);
  await zoomToExercise(host);
  for (const [index, view] of ['Overview', 'Forces', 'Calendar', 'Timeline', 'Matrix', 'Logistics'].entries()) {
    await goTo(host, view);
    await shoot(host, `0${index + 1}-${view.toLowerCase()}`);
  }
  say('Norway opened the sample exercise: 122 units, 265 activities, 70 movements');
};

const trustEachOther = async (host: Planner, partner: Planner): Promise<void> => {
  await introduce(partner, 'Operational training branch');
  await exportCard(host, file('NOR.entente-card'));
  await exportCard(partner, file('POL.entente-card'));
  await trust(host, file('POL.entente-card'), () => shoot(host, '07-trust'));
  await trust(partner, file('NOR.entente-card'));
  await partner.page.keyboard.press('Escape');
  say('Norway and Poland exchanged identity cards and compared fingerprints');
};

const hostSends = async (host: Planner, partner: Planner): Promise<void> => {
  await chooseRecipient(host, /POL/);
  await lookAtRelease(host, () => shoot(host, '08-release'));
  say(`Norway: ${await exportBundle(host, file('norway-to-poland.entente'))}`);
  await shoot(host, '09-export');
  await importFile(partner, file('norway-to-poland.entente'));
  await review(partner).waitFor();
  say(`Poland verified and reviewed it: ${await take(partner, 'Choose all', file('poland.entente-receipt'))}`);
};

const partnerAnswers = async (host: Planner, partner: Planner): Promise<void> => {
  // Both change the strength of one ship, so that the answer meets a change that it did not know of.
  await setPersonnel(host, SHIP, '70');
  await setPersonnel(partner, SHIP, '64');
  await addActivity(partner, 'Polish engineer reconnaissance of quays');
  await chooseRecipient(partner, /NOR/);
  say(`Poland: ${await exportBundle(partner, file('poland-to-norway.entente'))}`);
  await importFile(host, file('poland-to-norway.entente'));
  await review(host).waitFor();
  await shoot(host, '10-review');
  say(`Norway reviewed what Poland sent: ${await take(host, 'Choose all', file('norway.entente-receipt'))}`);
  await importFile(host, file('poland.entente-receipt'));
  await host.page.getByText(/POL .* confirmed revision/).waitFor();
  await goTo(host, 'Exchange');
  await host.page.getByRole('button', { name: 'Audit log…' }).click();
  await host.page.getByRole('dialog', { name: 'Audit log' }).waitFor();
  await shoot(host, '11-audit');
  await host.page.keyboard.press('Escape');
  say('Norway has the receipt of Poland; both have it in their logs');
};

const print = async (planner: Planner, product: string, name: string): Promise<void> => {
  const { page } = planner;
  await goTo(planner, 'Print');
  await page.getByLabel('Product', { exact: true }).first().click();
  await page.getByRole('option', { name: product }).click();
  await page.getByText(/sheets? A4/).waitFor();
  await shoot(planner, `12-print-${name}`);
  await planner.answerDialog(file(`${name}.pdf`));
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  for (let tries = 0; tries < 600 && !existsSync(file(`${name}.pdf`)); tries += 1) await page.waitForTimeout(100);
  say(`Norway printed: ${name}.pdf, ${Math.round(statSync(file(`${name}.pdf`)).size / 1024)} kB`);
};

const tour = async (): Promise<void> => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const folders = mkdtempSync(path.join(tmpdir(), 'entente-tour-'));
  const host = await begin('Norway', path.join(folders, 'norway'));
  const partner = await begin('Poland', path.join(folders, 'poland'));
  try {
    await hostPlans(host);
    await trustEachOther(host, partner);
    await hostSends(host, partner);
    await partnerAnswers(host, partner);
    await print(host, 'Timeline', 'timeline');
    await print(host, 'Order of battle chart', 'orbat');
  } catch (error) {
    await host.page.screenshot({ path: file('failed-host.png') });
    await partner.page.screenshot({ path: file('failed-partner.png') });
    throw error;
  } finally {
    await host.close();
    await partner.close();
    rmSync(folders, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log('\nIn out/: cards, bundles, receipts, two PDFs and a picture of each screen.');
};

await tour();
process.exit(0);
