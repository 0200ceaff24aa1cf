/**
 * The timeline beside what planners would take instead: SVAR's Gantt, vis-timeline, a plain react-big-calendar, and the
 * bare rectangles as the floor. One browser draws them all, each on a fresh page, from the same plan.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, type Page, chromium } from 'playwright-core';
import { build } from 'vite';
import { browserArguments, findBrowser } from '#build/chromium-host/browser.ts';
import { CACHE, fromRoot } from '#build/paths.ts';
import { type Figure, figure, median, quantile } from './figures.ts';
import type { Bench, Kind } from './timeline/page.ts';

const KINDS: readonly Kind[] = ['bare', 'ours', 'svar', 'calendar', 'vis', 'vis-rows'];
const SIZES = [1_000, 10_000, 50_000] as const;
/** What takes longer than this to draw is told so and not waited for. */
const PATIENCE_MS = 45_000;
const FRAMES = 120;
const MOVES = 25;
const OUT = path.join(CACHE, 'bench-timeline');

/** What one drawing took at one size, in milliseconds and megabytes; undefined where it cannot or was not waited for. */
interface TimelineFigures {
  readonly kind: Kind;
  readonly activities: number;
  readonly first?: number;
  readonly panMedian?: number;
  readonly pan95?: number;
  readonly panWork95?: number;
  readonly zoomMedian?: number;
  readonly zoom95?: number;
  readonly zoomWork95?: number;
  readonly dragMedian?: number;
  readonly drag95?: number;
  readonly memory?: number;
  /** Why nothing more is known. */
  readonly note?: string;
}

