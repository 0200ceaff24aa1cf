import { z } from 'zod';
import { labelSchema } from '../label/label.ts';
import { codeSchema, idSchema, stampSchema } from './basics.ts';
import { retainedSchema } from './retained.ts';

export { codeSchema, idSchema, line, stampSchema, text } from './basics.ts';

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
  /** What this plan has seen protect the record, beside its owner's word: never leaves, and no bundle brings it. */
  retained: retainedSchema.optional(),
};

/** Fields that belong to the bookkeeping of a record, not to its content. */
export const META_FIELDS: ReadonlySet<string> = new Set(['id', 'kind', 'stamp', 'stamps', 'withheld', 'retained']);
