/**
 * Whether the window answers while a large exercise goes out and comes in: the longest time between two beats of a timer
 * in the page, in the real window, held against what the same window shows when nothing happens.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { type DrivenApp, freshFolder, launchApp } from '#build/driver.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { creation, stepOf } from '#tests/support/plans.ts';
import { done, runIn } from '#tests/electron/cli/desk.ts';
import { type Figure, figure, sure } from './figures.ts';

const NAME = 'Large exercise';
const BEAT_MS = 5;

/** The longest gap between two beats while something is done, in milliseconds. */
const longestGap = async (page: Page, work: () => Promise<unknown>): Promise<number> => {
  await page.evaluate((beat) => {
    let last = performance.now();
    let longest = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, beat);
    const stop = (): number => {
      clearInterval(timer);
      return Math.max(longest, performance.now() - last);
    };
    Object.defineProperty(window, 'heartbeat', { value: { stop }, configurable: true });
  }, BEAT_MS);
  await work();
  return page.evaluate(() => (window as unknown as { readonly heartbeat: { stop: () => number } }).heartbeat.stop());
};

const pause = (page: Page, ms: number) => (): Promise<void> => page.waitForTimeout(ms);

/** Two planners who know each other's keys; the first one's folder holds the exercise already. */
const introduce = async (nor: string, pol: string, files: string): Promise<void> => {
  for (const [folder, nation] of [
    [nor, 'NOR'],
    [pol, 'POL'],
  ] as const) {
    done(await runIn(folder, ['identity', 'create', '--nation', nation, '--name', 'J7']));
    done(await runIn(folder, ['identity', 'export', path.join(files, `${nation}.entente-card`)]));
    writeFileSync(path.join(folder, 'preferences.json'), JSON.stringify({ language: 'en', theme: 'light' }));
  }
  done(await runIn(nor, ['partner', 'add', path.join(files, 'POL.entente-card'), '--verified']));
  done(await runIn(pol, ['partner', 'add', path.join(files, 'NOR.entente-card'), '--verified']));
};

type Gaps = [name: string, gap: number][];

const sending = async ({ page, answerDialog }: DrivenApp, file: string, gaps: Gaps): Promise<number> => {
  const row = page.locator('.exercises-main').getByRole('row').filter({ hasText: NAME }).first();
  await row.dblclick();
  await page.locator('.rail').waitFor();
  await page.waitForTimeout(5_000);
  const idle = await longestGap(page, pause(page, 3_000));
  const to = page.getByRole('region', { name: 'Export a bundle' });
  const choose = async (): Promise<void> => {
    await page.getByRole('navigation').getByRole('button', { name: 'Exchange' }).click();
    await to.getByRole('combobox', { name: 'For', exact: true }).click();
    await page.getByRole('option', { name: /POL/ }).click();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(1_500);
  };
  gaps.push(['choosing what leaves', await longestGap(page, choose)]);
  await answerDialog(file);
  const send = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('status').filter({ hasText: 'read back and verified' }).waitFor();
  };
  gaps.push(['export', await longestGap(page, send)]);
  return idle;
};

const receiving = async ({ page, answerDialog }: DrivenApp, file: string, gaps: Gaps): Promise<void> => {
  await page.locator('.exercises-main').waitFor();
  await page.waitForTimeout(1_500);
  await answerDialog(file);
  const review = page.getByRole('dialog', { name: /^Review/ });
  const open = async (): Promise<void> => {
    await page.keyboard.press('Control+i');
    await review.getByRole('treeitem').first().waitFor();
  };
  gaps.push(['import until the review', await longestGap(page, open)]);
  const decide = async (): Promise<void> => {
    await review.getByLabel('Title, field or owner').fill('serial 12');
    await page.waitForTimeout(500);
    await review.getByLabel('Title, field or owner').fill('');
    await review.getByRole('button', { name: 'Choose none' }).click();
    await review.getByRole('tree').focus();
    for (const key of ['End', 'Home', 'PageDown', 'Control+a', 'Space', 'Space', 'ArrowDown', 'Space'])
      await page.keyboard.press(key);
    await review.getByRole('button', { name: 'Choose all' }).click();
    await page.waitForTimeout(500);
  };
  gaps.push(['review: filter, keys, choose', await longestGap(page, decide)]);
  const take = async (): Promise<void> => {
    await review.getByRole('button', { name: /^Take \d/ }).click();
    await review.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'No receipt' }).click();
    await page.waitForTimeout(3_000);
  };
  gaps.push(['take in and save', await longestGap(page, take)]);
  const undo = async (): Promise<void> => {
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Redo: Take in bundle of NOR/ }).waitFor();
    await page.waitForTimeout(3_000);
  };
  gaps.push(['take it back', await longestGap(page, undo)]);
};

/** Longest gaps of a window that sends these records to a partner, and of one that takes them in. */
export const benchHeartbeat = async (records: readonly PlanRecord[]): Promise<readonly Figure[]> => {
  const [nor, pol, files] = [freshFolder(), freshFolder(), freshFolder()];
  const gaps: Gaps = [];
  try {
    const vault = sure(openVault(nor.folder));
    sure(await vault.append(stepOf(records.map(creation))));
    sure(await vault.close());
    await introduce(nor.folder, pol.folder, files.folder);
    const file = path.join(files.folder, 'large.entente');
    const within = async (folder: string, work: (app: DrivenApp) => Promise<unknown>): Promise<void> => {
      const app = await launchApp({ dataFolder: folder, size: { width: 1440, height: 900 } });
      app.page.setDefaultTimeout(180_000);
      try {
        await work(app);
      } finally {
        await app.close();
      }
    };
    let idle = Number.NaN;
    await within(nor.folder, async (app) => {
      idle = await sending(app, file, gaps);
    });
    await within(pol.folder, (app) => receiving(app, file, gaps));
    return gaps.map(([name, gap]) => figure(`heartbeat: ${name}, longest gap (against an idle window)`, gap, idle));
  } finally {
    for (const each of [nor, pol, files]) each.remove();
  }
};
