import { z } from 'zod';
import { baseShape, idSchema, line, text } from '../base.ts';
import { caveatsSchema } from '../caveat/schema.ts';

/** A unit or element in the order of battle of one participant. */
export const unitSchema = z.strictObject({
  ...baseShape,
  kind: z.literal('unit'),
  name: line(160).min(1),
  shortName: line(60).optional(),
  participant: idSchema,
  /** The unit it is subordinate to; none for the top of a participant's tree. */
  parent: idSchema.optional(),
  /** Place among its siblings; ties are broken by name, then id. */
  position: z.number(),
  /** APP-6 / 2525 number form, 20 or 30 digits, unknown codes kept verbatim (DOCTRINE C14); digits 9-10 are the echelon. */
  sidc: z.string().regex(/^(\d{20}|\d{30})$/),
  personnel: z.int().min(0).max(1_000_000).optional(),
  vehicles: z.int().min(0).max(1_000_000).optional(),
  homeStation: line(160).optional(),
  homeLocation: idSchema.optional(),
  /** Notice to move in hours; 0 is immediate. */
  noticeHours: z
    .int()
    .min(0)
    .max(24 * 365)
    .optional(),
  readiness: z.enum(['ready', 'limited', 'not-ready']).optional(),
  caveats: caveatsSchema.optional(),
  /** Identifier in the file it was imported from. */
  foreignId: line(200).optional(),
  remarks: text().optional(),
});
export type Unit = z.infer<typeof unitSchema>;
