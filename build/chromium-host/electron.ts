/**
 * Stands in for the module `electron` where its binary cannot be had: the few APIs that the product's main process
 * uses, on Node and a Chromium driven over a pipe. The bundles themselves run unmodified.
 *
 * Not like Electron: no native menu is shown (its commands are reachable from the window), no printer, file dialogs
 * as `dialogs.ts` says, and a window that is closed by its own button is gone without asking.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { appEvents, filters, ipcHandlers, protocols, sessionEvents } from './bus.ts';
import { closeBrowsers } from './chromium.ts';
import { setUserDataFolder, userDataFolder } from './folders.ts';
import { BrowserWindow } from './window.ts';

export { dialog } from './dialogs.ts';
export { BrowserWindow };

const lockFile = (): string => path.join(userDataFolder(), 'host.lock');

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

let quitting = false;

const quit = async (code = 0): Promise<void> => {
  if (quitting) return;
  quitting = true;
  appEvents.emit('before-quit', { preventDefault: () => undefined });
  appEvents.emit('will-quit', { preventDefault: () => undefined });
  await closeBrowsers();
  if (existsSync(lockFile()) && readFileSync(lockFile(), 'utf8') === String(process.pid))
    rmSync(lockFile(), { force: true });
  appEvents.emit('quit');
  process.exit(code);
};

export const app = Object.assign(appEvents, {
  isPackaged: false,
  enableSandbox: (): void => undefined,
  whenReady: (): Promise<void> => Promise.resolve(),
  isReady: (): boolean => true,
  setName: (): void => undefined,
  getVersion: (): string =>
    (JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string })
      .version,
  getLocale: (): string => (process.env['LANG'] ?? 'en').replace(/[._].*$/, ''),
  getPath: (name: string): string => (name === 'userData' ? userDataFolder() : path.join(userDataFolder(), name)),
  setPath: (name: string, folder: string): void => {
    if (name === 'userData') setUserDataFolder(folder);
  },
  getAppPath: (): string => path.resolve(import.meta.dirname, '../..'),
  /** One process per data folder; a lock whose process is gone is taken over. */
  requestSingleInstanceLock: (): boolean => {
    mkdirSync(userDataFolder(), { recursive: true });
    if (existsSync(lockFile())) {
      const pid = Number(readFileSync(lockFile(), 'utf8'));
      if (pid !== process.pid && alive(pid)) {
        writeFileSync(path.join(userDataFolder(), 'host.second'), JSON.stringify(process.argv));
        process.kill(pid, 'SIGUSR2');
        return false;
      }
    }
    writeFileSync(lockFile(), String(process.pid));
    process.on('SIGUSR2', () => {
      const note = path.join(userDataFolder(), 'host.second');
      const argv = JSON.parse(readFileSync(note, 'utf8')) as string[];
      rmSync(note, { force: true });
      appEvents.emit('second-instance', {}, argv, process.cwd());
    });
    return true;
  },
  quit: (): void => void quit(),
  exit: (code = 0): void => void quit(code),
});

export const ipcMain = {
  handle: (channel: string, handler: Parameters<typeof ipcHandlers.set>[1]): void => {
    ipcHandlers.set(channel, handler);
  },
};

export const protocol = {
  registerSchemesAsPrivileged: (): void => undefined,
  handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => {
    protocols.set(scheme, handler);
  },
};

export const session = {
  defaultSession: Object.assign(sessionEvents, {
    // Asked once for each permission when a page opens; a page's own request is answered by that.
    setPermissionRequestHandler: (): void => undefined,
    setPermissionCheckHandler: (check: NonNullable<typeof filters.permission>): void => {
      filters.permission = check;
    },
    setDevicePermissionHandler: (): void => undefined,
    webRequest: {
      onBeforeRequest: (filter: NonNullable<typeof filters.request>): void => {
        filters.request = filter;
      },
    },
  }),
};

export const Menu = {
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu: (): void => undefined,
};

export const screen = {
  getAllDisplays: (): { workArea: { x: number; y: number; width: number; height: number } }[] => [
    { workArea: { x: 0, y: 0, width: 2560, height: 1440 } },
  ],
};

export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };

/** A child that speaks Electron's utility process dialect: `postMessage` here, `process.parentPort` there. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  constructor(file: string, args: readonly string[]) {
    super();
    const options = { execArgv: ['--no-warnings', '--import', path.join(import.meta.dirname, 'parentPort.ts')] };
    this.#child = fork(file, [...args], { ...options, serialization: 'advanced' });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
    this.#child.on('spawn', () => this.emit('spawn'));
  }
  get pid(): number | undefined {
    return this.#child.pid;
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object);
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (file: string, args: readonly string[] = []): UtilityProcess => new UtilityProcess(file, args),
};
