/**
 * Whether the window answers while a large exercise goes out and comes in: the longest time between two beats of a timer
 * in the page, in the real window, held against what the same window shows when nothing happens.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type DrivenApp, freshFolder, launchApp } from '#build/driver.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { creation, stepOf } from '#tests/support/plans.ts';
import { done, runIn } from '#tests/electron/cli/desk.ts';
import { type Figure, figure, sure } from './figures.ts';

const NAME = 'Large exercise';
const BEAT_MS = 5;
/** Records are written to the working database behind what is saved; that belongs to the step, and takes half of this. */
const WRITING_MS = 7_000;
/** Some seconds after very large work the browser gives memory back; that is told apart from the work. */
const RESTING_MS = 15_000;
const BEFORE: string = 'before';
const AFTERWARDS: string = 'afterwards, when nothing is asked and memory is given back';

/** What a window does in one step, and the longest time in it during which the window answered nothing. */
interface Gap {
  readonly step: string;
  readonly ms: number;
  /** When that was, in milliseconds since the step began. */
  readonly at: number;
}

/**
 * The beat in the page: one timer from the first step to the last, so that no moment between two steps is left out. A
 * window that answers a key or a click beats as well.
 */
interface Heart {
  /** Ends the step that is under way and begins another. */
  readonly turn: (step: string) => void;
  readonly gaps: () => readonly Gap[];
}

interface WithHeart {
  readonly heart: Heart;
}

const startHeart = (page: Page, beat: number): Promise<void> =>
  page.evaluate(
    ([every, first]) => {
      const gaps = new Map<string, { step: string; ms: number; at: number }>();
      let [step, since, last] = [first, performance.now(), performance.now()];
      const count = (): void => {
        const now = performance.now();
        const longest = gaps.get(step);
        if (longest === undefined || now - last > longest.ms)
          gaps.set(step, { step, ms: now - last, at: last - since });
        last = now;
      };
      setInterval(count, every);
      // After a key or a click the browser lets timers wait for the next frame, but the window answers further ones.
      for (const input of ['keydown', 'pointerdown', 'click']) addEventListener(input, count, { capture: true });
      const turn = (next: string): void => {
        count();
        [step, since] = [next, performance.now()];
      };
      Object.defineProperty(window, 'heart', { value: { turn, gaps: () => [...gaps.values()] } });
    },
    [beat, BEFORE] as const,
  );

const turn = (page: Page, step: string): Promise<void> =>
  page.evaluate((next) => (window as unknown as WithHeart).heart.turn(next), step);

const gapsOf = (page: Page): Promise<readonly Gap[]> =>
  page.evaluate(() => (window as unknown as WithHeart).heart.gaps());

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

/** Something a person does with a large exercise, from the first key until the window has nothing more to do for it. */
interface Deed {
  readonly step: string;
  readonly act: (app: DrivenApp) => Promise<unknown>;
}

const IDLE = 'idle';
const idle: Deed = { step: IDLE, act: ({ page }) => page.waitForTimeout(3_000) };

/**
 * Plain selectors throughout: a search by role goes through the whole page, in the page, and the window would be said to
 * be as slow as the search.
 */
const exportRegion = (page: Page): Locator => page.locator('section[aria-label="Export a bundle"]');

const opening = (from: string): Deed => ({
  step: `open from ${from}`,
  act: async ({ page }) => {
    await page.locator('.exercises-main [role="row"]').filter({ hasText: NAME }).first().dblclick();
    await page.locator('.rail').waitFor();
    await page.waitForTimeout(3_000);
  },
});

const sending = (file: string): readonly Deed[] => [
  opening('the vault'),
  idle,
  {
    step: 'choose what leaves',
    act: async ({ page }) => {
      await page.locator('.rail-item').filter({ hasText: 'Exchange' }).click();
      await exportRegion(page).locator('input:not([type="hidden"])').first().click();
      await page.locator('[role="option"]').filter({ hasText: 'POL' }).click();
      await page.keyboard.press('Escape');
      await exportRegion(page).locator('p').filter({ hasText: 'What leaves' }).waitFor();
      await page.waitForTimeout(1_000);
    },
  },
  {
    step: 'export',
    act: async ({ page, answerDialog }) => {
      await answerDialog(file);
      await exportRegion(page).locator('button').filter({ hasText: 'Export…' }).click();
      await page.locator('[role="status"]').filter({ hasText: 'read back and verified' }).waitFor();
    },
  },
];

const reviewing = (page: Page): Locator => page.locator('.review');

