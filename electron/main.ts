/** The main process: a list of set-ups, then the window. */
import path from 'node:path';
import { app, dialog } from 'electron';
import { dataArgument, prepareDataFolder } from './app/dataFolder.ts';
import { fileArgument, holdGivenFile } from './app/givenFile.ts';
import { appHandlers } from './app/handlers.ts';
import { auditHandlers } from './audit/handlers.ts';
import { openLog } from './app/log.ts';
import { openPreferences } from './app/preferences.ts';
import { sentenceOf } from './app/sentences.ts';
import { isCommandLine, runCommandLine } from './cli/run.ts';
import { terminal } from './cli/terminal.ts';
import { exchangeHandlers } from './exchange/handlers.ts';
import { startExchange } from './exchange/threadClient.ts';
import { emit } from './ipc/emit.ts';
import { type Handlers, handleRequests } from './ipc/handle.ts';
import { keyHandlers } from './keys/handlers.ts';
import { openKeys, personOf } from './keys/identity.ts';
import { openPartners } from './keys/partners.ts';
import { outgoingHandlers } from './outgoing/handlers.ts';
import { pictureHandlers } from './picture/handlers.ts';
import { printCommands } from './print/command.ts';
import { printHandlers } from './print/handlers.ts';
import { headlessPrinter } from './print/headless.ts';
import { closePrintPages } from './print/pages.ts';
import { denyContents, denySession } from './security/deny.ts';
import { registerScheme, serveApp } from './security/scheme.ts';
import { connectVault } from './vault/client.ts';
import { forkVault } from './vault/fork.ts';
import { vaultHandlers } from './vault/handlers.ts';
import { type MainWindow, openMainWindow } from './windows/mainWindow.ts';
import type { Failure } from '#shared/result.ts';

const RENDERER = path.join(import.meta.dirname, '../renderer');

const given = holdGivenFile();

/** The arguments among the words of a start: behind the executable, and the app's folder where it is not packed. */
const argumentsOf = (words: readonly string[]): readonly string[] => words.slice(app.isPackaged ? 1 : 2);

/** Says why the app cannot start, in one sentence, and ends it. */
const refuse = (failure: Failure): void => {
  dialog.showErrorBox('Entente', sentenceOf(failure, app.getLocale()));
  app.exit(1);
};

const start = async (folder: string): Promise<void> => {
  const log = openLog(folder);
  let main: MainWindow | undefined;
  denyContents(log);
  await app.whenReady();
  denySession(log);
  serveApp(RENDERER);
  const vault = await connectVault({
    folder,
    fork: () => forkVault(path.join(import.meta.dirname, 'vault.js')),
    onStopped: (code) => log.write('VAULT_STOPPED', { code }),
  });
  if (!vault.ok) {
    log.write(vault.error.code, vault.error.data);
    refuse(vault.error);
    return;
  }
  const keys = openKeys(vault.value, folder, Date.now);
  const partners = openPartners(vault.value, Date.now);
  const service = startExchange({
    file: path.join(import.meta.dirname, 'exchange.js'),
    folder,
    vault: vault.value,
    onStage: (stage) => emit(main?.window, 'exchange.stage', { stage }),
  });
  const exchange = exchangeHandlers({ vault: vault.value, partners, clock: Date.now, given }, service, log);
  const handlers: Handlers = {
    ...appHandlers({
      preferences: openPreferences(folder, app.getLocale()),
      fileGiven: given.isThere,
      send: (command) => emit(main?.window, 'menu.command', { command }),
      readyToClose: () => main?.readyToClose(),
    }),
    ...vaultHandlers({ vault: vault.value, person: personOf(keys), writesOf: exchange.writesOf }),
    ...exchange.handlers,
    ...keyHandlers({ vault: vault.value, keys, partners, clock: Date.now }),
    ...auditHandlers({ vault: vault.value, keys, clock: Date.now }),
    ...outgoingHandlers({ vault: vault.value, clock: Date.now, labelOf: exchange.labelOf }),
    ...pictureHandlers({ vault: vault.value, clock: Date.now }),
    ...printHandlers({ vault: vault.value, clock: Date.now }),
  };
  handleRequests(handlers, log);
  /** A window that is not up yet asks for it itself. */
  const openGiven = (): void => {
    if (given.isThere()) emit(main?.window, 'menu.command', { command: 'file.import' });
  };
  app.on('second-instance', (_, words, workingFolder) => {
    log.write('SECOND_START');
    given.give(fileArgument(argumentsOf(words), workingFolder));
    if (main?.window.isMinimized() === true) main.window.restore();
    main?.window.focus();
    openGiven();
  });
  app.on('open-file', openGiven);
  app.on('window-all-closed', () => void vault.value.close().then(() => app.quit()));
  main = await openMainWindow(folder);
  // After the event, so that the last window to go is seen to be the last.
  main.window.on('closed', () => queueMicrotask(closePrintPages));
};

/** The window, if no other has this data folder; a second start brings the first to the front. */
const startWindow = async (wanted: string): Promise<void> => {
  const folder = prepareDataFolder(wanted);
  if (!folder.ok) {
    refuse(folder.error);
    return;
  }
  app.setPath('userData', folder.value);
  if (app.requestSingleInstanceLock()) await start(folder.value);
  else app.exit(0);
};

const runCommand = async (args: readonly string[]): Promise<void> => {
  const extra = printCommands({
    preferences: (folder) => openPreferences(folder, app.getLocale()).get(),
    printPdf: headlessPrinter(RENDERER),
  });
  app.exit(await runCommandLine(args, app.getPath('userData'), extra, terminal));
};

registerScheme();
app.enableSandbox();
// macOS may hand over a file before the app is ready.
app.on('open-file', (event, file) => {
  event.preventDefault();
  given.give(file);
});
const args = argumentsOf(process.argv);
// Neither is awaited here: Electron is ready only after this module has been evaluated (electron #40719).
if (isCommandLine(args)) void runCommand(args);
else {
  given.give(fileArgument(args, process.cwd()));
  void startWindow(dataArgument(args) ?? app.getPath('userData'));
}
