/** Every view in both languages and themes: no complaint, no missing word, nothing that shuts a reader out. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { freshFolder } from '#build/driver.ts';
import { type Planner, begin, openSample } from './support/planner.ts';

/** What a missing word shows: its key. */
const MISSING = /^[a-z]+(?:\.[a-zA-Z_-]+)+$/;

const keysShown = (page: Page): Promise<readonly string[]> =>
  page.evaluate((source) => {
    const pattern = new RegExp(source);
    const found: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const texts = [
        ...own.map(({ nodeValue }) => nodeValue),
        element.getAttribute('aria-label'),
        element.getAttribute('title'),
      ];
      for (const text of texts) if (text !== null && pattern.test(text.trim())) found.push(text.trim());
    }
    return found;
  }, MISSING.source);

/** Grave findings of axe: rule, and the elements it found wanting. */
const barriers = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 5).map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
    );
};

const VIEWS = [
  'overview',
  'participants',
  'forces',
  'calendar',
  'timeline',
  'logistics',
  'exchange',
  'print',
  'matrix',
] as const;

const show = async ({ page }: Planner, index: number): Promise<void> => {
  const item = page.locator('.rail-item').nth(index);
  await item.click();
  await page.locator('.rail-item[aria-current="page"]').nth(0).waitFor();
  await page.locator('main section, main [role="grid"], main h2, main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.mantine-Loader-root') === null);
};

/** Selects something, so that the inspector is looked at too. */
const SELECTABLE: Partial<Record<(typeof VIEWS)[number], string>> = {
  participants: '[role="grid"] [role="row"]:nth-child(2) [role="gridcell"]:nth-child(2)',
  forces: '[role="treeitem"][aria-level="2"]',
  timeline: '.timeline-stage [role="option"]',
};

describe.each([
  ['en', 'light'],
  ['fr', 'dark'],
] as const)('%s, %s', (language, theme) => {
  const data = freshFolder();
  let planner: Planner;
  beforeAll(async () => {
    planner = await begin(data.folder, { language, theme });
  });
  afterAll(async () => {
    await planner.close();
    data.remove();
  });

  test('the list of exercises', async () => {
    expect(await planner.page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(await keysShown(planner.page)).toEqual([]);
    expect(await barriers(planner.page)).toEqual([]);
    await openSample(planner);
  });

  test.each([...VIEWS.entries()])('view %i: %s', async (index, view) => {
    const { page } = planner;
    await show(planner, index);
    const selectable = SELECTABLE[view];
    if (selectable !== undefined) await page.locator(selectable).first().click();
    expect(await keysShown(page)).toEqual([]);
    expect(await barriers(page)).toEqual([]);
  });

  test('the page made no complaint', () => {
    expect(planner.complaints).toEqual([]);
  });
});
