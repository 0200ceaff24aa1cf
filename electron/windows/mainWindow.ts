import path from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { emit } from '../ipc/emit.ts';
import { APP_ORIGIN } from '../security/scheme.ts';
import { recallWindow, rememberWindow } from './windowState.ts';

/** What every page of ours runs under: a sandbox, a world of its own, no Node. */
export const WEB_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  spellcheck: false,
  preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
} as const;

/** How long a closing window waits for the renderer to have saved everything. */
const CLOSING_MS = 5_000;

export interface MainWindow {
  readonly window: BrowserWindow;
  /** The renderer has nothing left to save: the window may go. */
  readonly readyToClose: () => void;
}

/** Opens the one window; closing it waits until the renderer has handed everything to the vault. */
export const openMainWindow = async (folder: string): Promise<MainWindow> => {
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const { maximized, ...bounds } = recallWindow(folder, displays);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    title: 'Entente',
    backgroundColor: '#ffffff',
    webPreferences: WEB_PREFERENCES,
  });
  if (maximized) window.maximize();
  let saved = false;
  let asked = false;
  const readyToClose = (): void => {
    saved = true;
    window.close();
  };
  window.on('close', (event) => {
    rememberWindow(folder, window.getNormalBounds(), window.isMaximized());
    if (saved) return;
    event.preventDefault();
    if (asked) return;
    asked = true;
    emit(window, 'app.closing', {});
    setTimeout(readyToClose, CLOSING_MS);
  });
  await window.loadURL(`${APP_ORIGIN}/index.html`);
  return { window, readyToClose };
};
