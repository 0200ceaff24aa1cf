import { z } from 'zod';
import { baseShape, idSchema } from '../base.ts';

/** Finish-to-start, start-to-start, finish-to-finish, start-to-finish. */
export const DEPENDENCY_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;

/** `to` may not start (or finish) before `from` has finished (or started), plus the lag. Both are activities. */
export const dependencySchema = z.strictObject({
  ...baseShape,
  kind: z.literal('dependency'),
  from: idSchema,
  to: idSchema,
  type: z.enum(DEPENDENCY_TYPES),
  lagMinutes: z
    .int()
    .min(-60 * 24 * 366)
    .max(60 * 24 * 366),
});
export type Dependency = z.infer<typeof dependencySchema>;
