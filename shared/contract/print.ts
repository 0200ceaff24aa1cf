/** What printing asks of main: a PDF or the printer, and the talk between main and its print page. */
import { z } from 'zod';
import { idSchema } from '../plan/base.ts';
import type { PlanRecord } from '../plan/records.ts';
import type { KeySheetInput } from '../print/keySheet.ts';
import { type PrintOptions, printOptionsSchema } from '../print/products.ts';
import { request } from './define.ts';

const PRINT_TARGETS = ['pdf', 'printer'] as const;

/** What was printed; `file` is null for the printer. */
export interface PrintReply {
  readonly file: string | null;
  readonly pages: number;
  /** As it stands on every sheet and in the audit log. */
  readonly number: string;
}

/** A key sheet: name, digits, words and QR code of the own key. */
export interface KeyPrintJob {
  readonly product: 'key';
  readonly key: KeySheetInput;
  readonly options: { readonly language: 'en' | 'fr' };
  /** Epoch milliseconds of the print. */
  readonly now: number;
}

/** Everything a print page needs; the sheets follow from it alone. */
export interface PrintJob {
  readonly product?: never;
  readonly records: readonly PlanRecord[];
  readonly options: PrintOptions;
  /** Epoch milliseconds of the print. */
  readonly now: number;
  /** Of this print, on every sheet. */
  readonly number: string;
}

const failureSchema = z.strictObject({
  code: z.string().max(60),
  data: z.record(z.string().max(40), z.union([z.string().max(300), z.number()])).optional(),
});

export const printRequests = {
  /**
   * Prints a product of an exercise from the vault: as PDF where the person says, or on a printer.
   * The reply is null when the person chose no file. Fails with the codes of printing and of the vault.
   */
  'print.product': request<PrintReply | null>()(
    z.strictObject({ exerciseId: idSchema, options: printOptionsSchema, target: z.enum(PRINT_TARGETS) }),
  ),
  /** For the print page alone: what it has to draw. PRINT_NO_JOB for any other page. */
  'print.job': request<PrintJob | KeyPrintJob>()(z.undefined()),
  /** For the print page alone: its sheets stand, or why they do not. */
  'print.ready': request<null>()(
    z.union([z.strictObject({ pages: z.int().min(1).max(10_000) }), z.strictObject({ failure: failureSchema })]),
  ),
} as const;
