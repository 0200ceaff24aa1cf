/** Runs a built main process on the stand-in: `node build/chromium-host/run.ts dist/main/main.js [arguments]`. */
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { appEvents } from './bus.ts';
import { queueDialog } from './dialogs.ts';
import { BrowserWindow } from './window.ts';

const [main, ...args] = process.argv.slice(2);
if (main === undefined) throw new Error('usage: run.ts MAIN.js [arguments]');

const standIn = pathToFileURL(path.join(import.meta.dirname, 'electron.ts')).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

/** What whoever drives the stand-in may say: the next dialog's answer, or to close as by the window's button. */
interface DriverMessage {
  readonly dialog?: string | null;
  readonly close?: true;
}

process.on('message', ({ dialog, close }: DriverMessage) => {
  if (dialog !== undefined) queueDialog(dialog);
  if (close === true) for (const window of BrowserWindow.getAllWindows()) window.close();
});
process.on('SIGTERM', () => appEvents.emit('window-all-closed'));
process.on('SIGINT', () => appEvents.emit('window-all-closed'));

// Electron's process.argv: the executable, the app, then the user's arguments.
process.argv = [process.execPath, path.resolve(main), ...args];
await import(pathToFileURL(path.resolve(main)).href);
appEvents.emit('ready');
