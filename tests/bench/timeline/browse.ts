/** One drawing on a fresh page of the browser that all share, and what is measured of it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, type Page, chromium } from 'playwright-core';
import { build } from 'vite';
import { browserArguments, findBrowser } from '#build/chromium-host/browser.ts';
import { CACHE, fromRoot } from '#build/paths.ts';
import type { Kind } from './kinds.ts';
import type { Bench, Frames } from './page.ts';

declare global {
  interface Window {
    readonly bench: Bench;
    readonly moves: readonly number[];
  }
}

/** What takes longer than this to draw is told so and not waited for. */
const PATIENCE_MS = 45_000;
const FRAMES = 120;
const MOVES = 25;
const OUT = path.join(CACHE, 'bench-timeline');

/** One load, in milliseconds and megabytes; what is undefined was not asked for, cannot be, or was not waited for. */
export interface Load {
  readonly first?: number;
  readonly lined?: number;
  readonly checked?: number;
  readonly memory?: number;
  readonly pan?: Frames | undefined;
  readonly zoom?: Frames | undefined;
  readonly drag?: readonly number[] | undefined;
  /** Why nothing more is known. */
  readonly note?: string;
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

export const buildPage = (): Promise<unknown> =>
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

export const launch = async (): Promise<Browser> => {
  const found = await findBrowser();
  return chromium.launch({
    executablePath: found.executable,
    headless: true,
    args: browserArguments(),
    env: { ...process.env, ...found.env } as Record<string, string>,
  });
};

/** The browser's window, in pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}
export const WINDOW_SIZE: WindowSize = { width: 1440, height: 900 };

/** A fresh page with a drawing that waits to be mounted, its data in memory. */
const preparedPage = async (
  browser: Browser,
  kind: Kind,
  activities: number,
  viewport = WINDOW_SIZE,
): Promise<Page> => {
  const page = await browser.newPage({ viewport });
  await serve(page, OUT);
  await page.goto(ADDRESS);
  await page.waitForFunction(() => 'bench' in window);
  await page.evaluate(([what, count]) => window.bench.prepare(what, count), [kind, activities] as const);
  return page;
};

const dragIt = async (page: Page): Promise<readonly number[] | undefined> => {
  const at = await page.evaluate(() => window.bench.handle());
  if (at === undefined) return undefined;
  await page.evaluate(() => window.bench.watchMoves());
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (let n = 1; n <= MOVES; n += 1) await page.mouse.move(at.x + 3 * n, at.y);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return page.evaluate(() => [...window.moves]);
};

/** Megabytes of live objects, after the garbage is gone. */
const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_048_576;
};

/** What came of some work, or why nothing did. */
type Outcome<T> = { readonly value: T; readonly note?: never } | { readonly value?: never; readonly note: string };

const patiently = async <T>(what: string, work: Promise<T>, patience = PATIENCE_MS): Promise<Outcome<T>> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Outcome<T>>((resolve) => {
    timer = setTimeout(() => resolve({ note: `${what} took more than ${patience / 1000} s` }), patience);
  });
  const done = work.then(
    (value) => ({ value }),
    (error: unknown) => ({ note: `${what} failed: ${error instanceof Error ? error.message : String(error)}` }),
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** A note with what the page says of itself: what it waits for. */
const withState = async (page: Page, note: string): Promise<string> => {
  const { value } = await patiently(
    'the answer',
    page.evaluate(() => window.bench.state()),
    2_000,
  );
  return `${note}: ${value === undefined ? 'the page does not answer' : JSON.stringify(value)}`;
};

/** What is measured once everything stands: lines and problems are drawn while frames are counted. */
const moving = async (page: Page, before: number): Promise<Load> => {
  const heap = await patiently('reading the memory', heapOf(page));
  if (heap.note !== undefined) return { note: heap.note };
  const memory = heap.value - before;
  const pan = await patiently(
    'panning',
    page.evaluate((count) => window.bench.pan(count), FRAMES),
  );
  if (pan.note !== undefined) return { memory, note: pan.note };
  const zoom = await patiently(
    'zooming',
    page.evaluate((count) => window.bench.zoom(count), FRAMES),
  );
  if (zoom.note !== undefined) return { memory, pan: pan.value, note: zoom.note };
  const drag = await patiently('dragging', dragIt(page));
  const figures = { memory, pan: pan.value, zoom: zoom.value, drag: drag.value };
  return drag.note === undefined ? figures : { ...figures, note: drag.note };
};

/** One drawing at one size, on a fresh page; frames, memory and drag only where they are asked for. */
export const load = async (browser: Browser, kind: Kind, activities: number, frames: boolean): Promise<Load> => {
  const page = await preparedPage(browser, kind, activities);
  // Everybody begins without garbage.
  const before = await heapOf(page);
  const first = await patiently(
    'the first drawing',
    page.evaluate(() => window.bench.first()),
  );
  if (first.note !== undefined) return { note: first.note };
  const rest = await patiently(
    'what follows the first drawing',
    page.evaluate(() => window.bench.rest()),
  );
  if (rest.note !== undefined) return { first: first.value, note: await withState(page, rest.note) };
  if (frames) await page.waitForTimeout(500);
  const more = frames ? await moving(page, before) : {};
  if (more.note === undefined) await page.close();
  return { first: first.value, ...rest.value, ...more };
};

/** Stretches of time from five years to fifteen minutes. */
const SPANS: readonly (readonly [name: string, ms: number])[] = [
  ['5 years', 5 * 365 * 86_400_000],
  ['6 months', 182 * 86_400_000],
  ['6 weeks', 42 * 86_400_000],
  ['1 week', 7 * 86_400_000],
  ['1 day', 86_400_000],
  ['1 hour', 3_600_000],
  ['15 minutes', 900_000],
];

export interface Rung {
  readonly name: string;
  readonly pan: Frames | undefined;
  readonly zoom: Frames | undefined;
}

/** Frames while panning, and while zooming in and out, at each zoom, and from the widest to the closest. */
export const ladder = async (
  browser: Browser,
  kind: Kind,
  activities: number,
  size: WindowSize,
): Promise<readonly Rung[]> => {
  const page = await preparedPage(browser, kind, activities, size);
  await page.evaluate(() => window.bench.first());
  await page.evaluate(() => window.bench.rest());
  // The middle of the half year that the activities fill.
  const middle = Date.UTC(2027, 7, 29);
  const rungs: Rung[] = [];
  for (const [name, ms] of SPANS) {
    await page.evaluate(([from, to]) => window.bench.show(from, to), [middle - ms / 2, middle + ms / 2] as const);
    await page.waitForTimeout(300);
    const pan = await page.evaluate((count) => window.bench.pan(count), FRAMES);
    const zoom = await page.evaluate((count) => window.bench.zoom(count), FRAMES / 2);
    if (pan !== undefined) rungs.push({ name, pan, zoom });
  }
  const [from, to] = [SPANS[0]?.[1] ?? 1, SPANS.at(-1)?.[1] ?? 1];
  const sweep = await page.evaluate(([a, b, at, count]) => window.bench.sweep(a, b, at, count), [
    from,
    to,
    middle,
    2 * FRAMES,
  ] as const);
  rungs.push({ name: 'all the way', pan: undefined, zoom: sweep });
  await page.close();
  return rungs;
};
