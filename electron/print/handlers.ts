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
import { printTimelinePaper, printPdf } from './printTimeline.ts';

export interface PrintPorts {
  readonly vault: VaultPort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

type PrintHandlers = Pick<Handlers, 'print.timeline' | 'print.job' | 'print.ready'>;
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
    { exerciseId, options, target }: RequestInput<'print.timeline'>,
    senderId: number,
  ): Promise<Result<PrintReply | null>> => {
    const found = await planFromVault(vault, exerciseId);
    if (!found.ok) return found;
    const { plan } = found.value;
    const job: PrintJob = { records: [...allRecords(plan)], options, now: clock() };
    if (target === 'printer') {
      const printed = await printTimelinePaper(job);
      if (!printed.ok || printed.value === null) return printed as Result<null>;
      await notePrint(vault, { exerciseId, options, at: clock(), target: 'printer', pages: printed.value.pages });
      return ok({ file: null, pages: printed.value.pages });
    }
    const exercise = exerciseOf(plan);
    const name = fileNameFor(exercise?.nickname ?? exercise?.name ?? 'Entente', options.language);
    const file = await askFile(senderId, name, options.language);
    if (file === null) return ok(null);
    const printed = await printPdf({ ...job, file });
    if (!printed.ok) return printed;
    await notePrint(vault, {
      exerciseId,
      options,
      at: clock(),
      target: path.basename(file),
      pages: printed.value.pages,
    });
    return ok({ file, pages: printed.value.pages });
  };

/** Printing's part of the contract: the window's request, and those of the print page. */
export const printHandlers = (ports: PrintPorts): PrintHandlers => ({
  ...printPageHandlers,
  'print.timeline': print(ports),
});
