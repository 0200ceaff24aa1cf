import { z } from 'zod';
import { baseShape, codeSchema, idSchema, line } from '../base.ts';

/** What a profile may let out. A profile itself is not among them: it goes to nobody but the own nation. */
export const RELEASABLE_KINDS = [
  'exercise',
  'anchor',
  'participant',
  'location',
  'unit',
  'activity',
  'dependency',
  'movement',
  'agreement',
  'baseline',
] as const;
export type ReleasableKind = (typeof RELEASABLE_KINDS)[number];

/** A release profile: what a partner nation gets beyond what labels decide. */
export const profileSchema = z.strictObject({
  ...baseShape,
  kind: z.literal('profile'),
  /** The nation or organisation it is for. */
  nation: codeSchema,
  name: line(120).optional(),
  /** Kinds of records that are released at all. */
  kinds: z.array(z.enum(RELEASABLE_KINDS)).max(RELEASABLE_KINDS.length),
  /** Fields that are left out; only such as a record can do without. */
  withheldFields: z.array(z.strictObject({ kind: z.enum(RELEASABLE_KINDS), field: z.string().max(40) })).max(200),
  /** Only records of these participants, and such as belong to none; absent: of all. */
  participants: z.array(idSchema).max(200).optional(),
});
export type Profile = z.infer<typeof profileSchema>;
