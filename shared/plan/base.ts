import { z } from 'zod';
import { labelSchema } from '../label/label.ts';

/** Identifiers are UUIDs (version 7 for our own, so that they sort by age); imported foreign ids are kept beside. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** The code of a nation or organisation: STANAG 1059 trigraph, an exercise nation's own code, or an acronym. */
export const codeSchema = z.string().regex(/^[A-Z][A-Z0-9-]{1,11}$/);

/** A hybrid logical clock stamp (`shared/time/clock.ts`). */
export const stampSchema = z.string().min(12).max(120);

export const line = (max: number) => z.string().max(max);
export const text = (max = 4000) => z.string().max(max);

/**
 * What every record has.
 * `stamp` is when and by whom it was created; `stamps` holds, for each field changed since, the stamp of that change.
 * A deleted record stays as a tombstone: absence from a bundle means "not released", never "deleted".
 */
export const baseShape = {
  id: idSchema,
  /** The nation or organisation that answers for the record: only its word changes it (`plan/merge`). */
  owner: codeSchema,
  label: labelSchema.optional(),
  deleted: z.literal(true).optional(),
  stamp: stampSchema,
  stamps: z.record(z.string().max(40), stampSchema).optional(),
  /** Fields that the owner did not release to us: their absence says nothing of their value. */
  withheld: z.array(z.string().max(40)).max(60).optional(),
};

/** Fields that belong to the bookkeeping of a record, not to its content. */
export const META_FIELDS: ReadonlySet<string> = new Set(['id', 'kind', 'stamp', 'stamps', 'withheld']);
