/** The window's request to print; the plan comes from the vault, so that what is printed is what is saved. */
import path from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';
import { allRecords, exerciseOf } from '#shared/plan/state.ts';
import type { PrintJob, PrintReply } from '#shared/contract/print.ts';
import type { RequestInput } from '#shared/contract/ipc.ts';
import { type Result, ok } from '#shared/result.ts';
import type { Handlers } from '../ipc/handle.ts';
import { planFromVault } from '../vault/plan.ts';
import type { VaultPort } from '../vault/port.ts';
import { fileNameFor } from './fileName.ts';
import { notePrint } from './note.ts';
import { printPageHandlers } from './jobs.ts';
import { takeNumber } from './number.ts';
import { printPaper, printPdf } from './printSheets.ts';

export interface PrintPorts {
  readonly vault: VaultPort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

type PrintHandlers = Pick<Handlers, 'print.product' | 'print.job' | 'print.ready'>;
type Language = PrintJob['options']['language'];

const askFile = async (senderId: number, name: string, language: Language): Promise<string | null> => {
  const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.id === senderId);
  const options = {
    title: (language === 'fr' ? fr : en).print.sheet.saveTitle,
    defaultPath: name,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  };
  const answer = await (window === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
};

const print =
  ({ vault, clock }: PrintPorts) =>
  async (
    { exerciseId, options, target }: RequestInput<'print.product'>,
    senderId: number,
  ): Promise<Result<PrintReply | null>> => {
    const found = await planFromVault(vault, exerciseId);
    if (!found.ok) return found;
    const { plan } = found.value;
    const exercise = exerciseOf(plan);
    const name = fileNameFor(exercise?.nickname ?? exercise?.name ?? 'Entente', options);
    const file = target === 'printer' ? null : await askFile(senderId, name, options.language);
    if (target === 'pdf' && file === null) return ok(null);
    const number = await takeNumber(vault);
    if (!number.ok) return number;
    const now = clock();
    const job: PrintJob = { records: [...allRecords(plan)], options, now, number: number.value };
    const printed = file === null ? await printPaper(job) : await printPdf({ ...job, file });
    if (!printed.ok || printed.value === null) return printed as Result<null>;
    const { pages } = printed.value;
    // The log has the time that is on the sheets.
    const print = { exerciseId, options, number: number.value, at: now, pages };
    const noted = await notePrint(vault, { ...print, target: file === null ? 'printer' : path.basename(file) });
    return noted.ok ? ok({ file, pages, number: number.value }) : noted;
  };

/** Printing's part of the contract: the window's request, and those of the print page. */
export const printHandlers = (ports: PrintPorts): PrintHandlers => ({
  ...printPageHandlers,
  'print.product': print(ports),
});
