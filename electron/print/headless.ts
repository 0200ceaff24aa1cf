/** Printing from the command line, where no window was opened: only what a print page needs, and only when it prints. */
import { app } from 'electron';
import type { Log } from '../app/log.ts';
import { handleRequests } from '../ipc/handle.ts';
import { denyContents, denySession } from '../security/deny.ts';
import { serveApp } from '../security/scheme.ts';
import type { PrintPdf } from './command.ts';
import { printPageHandlers } from './jobs.ts';
import { printPdf } from './printSheets.ts';

/** The command line has no log file open; refusals end as failures of the print itself. */
const silent: Log = { write: () => undefined };

/** @param renderer the folder of the built pages. */
export const headlessPrinter =
  (renderer: string): PrintPdf =>
  async (job) => {
    denyContents(silent);
    await app.whenReady();
    denySession(silent);
    serveApp(renderer);
    handleRequests(printPageHandlers, silent);
    return printPdf(job);
  };
