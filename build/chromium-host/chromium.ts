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

const launch = async (profile: string, headless: boolean): Promise<BrowserContext> => {
  const browser = await findBrowser();
  const driven = process.env['ENTENTE_DRIVEN'] === '1';
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.executable,
    headless: headless || browser.headlessOnly,
    args: [
      ...browserArguments(),
      ...(driven ? ['--remote-debugging-port=0'] : []),
      ...(headless ? [] : [`--app=${toChromium('about:blank')}`]),
    ],
    env: { ...process.env, ...browser.env } as Record<string, string>,
    viewport: null,
    acceptDownloads: false,
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  await context.route('**/*', answerRoute);
  return context;
};

let shown: Promise<BrowserContext> | undefined;
let hidden: Promise<BrowserContext> | undefined;
let hiddenProfile: string | undefined;

export const windowBrowser = (userData: string): Promise<BrowserContext> => {
  const headless = !hasDisplay() || process.env['ENTENTE_HEADLESS'] === '1';
  shown ??= launch(path.join(userData, 'chromium'), headless);
  return shown;
};

export const hiddenBrowser = (): Promise<BrowserContext> => {
  hiddenProfile ??= mkdtempSync(path.join(tmpdir(), 'entente-print-'));
  hidden ??= launch(hiddenProfile, true);
  return hidden;
};

export const closeBrowsers = async (): Promise<void> => {
  await Promise.allSettled([shown, hidden].map(async (context) => (await context)?.close()));
  if (hiddenProfile !== undefined) rmSync(hiddenProfile, { recursive: true, force: true });
};