const buttonIn = (within: Locator, text: string | RegExp): Locator =>
  within.locator('button').filter({ hasText: text });

const receiving = (file: string): readonly Deed[] => [
  idle,
  {
    step: 'import until the review',
    act: async ({ page, answerDialog }) => {
      await answerDialog(file);
      await page.keyboard.press('Control+i');
      await reviewing(page).locator('[role="treeitem"]').first().waitFor();
      await page.waitForTimeout(500);
    },
  },
  {
    step: 'review: filter, keys, choose',
    act: async ({ page }) => {
      const review = reviewing(page);
      await review.locator('.review-find input').fill('serial 12');
      await page.waitForTimeout(500);
      await review.locator('.review-find input').fill('');
      await buttonIn(review, 'Choose none').click();
      await review.locator('.review-list').focus();
      for (const key of ['End', 'Home', 'PageDown', 'Control+a', 'Space', 'Space', 'ArrowDown', 'Space'])
        await page.keyboard.press(key);
      await buttonIn(review, 'Choose all').click();
      await page.waitForTimeout(500);
    },
  },
  {
    step: 'take in and save',
    act: async ({ page }) => {
      const review = reviewing(page);
      await buttonIn(review, /^Take \d/).click();
      await review.waitFor({ state: 'detached' });
      await buttonIn(page.locator('[role="dialog"]'), 'No receipt').click();
      await page.waitForTimeout(WRITING_MS);
    },
  },
  {
    step: 'take it back',
    act: async ({ page }) => {
      await page.keyboard.press('Control+z');
      await page.locator('header button[aria-label^="Redo: Take in bundle of NOR"]').waitFor();
      await page.waitForTimeout(WRITING_MS);
    },
  },
  { step: AFTERWARDS, act: ({ page }) => page.waitForTimeout(RESTING_MS) },
];

/** Does one deed after the other in one window. @returns the longest gap of each, what lies between two with the first. */
const inWindow = async (dataFolder: string, deeds: readonly Deed[], around: Around): Promise<readonly Gap[]> => {
  const app = await launchApp({ dataFolder, size: { width: 1440, height: 900 } });
  app.page.setDefaultTimeout(180_000);
  try {
    await app.page.locator('.exercises-main').waitFor();
    await app.page.waitForTimeout(1_500);
    await startHeart(app.page, BEAT_MS);
    for (const { step, act } of deeds) {
      await turn(app.page, step);
      await around(app, step, () => act(app));
    }
    return await gapsOf(app.page);
  } finally {
    await app.close();
  }
};

/** Wraps each deed, for who wants to look closer. */
type Around = (app: DrivenApp, step: string, act: () => Promise<unknown>) => Promise<unknown>;

/** The longest gaps of a window that sends these records to a partner, and of one that takes them in. */
const beat = async (
  records: readonly PlanRecord[],
  around: Around = (_app, _step, act) => act(),
): Promise<readonly Gap[]> => {
  const [nor, pol, files] = [freshFolder(), freshFolder(), freshFolder()];
  try {
    const vault = sure(openVault(nor.folder));
    sure(await vault.append(stepOf(records.map(creation))));
    sure(await vault.close());
    await introduce(nor.folder, pol.folder, files.folder);
    const file = path.join(files.folder, 'large.entente');
    const sent = await inWindow(nor.folder, sending(file), around);
    const again = await inWindow(nor.folder, [opening('the working database')], around);
    return [...sent, ...again, ...(await inWindow(pol.folder, receiving(file), around))];
  } finally {
    for (const each of [nor, pol, files]) each.remove();
  }
};

/** What the window answers while the records go out and come in, against the same window when nothing happens. */
export const benchHeartbeat = async (records: readonly PlanRecord[]): Promise<readonly Figure[]> => {
  const gaps = await beat(records);
  const quiet = Math.min(...gaps.filter(({ step }) => step === IDLE).map(({ ms }) => ms));
  const busy = gaps.filter(({ step }) => step !== IDLE && step !== BEFORE).toSorted((a, b) => b.ms - a.ms);
  const told = busy.map(({ step, ms, at }) =>
    figure(`heartbeat: ${step}, longest gap (${at.toFixed(0)} ms after it began; against an idle window)`, ms, quiet),
  );
  const longest = busy.find(({ step }) => step !== AFTERWARDS);
  if (longest === undefined) return told;
  return [
    ...told,
    figure(`heartbeat: longest gap of all, in "${longest.step}", but for what comes afterwards`, longest.ms, quiet),
  ];
};
