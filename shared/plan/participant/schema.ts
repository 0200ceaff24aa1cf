import { z } from 'zod';
import { baseShape, codeSchema, idSchema, line, text } from '../base.ts';
import { caveatsSchema } from '../caveat/schema.ts';

export const PARTICIPANT_TYPES = [
  'nation',
  'armed-service',
  'police',
  'border-guard',
  'coast-guard',
  'customs',
  'ngo',
  'io',
  'other',
] as const;
export const PARTICIPANT_ROLES = ['host', 'lead', 'contributing', 'supporting', 'observer'] as const;

const contactSchema = z.strictObject({
  id: idSchema,
  name: line(120),
  rank: line(60).optional(),
  post: line(120).optional(),
  phone: line(60).optional(),
  email: line(120).optional(),
});
export type Contact = z.infer<typeof contactSchema>;

/** A day of rest, as its participant says: reference for planners, not an official calendar. */
const holidaySchema = z.strictObject({
  id: idSchema,
  date: z.iso.date(),
  name: line(80).min(1),
});
export type Holiday = z.infer<typeof holidaySchema>;

/** A nation or organisation that takes part. */
export const participantSchema = z.strictObject({
  ...baseShape,
  kind: z.literal('participant'),
  code: codeSchema,
  name: line(120).min(1),
  type: z.enum(PARTICIPANT_TYPES),
  role: z.enum(PARTICIPANT_ROLES),
  /** ISO 3166 alpha-2 of the flag; none for exercise nations and organisations, which get a badge of their code. */
  flag: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Index into the nations' palette (hue and pattern). */
  colour: z.int().min(0).max(23),
  contacts: z.array(contactSchema).max(50),
  caveats: caveatsSchema.optional(),
  holidays: z.array(holidaySchema).max(400).optional(),
  remarks: text().optional(),
});
export type Participant = z.infer<typeof participantSchema>;
