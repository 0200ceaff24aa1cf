import { z } from 'zod';
import { baseShape, idSchema, line, text } from '../base.ts';
import { instantSchema } from '../../time/instant.ts';

/** Where one activity or movement stood: its id, its start, and its length in minutes. */
const entrySchema = z.tuple([
  idSchema,
  instantSchema,
  z
    .int()
    .min(0)
    .max(60 * 24 * 366 * 10),
]);
export type BaselineEntry = z.infer<typeof entrySchema>;

/** So many lines fit into one line of a bundle's section (`exchange/limits.ts`). */
export const MAX_ENTRIES = 50_000;

/**
 * The times of all activities and movements at one moment, under a name, to compare the plan with later.
 *
 * One record with a line for each, not a record for each: a plan of 50,000 records would double with every baseline.
 * A line holds no words, only an id and times, and each goes where the record goes that it speaks of: release leaves
 * out the lines of held records (`release/redact.ts`), and merge joins two redactions of the lines (`merge/compare.ts`).
 * The lines are written once; only the name changes afterwards.
 */
export const baselineSchema = z.strictObject({
  ...baseShape,
  kind: z.literal('baseline'),
  name: line(120).min(1),
  takenAt: instantSchema,
  /** Sorted by id, each id once. */
  times: z.array(entrySchema).max(MAX_ENTRIES),
  remarks: text().optional(),
});
export type Baseline = z.infer<typeof baselineSchema>;
