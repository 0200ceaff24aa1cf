/** `print timeline` of the command line: the same sheets as from the screen, with no window to be seen. */
import path from 'node:path';
import { type PrintJob } from '#shared/contract/print.ts';
import { GROUPINGS } from '#shared/timeline/rows.ts';
import { PAPER_NAMES, defaultPrintOptions } from '#shared/print/options.ts';
import { allRecords } from '#shared/plan/state.ts';
import { type Result, ok } from '#shared/result.ts';
import { type Command, textOf, usage } from '../cli/context.ts';
import { planFromVault } from '../vault/plan.ts';
import { notePrint } from './note.ts';

export type PrintPdf = (job: PrintJob & { readonly file: string }) => Promise<Result<{ readonly pages: number }>>;

export interface PrintCommandPorts {
  readonly language: PrintJob['options']['language'];
  /** Prints; whatever a print page needs is opened first. */
  readonly printPdf: PrintPdf;
}

/** The whole plan of an exercise on A4 by participant, where the options say nothing else. */
const printTimeline =
  ({ language, printPdf }: PrintCommandPorts): Command =>
  async ({ vault, options, clock }) => {
    const exerciseId = textOf(options, 'exercise');
    const file = textOf(options, 'out');
    const paper = PAPER_NAMES.find((name) => name === (textOf(options, 'paper') ?? 'A4').toUpperCase());
    const grouping = GROUPINGS.find((name) => name === (textOf(options, 'group') ?? 'participant'));
    if (exerciseId === undefined || file === undefined || paper === undefined || grouping === undefined) return usage();
    const found = await planFromVault(vault, exerciseId);
    if (!found.ok) return found;
    const { plan } = found.value;
    const now = clock();
    const chosen = { ...defaultPrintOptions(plan, language, now), paper, grouping };
    const printed = await printPdf({ records: [...allRecords(plan)], options: chosen, now, file });
    if (!printed.ok) return printed;
    const { pages } = printed.value;
    await notePrint(vault, { exerciseId, options: chosen, at: now, target: path.basename(file), pages });
    return ok({ lines: [`${file}: ${pages} sheets`], data: { file, pages } });
  };

export const printCommands = (ports: PrintCommandPorts): Readonly<Record<string, Command>> => ({
  'print timeline': printTimeline(ports),
});
