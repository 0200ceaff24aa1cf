import { z } from 'zod';
import { baseShape, idSchema, line, text } from '../base.ts';
import { whenSchema } from '../../time/when.ts';

/** Kinds with a meaning of their own; any other word is a free kind. */
export const ACTIVITY_TYPES = [
  'serial',
  'conference',
  'phase',
  'milestone',
  'deadline',
  'training',
  'logistics',
  'ceremony',
] as const;
export const ACTIVITY_STATES = ['draft', 'planned', 'confirmed', 'done', 'cancelled'] as const;

/** Five years, in minutes. */
export const MAX_LENGTH = 60 * 24 * 366 * 5;

/** One line of the schedule: who does what where and when. */
export const activitySchema = z.strictObject({
  ...baseShape,
  kind: z.literal('activity'),
  title: line(200).min(1),
  serial: line(40).optional(),
  type: line(40).min(1),
  /** Absent while it is not scheduled: it is to be, but nobody has said when. */
  start: whenSchema.optional(),
  /** Length in minutes; 0 is a point in time. */
  minutes: z.int().min(0).max(MAX_LENGTH),
  participants: z.array(idSchema).max(200),
  units: z.array(idSchema).max(500),
  location: idSchema.optional(),
  /** The phase or stage it belongs to: another activity. */
  phase: idSchema.optional(),
  state: z.enum(ACTIVITY_STATES),
  responsible: line(120).optional(),
  remarks: text().optional(),
  /** Identifier in the calendar file it came from, so that the same file again changes it instead of doubling it. */
  foreignId: line(300).optional(),
});
export type Activity = z.infer<typeof activitySchema>;
