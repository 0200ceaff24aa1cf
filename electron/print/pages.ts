/**
 * The page that nobody sees and that prints: opened when it is needed, and kept for the next print, as opening one takes
 * longer than drawing many sheets. It holds nothing between two prints, and goes with the window or when it is idle.
 */
import { BrowserWindow } from 'electron';
import { APP_ORIGIN } from '../security/scheme.ts';
import { WEB_PREFERENCES } from '../windows/mainWindow.ts';
import { dropJob, forgetPage, keepPage, releaseSheets } from './jobs.ts';

/** Who prints once often prints again soon; after this the memory is worth more. */
const IDLE_MS = 5 * 60_000;

let idle: { readonly page: BrowserWindow; readonly timer: NodeJS.Timeout } | undefined;
let keeping = true;

const takeIdle = (): BrowserWindow | undefined => {
  const page = idle?.page;
  clearTimeout(idle?.timer);
  idle = undefined;
  return page?.isDestroyed() === true ? undefined : page;
};

export const destroyPage = (page: BrowserWindow): void => {
  if (page.isDestroyed()) return;
  forgetPage(page.webContents.id);
  page.destroy();
};

const dropIdle = (): void => {
  const page = takeIdle();
  if (page !== undefined) destroyPage(page);
};

const openPage = (): BrowserWindow => {
  const page = new BrowserWindow({ show: false, width: 1280, height: 900, webPreferences: WEB_PREFERENCES });
  const senderId = page.webContents.id;
  keepPage(senderId);
  page.webContents.on('render-process-gone', () => {
    dropJob(senderId, 'PRINT_FAILED', { reason: 'crash' });
    if (idle?.page === page) dropIdle();
  });
  return page;
};

export interface PrintPage {
  readonly page: BrowserWindow;
  /** Resolves when a new page has loaded; one that was kept has nothing to load. */
  readonly load: () => Promise<void>;
}

/** The page that waits, or a new one. A second print at the same time gets a page of its own. */
export const takePage = (): PrintPage => {
  const waiting = takeIdle();
  if (waiting !== undefined) return { page: waiting, load: async () => undefined };
  const page = openPage();
  return { page, load: () => page.loadURL(`${APP_ORIGIN}/print.html`) };
};

/** A page that has printed waits for the next job, unless another does already or the app is closing. */
export const putBack = (page: BrowserWindow): void => {
  if (!keeping || idle !== undefined || page.isDestroyed()) {
    destroyPage(page);
    return;
  }
  releaseSheets(page.webContents.id);
  const timer = setTimeout(dropIdle, IDLE_MS);
  timer.unref();
  idle = { page, timer };
};

/** With the window goes the page that waits; one that prints still goes when it is done. */
export const closePrintPages = (): void => {
  keeping = false;
  dropIdle();
};
