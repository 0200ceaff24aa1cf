/** The browser under the stand-in: one for the windows, kept in the data folder, and one without a window for printing. */
import path from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type BrowserContext, chromium, type Route } from 'playwright-core';
import { browserArguments, findBrowser } from './browser.ts';
import { filters, fromChromium, protocols, toChromium } from './bus.ts';

/** Whether a window can be shown at all. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';

const allowed = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (filters.request === undefined) resolve(true);
    else filters.request({ url }, ({ cancel }) => resolve(cancel !== true));
  });

/** Answers for the app's scheme through the product's own handler; everything else ends here, whatever it says. */
const answerRoute = async (route: Route): Promise<void> => {
  const request = route.request();
  const url = fromChromium(request.url());
  const handler = protocols.get(new URL(url).protocol.replace(':', ''));
  if (!(await allowed(url)) || handler === undefined) {
    await route.abort('blockedbyclient');
    return;
  }
  const response = await handler(new Request(url, { method: request.method() }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
};

export interface Place {
  readonly width: number;
  readonly height: number;
  readonly x?: number | undefined;
  readonly y?: number | undefined;
}

/** A window with no tabs and no address, where it stood last; `--test-type` keeps Chromium from warning of our flags. */
const windowArguments = ({ width, height, x, y }: Place): string[] => [
  `--app=${toChromium('app://entente/index.html')}`,
  `--window-size=${width},${height}`,
  ...(x === undefined || y === undefined ? [] : [`--window-position=${x},${y}`]),
  '--test-type',
];

/** With a sandbox where the user may have one; some systems let only browsers of their own packages make it. */
const sandboxed = async (start: (chromiumSandbox: boolean) => Promise<BrowserContext>): Promise<BrowserContext> => {
  if (process.getuid?.() === 0) return start(false);
  try {
    return await start(true);
  } catch (error) {
    if (!/no usable sandbox/i.test(String(error))) throw error;
    process.stderr.write('Entente: this system lets the browser make no sandbox; the stand-in goes on without one.\n');
    return start(false);
  }
};

/** @param place where the window goes; without it no window is shown */
const launch = async (profile: string, place?: Place): Promise<BrowserContext> => {
  const browser = await findBrowser();
  const driven = process.env['ENTENTE_DRIVEN'] === '1';
  const context = await sandboxed((chromiumSandbox) =>
    chromium.launchPersistentContext(profile, {
      executablePath: browser.executable,
      headless: place === undefined || browser.headlessOnly,
      args: [
        ...browserArguments(),
        ...(driven ? ['--remote-debugging-port=0'] : []),
        ...(place === undefined || browser.headlessOnly ? [] : windowArguments(place)),
      ],
      env: { ...process.env, ...browser.env } as Record<string, string>,
      viewport: null,
      acceptDownloads: false,
      chromiumSandbox,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    }),
  );
  await context.route('**/*', answerRoute);
  return context;
};

let shown: Promise<BrowserContext> | undefined;
let hidden: Promise<BrowserContext> | undefined;
let hiddenProfile: string | undefined;

/** Whether windows are really shown; in tests and without a display they are not. */
export const isShown = (): boolean => hasDisplay() && process.env['ENTENTE_HEADLESS'] !== '1';

export const windowBrowser = (userData: string, place: Place): Promise<BrowserContext> => {
  shown ??= launch(path.join(userData, 'chromium'), isShown() ? place : undefined);
  return shown;
};

export const hiddenBrowser = (): Promise<BrowserContext> => {
  hiddenProfile ??= mkdtempSync(path.join(tmpdir(), 'entente-print-'));
  hidden ??= launch(hiddenProfile);
  return hidden;
};

export const closeBrowsers = async (): Promise<void> => {
  await Promise.allSettled([shown, hidden].map(async (context) => (await context)?.close()));
  if (hiddenProfile !== undefined) rmSync(hiddenProfile, { recursive: true, force: true });
};
