/** Prints from a page that nobody sees: the sheets that the preview shows, drawn by the same code. */
import type { BrowserWindow } from 'electron';
import type { KeyPrintJob, PrintJob } from '#shared/contract/print.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { writeFileWhole } from '../exchange/atomicFile.ts';
import { assignJob, dropJob } from './jobs.ts';
import { destroyPage, putBack, takePage } from './pages.ts';

/** Hundreds of sheets with thousands of bars take a while on a slow machine; a page that hangs takes for ever. */
const SECONDS = 180;

const reasonOf = (error: unknown): string => String(error instanceof Error ? error.message : error).slice(0, 200);

/** Waits until a page's sheets stand, and hands it to `carryOut`; only a page that did all this prints again. */
const withSheets = async <T>(
  job: PrintJob | KeyPrintJob,
  carryOut: (window: BrowserWindow, pages: number) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const { page, load } = takePage();
  const senderId = page.webContents.id;
  const drawn = assignJob(senderId, job);
  const timer = setTimeout(() => dropJob(senderId, 'PRINT_TIMEOUT', { seconds: SECONDS }), SECONDS * 1000);
  let sound = false;
  try {
    await load();
    const sheets = await drawn;
    if (!sheets.ok) return sheets;
    const carried = await carryOut(page, sheets.value.pages);
    sound = true;
    return carried;
  } catch (error) {
    return fail('PRINT_FAILED', { reason: reasonOf(error) });
  } finally {
    clearTimeout(timer);
    dropJob(senderId, 'PRINT_FAILED', { reason: 'closed' });
    if (sound) putBack(page);
    else destroyPage(page);
  }
};

/** The sheets as PDF. The margins are none because each sheet draws its own, markings included. */
const pdfOf = (job: PrintJob | KeyPrintJob): Promise<Result<{ readonly bytes: Uint8Array; readonly pages: number }>> =>
  withSheets(job, async (window, pages) => {
    const bytes = await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    });
    return ok({ bytes: new Uint8Array(bytes), pages });
  });

/**
 * Writes the sheets of a product, or a key sheet, into a PDF file, whole or not at all.
 * The page's requests must be answered with `printPageHandlers`.
 * @returns the layout's failures, PRINT_FAILED, PRINT_TIMEOUT, or those of writing (FILE_DISK_FULL, FILE_READ_ONLY, ...).
 */
export const printPdf = async ({
  file,
  ...job
}: (PrintJob | KeyPrintJob) & { readonly file: string }): Promise<Result<{ readonly pages: number }>> => {
  const pdf = await pdfOf(job);
  if (!pdf.ok) return pdf;
  const written = await writeFileWhole(file, pdf.value.bytes);
  return written.ok ? ok({ pages: pdf.value.pages }) : written;
};

/** What the system calls a paper. */
const SYSTEM_PAPERS = {
  A4: 'A4',
  A3: 'A3',
  A2: 'A2',
  A1: 'A1',
  A0: 'A0',
  LETTER: 'Letter',
  TABLOID: 'Tabloid',
} as const satisfies Readonly<Record<PrintJob['options']['paper'], string>>;

/** Why the printer took nothing, or undefined where the person themselves thought better of it. */
const isCancelled = (reason: string): boolean => /cancel/i.test(reason);

/** Sends the sheets to a printer through the system's own dialog; null when the person cancelled it. */
export const printPaper = (job: PrintJob): Promise<Result<{ readonly pages: number } | null>> =>
  withSheets(
    job,
    (window, pages) =>
      new Promise((settle) => {
        window.webContents.print(
          {
            printBackground: true,
            landscape: job.options.orientation === 'landscape',
            pageSize: SYSTEM_PAPERS[job.options.paper],
            margins: { marginType: 'none' },
          },
          (success, reason) => {
            if (success) settle(ok({ pages }));
            else settle(isCancelled(reason) ? ok(null) : fail('PRINT_PRINTER', { reason: reason.slice(0, 200) }));
          },
        );
      }),
  );
