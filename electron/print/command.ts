/** `print PRODUCT` of the command line: the same sheets as from the screen, with no window to be seen. */
import path from 'node:path';
import type { PrintJob } from '#shared/contract/print.ts';
import type { Preferences } from '#shared/contract/app.ts';
import { type ProductId, PRODUCT_IDS, defaultsOf, printOptionsSchema } from '#shared/print/products.ts';
import { allRecords } from '#shared/plan/state.ts';
import { type Result, ok } from '#shared/result.ts';
import { timeContextOf } from '#shared/plan/times.ts';
import { type Command, textOf, usage } from '../cli/context.ts';
import { say } from '../cli/words.ts';
import { planFromVault } from '../vault/plan.ts';
import { chosenOptions } from './commandOptions.ts';
import { notePrint } from './note.ts';
import { takeNumber } from './number.ts';

export type PrintPdf = (job: PrintJob & { readonly file: string }) => Promise<Result<{ readonly pages: number }>>;

export interface PrintCommandPorts {
  /** What the person chose for this machine: language and exercise line. */
  readonly preferences: (folder: string) => Preferences;
  /** Prints; whatever a print page needs is opened first. */
  readonly printPdf: PrintPdf;
}

/** The whole plan of an exercise as the product's defaults have it, where the options say nothing else. */
const printProduct =
  (product: ProductId, { preferences, printPdf }: PrintCommandPorts): Command =>
  async ({ folder, vault, options, clock }) => {
    const exerciseId = textOf(options, 'exercise');
    const file = textOf(options, 'out');
    if (exerciseId === undefined || file === undefined) return usage();
    const found = await planFromVault(vault, exerciseId);
    if (!found.ok) return found;
    const { plan } = found.value;
    const now = clock();
    const { language, exerciseLine } = preferences(folder);
    const defaults = defaultsOf(product, plan, { language, exerciseLine: exerciseLine !== false }, now);
    const change = chosenOptions(options, timeContextOf(plan, language, now), plan);
    // Wrong usage is what cannot be read, and what the product's schema knows nothing of or does not take.
    if (change === undefined) return usage();
    const chosen = printOptionsSchema.safeParse({ ...defaults, ...change });
    if (!chosen.success) return usage();
    const number = await takeNumber(vault);
    if (!number.ok) return number;
    const job = { records: [...allRecords(plan)], options: chosen.data, now, number: number.value };
    const printed = await printPdf({ ...job, file });
    if (!printed.ok) return printed;
    const { pages } = printed.value;
    const print = { exerciseId, options: chosen.data, number: number.value, at: now, pages };
    const noted = await notePrint(vault, { ...print, target: path.basename(file) });
    if (!noted.ok) return noted;
    return ok({
      lines: [say('cli.printed', { file, count: pages, number: number.value })],
      data: { file, pages, number: number.value, product },
    });
  };

export const printCommands = (ports: PrintCommandPorts): Readonly<Record<string, Command>> =>
  Object.fromEntries(PRODUCT_IDS.map((product) => [`print ${product}`, printProduct(product, ports)]));
