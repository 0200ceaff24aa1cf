/**
 * Starts the built app and drives its window: real Electron through Playwright where its binary is there, else the
 * Chromium stand-in. Every call starts an app of its own, so two planners are two calls with two data folders.
 *
 *   const app = await launchApp({ dataFolder });
 *   await app.page.getByRole('button', { name: 'New exercise' }).click();
 *   app.answerDialog('plan.entente');       // the next open or save dialog
 *   await app.close();                       // as by the window's button; kill() is a crash
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, chromium, type Page } from 'playwright-core';

// Started from the project's root by every npm script; jest's CommonJS knows no import.meta.
const root = process.cwd();
const mainBundle = path.join(root, 'dist/main/main.js');
const electronBinary = path.join(root, 'node_modules/electron/dist/electron');

export interface LaunchOptions {
  readonly dataFolder: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
}

export interface DrivenApp {
  readonly page: Page;
  /** What the next file dialog answers; null cancels it. */
  readonly answerDialog: (file: string | null) => Promise<void>;
  /** Closes the window as its button does and waits for the process to end. */
  readonly close: () => Promise<void>;
  /** Ends the process at once, as a power cut does. */
  readonly kill: () => Promise<void>;
  /** A picture of the window in out/screens/. */
  readonly screenshot: (name: string) => Promise<string>;
}

/** A data folder of its own that is gone after the test. */
export const freshFolder = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-data-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
};

let told = false;
const tell = (host: string): void => {
  if (!told) process.stdout.write(`e2e: running on ${host}\n`);
  told = true;
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const shoot = async (page: Page, name: string): Promise<string> => {
  const folder = path.join(root, 'out/screens');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  return file;
};

const onElectron = async ({ dataFolder, args = [], env = {} }: LaunchOptions): Promise<DrivenApp> => {
  tell('Electron');
  const app = await _electron.launch({
    executablePath: electronBinary,
    args: [root, '--data', dataFolder, ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await app.firstWindow();
  return {
    page,
    answerDialog: (file) =>
      app.evaluate(({ dialog }, answer) => {
        const canceled = answer === null;
        dialog.showOpenDialog = async () => ({ canceled, filePaths: canceled ? [] : [answer] });
        dialog.showSaveDialog = async () => ({ canceled, filePath: answer ?? '' });
      }, file),
    close: () => app.close(),
    kill: async () => {
      app.process().kill('SIGKILL');
    },
    screenshot: (name) => shoot(page, name),
  };
};

const exited = (host: ChildProcess): Promise<void> =>
  host.exitCode === null && host.signalCode === null
    ? new Promise((resolve) => host.once('exit', () => resolve()))
    : Promise.resolve();

/** The port that Chromium wrote down, once it listens; fails when the host ends before. */
const portOf = async (host: ChildProcess, file: string): Promise<string> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (existsSync(file)) {
      const [port = ''] = readFileSync(file, 'utf8').split('\n');
      if (port !== '') return port;
    }
    if (host.exitCode !== null) throw new Error(`the app ended with ${host.exitCode} before its window came`);
    await wait(100);
  }
  throw new Error('no window came within 30 seconds');
};

const onStandIn = async ({ dataFolder, args = [], env = {}, size }: LaunchOptions): Promise<DrivenApp> => {
  tell('the Chromium stand-in');
  const portFile = path.join(dataFolder, 'chromium/DevToolsActivePort');
  rmSync(portFile, { force: true });
  const host = fork(path.join(root, 'build/chromium-host/run.ts'), [mainBundle, '--data', dataFolder, ...args], {
    env: { ...process.env, ENTENTE_DRIVEN: '1', ENTENTE_HEADLESS: '1', ...env },
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(host, portFile)}`);
  const page = await firstPage(() => browser.contexts().flatMap((context) => context.pages()));
  if (size !== undefined) await page.setViewportSize(size);
  return {
    page,
    answerDialog: async (file) => void host.send({ dialog: file }),
    close: async () => {
      host.send({ close: true });
      await exited(host);
    },
    kill: async () => {
      host.kill('SIGKILL');
      await exited(host);
      // The browser follows its pipe; a moment passes until it has let go of the profile.
      await browser.close().catch(() => undefined);
      await wait(500);
    },
    screenshot: (name) => shoot(page, name),
  };
};

const firstPage = async (pages: () => readonly Page[]): Promise<Page> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const page = pages().find((candidate) => candidate.url().includes('/index.html'));
    if (page !== undefined) return page;
    await wait(50);
  }
  throw new Error('the window showed no page within 15 seconds');
};

export const launchApp = (options: LaunchOptions): Promise<DrivenApp> =>
  existsSync(electronBinary) ? onElectron(options) : onStandIn(options);