declare global {
  interface Window {
    readonly bench: Bench;
    readonly moves: readonly number[];
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Where the page seems to come from: a module script does not come from a file, and no name is resolved here. */
const ADDRESS = 'http://bench.entente/';

/** Answers a page's requests with what was built. */
const serve = async (page: Page, folder: string): Promise<void> => {
  await page.route(`${ADDRESS}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = path.join(folder, path.normalize(pathname === '/' ? '/index.html' : pathname));
    const contentType = TYPES[path.extname(file)] ?? 'application/octet-stream';
    await (existsSync(file)
      ? route.fulfill({ body: readFileSync(file), contentType })
      : route.fulfill({ status: 404 }));
  });
};

const buildPage = (): Promise<unknown> =>
  build({
    root: fromRoot('tests/bench/timeline'),
    base: './',
    plugins: [react()],
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: 'chrome140',
      chunkSizeWarningLimit: 9000,
      reportCompressedSize: false,
    },
  });

const launch = async (): Promise<Browser> => {
  const found = await findBrowser();
  return chromium.launch({
    executablePath: found.executable,
    headless: true,
    args: browserArguments(),
    env: { ...process.env, ...found.env } as Record<string, string>,
  });
};

const round = (value: number): number => Math.round(value * 10) / 10;

const dragIt = async (page: Page): Promise<Partial<TimelineFigures>> => {
  const at = await page.evaluate(() => window.bench.handle());
  if (at === undefined) return {};
  await page.evaluate(() => window.bench.watchMoves());
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (let n = 1; n <= MOVES; n += 1) await page.mouse.move(at.x + 3 * n, at.y);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const taken = await page.evaluate(() => [...window.moves]);
  return taken.length === 0 ? {} : { dragMedian: round(median(taken)), drag95: round(quantile(taken, 0.95)) };
};

/** Megabytes of live objects, after the garbage is gone. */
const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return round(usedSize / 1_048_576);
};

const spread = (name: 'pan' | 'zoom', taken: { intervals: number[]; work: number[] } | undefined) =>
  taken === undefined
    ? {}
    : {
        [`${name}Median`]: round(median(taken.intervals)),
        [`${name}95`]: round(quantile(taken.intervals, 0.95)),
        [`${name}Work95`]: round(quantile(taken.work, 0.95)),
      };

/** The result of some work, or undefined when it takes too long or fails. */
const patiently = async <T>(work: Promise<T>): Promise<T | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([work.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
};

const late = (what: string): string => `${what} took more than ${PATIENCE_MS / 1000} s`;

/** One drawing at one size, on a fresh page. */
const one = async (browser: Browser, kind: Kind, activities: number): Promise<TimelineFigures> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await serve(page, OUT);
  await page.goto(ADDRESS);
  await page.waitForFunction(() => 'bench' in window);
  await page.evaluate(([what, count]) => window.bench.prepare(what, count), [kind, activities] as const);
  const before = await heapOf(page);
  const first = await patiently(page.evaluate(() => window.bench.first()));
  if (first === undefined) return { kind, activities, note: late('the first drawing') };
  await page.waitForTimeout(kind === 'ours' ? 2_500 : 500);
  const known = { kind, activities, first: round(first) };
  const memory = await patiently(heapOf(page));
  const pan = await patiently(page.evaluate((count) => window.bench.pan(count), FRAMES));
  if (memory === undefined) return { ...known, note: late('the first drawing with all that follows it') };
  const zoom = await patiently(page.evaluate((count) => window.bench.zoom(count), FRAMES));
  const drag = await patiently(dragIt(page));
  const figures = { ...known, memory: round(memory - before), ...spread('pan', pan), ...spread('zoom', zoom), ...drag };
  if (drag === undefined) return { ...figures, note: late('panning, zooming or dragging') };
  await page.close();
  return figures;
};

const cell = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(1)).padStart(9);

const show = (f: TimelineFigures): string =>
  `${f.kind.padEnd(9)}${cell(f.first)}${cell(f.panMedian)}${cell(f.pan95)}${cell(f.panWork95)}${cell(f.zoomMedian)}${cell(f.zoom95)}${cell(f.zoomWork95)}${cell(f.dragMedian)}${cell(f.drag95)}${cell(f.memory)}  ${f.note ?? ''}`;

const HEAD =
  'drawing      first  pan med  pan p95 pan work zoom med zoom p95zoom work drag med drag p95  memory MB (all else ms; work is p95 of the page’s own thread)';

/** What the goals are about, as figures beside the others' and beside the floor. */
export const benchTimelineFigures = async (): Promise<readonly Figure[]> => {
  const taken = await benchTimelines();
  const of = (kind: Kind, activities: number): TimelineFigures | undefined =>
    taken.find((one) => one.kind === kind && one.activities === activities);
  const pairs = [
    ['svar', 10_000, 'first'],
    ['svar', 50_000, 'first'],
    ['vis', 10_000, 'first'],
    ['vis-rows', 10_000, 'first'],
    ['bare', 10_000, 'pan95'],
    ['bare', 50_000, 'pan95'],
    ['bare', 10_000, 'zoom95'],
    ['bare', 50_000, 'zoom95'],
    ['svar', 10_000, 'pan95'],
    ['svar', 10_000, 'zoom95'],
    ['svar', 10_000, 'dragMedian'],
  ] as const;
  return pairs.flatMap(([other, activities, what]) => {
    const [value, baseline] = [of('ours', activities)?.[what], of(other, activities)?.[what]];
    if (value === undefined || baseline === undefined) return [];
    return [figure(`timeline: ${what} with ${activities} activities (against ${other})`, value, baseline)];
  });
};

/** Draws every kind at every size; the slowest last, so that a hung browser costs nobody else. */
const benchTimelines = async (sizes: readonly number[] = SIZES): Promise<readonly TimelineFigures[]> => {
  await buildPage();
  const taken: TimelineFigures[] = [];
  let browser = await launch();
  try {
    for (const activities of sizes) {
      console.log(`\n${activities} activities, ${activities / 5} rows, ${2 * activities} dependencies\n${HEAD}`);
      for (const kind of KINDS) {
        const figures = await one(browser, kind, activities);
        taken.push(figures);
        console.log(show(figures));
        if (figures.note === undefined) continue;
        await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 3_000))]);
        browser = await launch();
      }
    }
  } finally {
    await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 3_000))]);
  }
  return taken;
};
