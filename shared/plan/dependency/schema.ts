import { z } from 'zod';
import { baseShape, idSchema } from '../base.ts';

/** Finish-to-start, start-to-start, finish-to-finish, start-to-finish. */
export const DEPENDENCY_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;

/** A year, in minutes. */
export const MAX_LAG = 60 * 24 * 366;

/**
 * `to` may not start (or finish) before `from` has finished (or started), plus the lag. Each is an activity or a movement,
 * which starts with its first departure and finishes with its last arrival; the id alone says which it is.
 */
export const dependencySchema = z.strictObject({
  ...baseShape,
  kind: z.literal('dependency'),
  from: idSchema,
  to: idSchema,
  type: z.enum(DEPENDENCY_TYPES),
  lagMinutes: z.int().min(-MAX_LAG).max(MAX_LAG),
});
export type Dependency = z.infer<typeof dependencySchema>;
