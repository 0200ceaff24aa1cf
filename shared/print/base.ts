/** What every product is told, whatever it shows: the paper, the look, the language, and when and as which print. */
import { z } from 'zod';
import type { Result } from '../result.ts';
import type { PlanState } from '../plan/state.ts';
import { DAY, type EpochMs, formatInstant, instantSchema, parseInstant } from '../time/instant.ts';
import type { Span } from '../plan/times.ts';
import { ORIENTATIONS, PAPER_NAMES, TEXT_SIZES } from './papers.ts';
import type { Sheet } from './sheet.ts';

/** More sheets than this are no wall chart but a slip in the scale. */
export const MAX_SHEETS = 400;
export const PRINT_LANGUAGES = ['en', 'fr'] as const;
/** The roll-up of the whole print on every sheet, or each sheet by what stands on it with the whole beside it. */
export const SHEET_MARKINGS = ['overall', 'sheet'] as const;

export const sheetShape = {
  paper: z.enum(PAPER_NAMES),
  orientation: z.enum(ORIENTATIONS),
  textSize: z.enum(TEXT_SIZES),
  blackAndWhite: z.boolean(),
  /** EXERCISE EXERCISE EXERCISE above and below the sheet. */
  exerciseLine: z.boolean(),
  marking: z.enum(SHEET_MARKINGS),
  language: z.enum(PRINT_LANGUAGES),
};
const sheetSchema = z.strictObject(sheetShape);
export type SheetOptions = z.infer<typeof sheetSchema>;

/** Keys of the rows to print, whatever a product's rows are; all where null. Responsible people are the longest. */
export const rowsSchema = z.array(z.string().max(120)).max(5000).nullable();

/** The window of time, from inclusive to exclusive. */
export const spanShape = { from: instantSchema, to: instantSchema };
export const spanCheck = [
  ({ from, to }: { readonly from: string; readonly to: string }): boolean => from < to,
  { path: ['to'], message: 'PRINT_SPAN' },
] as [({ from, to }: { readonly from: string; readonly to: string }) => boolean, { path: string[]; message: string }];

/** When a print is made, in epoch milliseconds, and its number; a preview has none yet. */
export interface Stamp {
  readonly now: EpochMs;
  readonly number?: string;
}

/** What the defaults of every product take from the person. */
export interface Taste {
  readonly language: SheetOptions['language'];
  readonly exerciseLine: boolean;
}

/**
 * Something that can be printed. A product's layout is pure: the same plan, options and stamp make the same sheets.
 * Layouts fail with PRINT_TOO_MANY_SHEETS {sheets, max}, PRINT_EMPTY where the paper leaves no room, and codes of
 * their own.
 */
export interface Product<O extends SheetOptions> {
  /** All of the plan, on the paper that suits the product. */
  readonly defaults: (plan: PlanState, taste: Taste, now: EpochMs) => O;
  readonly layout: (plan: PlanState, options: O, stamp: Stamp) => Result<readonly Sheet[]>;
}

export const sheetDefaults = ({ language, exerciseLine }: Taste): SheetOptions => ({
  paper: 'A4',
  orientation: 'landscape',
  textSize: 'normal',
  blackAndWhite: false,
  exerciseLine,
  marking: 'overall',
  language,
});

const ms = (instant: string): EpochMs => {
  const parsed = parseInstant(instant);
  return parsed.ok ? parsed.value : 0;
};

export const windowOf = (options: { readonly from: string; readonly to: string }): Span => ({
  start: ms(options.from),
  end: ms(options.to),
});

/** Whether a span falls into a window; a point in time at its end does not. */
export const isWithin = (span: Span, { start, end }: Span): boolean =>
  span.start < end && (span.end > start || span.start >= start);

const floorDay = (at: EpochMs): EpochMs => Math.floor(at / DAY) * DAY;

/** Whole days of Zulu around a span. */
export const wholeDays = ({ start, end }: Span): { readonly from: string; readonly to: string } => {
  const first = floorDay(start);
  return { from: formatInstant(first), to: formatInstant(Math.max(first + DAY, floorDay(end) + DAY)) };
};
