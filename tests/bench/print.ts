/** A wall of sheets as PDF, against the same number of pages of plain text from the same browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '#build/chromium-host/browser.ts';
import type {} from '#renderer/platform/bridge.ts';
import { type DrivenApp, launchApp } from '#build/driver.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { allRecords, planOf } from '#shared/plan/state.ts';
import { type PrintOptions, defaultsOf, layoutPrint } from '#shared/print/products.ts';
import { EXERCISE_ID, creation, stepOf } from '../support/plans.ts';
import { NORWAY, NOW, TASTE, activity, planWith } from '../shared/print/plan.ts';
import { type Figure, figure, median } from './figures.ts';

const PAGES = 60;
const ROUNDS = 3;

/** Enough activities for sixty sheets: fifteen across, and lanes for four down. */
const recordsOf = (): readonly PlanRecord[] => [
  ...allRecords(
    planWith(
      Array.from({ length: 1400 }, (_, n) =>
        activity(1000 + n, {
          title: `Serial ${n} with boats, helicopters and a company ashore`,
          at: (n * 37) % 2400,
          hours: 6 + ((n * 13) % 60),
          participants: [NORWAY],
        }),
      ),
    ),
  ),
];

/** Options that make as near to sixty sheets as whole columns allow. */
const optionsFor = (records: readonly PlanRecord[]): { readonly options: PrintOptions; readonly pages: number } => {
  const plan = planOf(records);
  let best: { options: PrintOptions; pages: number } | undefined;
  for (let pagesWide = 4; pagesWide <= 30; pagesWide += 1) {
    const options: PrintOptions = { ...defaultsOf('timeline', plan, TASTE, NOW), scale: { pagesWide } };
    const sheets = layoutPrint(plan, options, { now: NOW });
    const pages = sheets.ok ? sheets.value.length : 0;
    if (best === undefined || Math.abs(pages - PAGES) < Math.abs(best.pages - PAGES)) best = { options, pages };
  }
  if (best === undefined) throw new Error('nothing to print');
  return best;
};

const WORDS = 'The convoy leaves the port at first light and reaches the staging area before noon. ';

/** As full as a page of plain text is. */
const plainPage = (number: number): string => `<section><h2>Page ${number}</h2><p>${WORDS.repeat(58)}</p></section>`;

const plainHtml = (pages: number): string =>
  `<!doctype html><html lang="en"><head><title>Plain</title><style>@page{size:A4 landscape;margin:20mm}
  section{break-after:page;font:10pt Arial,sans-serif}</style></head><body>${Array.from({ length: pages }, (_, n) =>
    plainPage(n + 1),
  ).join('')}</body></html>`;

/** Milliseconds from the loaded text to the whole PDF, tagged and outlined as ours is. */
const printPlain = async (pages: number): Promise<readonly number[]> => {
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.executable,
    env: { ...process.env, ...found.env } as Record<string, string>,
    args: browserArguments(),
  });
  try {
    const taken: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const page = await browser.newPage();
      const start = performance.now();
      await page.setContent(plainHtml(pages));
      const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      if (round > 0) taken.push(performance.now() - start);
      if (bytes.length === 0) throw new Error('no PDF');
      await page.close();
    }
    return taken;
  } finally {
    await browser.close();
  }
};

const printOurs = async (app: DrivenApp, options: PrintOptions, folder: string): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await app.answerDialog(path.join(folder, `${round}.pdf`));
    const start = performance.now();
    const reply = await app.page.evaluate((input) => window.entente.invoke['print.product'](input), {
      exerciseId: EXERCISE_ID,
      options,
      target: 'pdf' as const,
    });
    if (!reply.ok) throw new Error(reply.error.code);
    if (round > 0) taken.push(performance.now() - start);
  }
  return taken;
};

/** From the request to the file: reading the plan from the vault, layout, drawing, PDF and writing are all in it. */
export const benchPrint = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-print-bench-'));
  const records = recordsOf();
  const { options, pages } = optionsFor(records);
  const app = await launchApp({ dataFolder: path.join(folder, 'data') });
  try {
    await app.page.waitForFunction(() => 'entente' in window);
    const step = stepOf(records.map(creation));
    await app.page.evaluate((input) => window.entente.invoke['vault.append'](input), { step });
    const ours = await printOurs(app, options, folder);
    const plain = await printPlain(pages);
    return [
      figure(`print: a timeline of ${pages} sheets (against as many pages of plain text)`, median(ours), median(plain)),
    ];
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
