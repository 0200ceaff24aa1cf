import { z } from 'zod';
import { baseShape, line } from '../base.ts';
import { whenSchema } from '../../time/when.ts';

/** A named day or hour that other times hang on (DOCTRINE C5): C-day, D-day, H-hour, STARTEX, ENDEX or a user's own. */
export const anchorSchema = z.strictObject({
  ...baseShape,
  kind: z.literal('anchor'),
  /** As it is written before the sign: `C`, `D`, `H`, `STARTEX`. Unique in the exercise. */
  code: z.string().regex(/^[A-Z][A-Z0-9]{0,11}$/),
  name: line(120).optional(),
  /** Day anchors count calendar days in the exercise zone, hour anchors count minutes. */
  counts: z.enum(['day', 'hour']),
  at: whenSchema,
});
export type Anchor = z.infer<typeof anchorSchema>;
