import { z } from 'zod';
import { idSchema, line, text } from '../basics.ts';

const clock = z.string().regex(/^(?:[01]\d|2[0-3])[0-5]\d$/);

/**
 * A national caveat (DOCTRINE C10): what a nation's units may not do, or only with its approval. Every limit that is
 * given has to fit before it bites; a limit that is not given fits everything. A caveat of words alone bites nowhere:
 * people read it, no rule can.
 */
const caveatSchema = z.strictObject({
  id: idSchema,
  text: text(1000),
  /** Places, and countries by their trigraph, in which it holds; both empty: everywhere. */
  areas: z.array(idSchema).max(100),
  countries: z.array(z.string().regex(/^[A-Z]{3}$/)).max(60),
  /** Kinds of activity (`plan/activity`), or `movement`; empty: all. */
  tasks: z.array(line(40).min(1)).max(40),
  /** Hours of the day in which it holds, on the clock of the place: `2200` to `0500` goes over midnight. */
  from: clock.optional(),
  until: clock.optional(),
  /** Not forbidden, but the nation wants to be asked each time. */
  needsApproval: z.boolean(),
  /** It was asked and has approved. */
  approved: z.literal(true).optional(),
});
export type Caveat = z.infer<typeof caveatSchema>;

/** On participants (for all their units) and on units (for their subordinates too). */
export const caveatsSchema = z.array(caveatSchema).max(50);

/** Whether a caveat says anything that a rule can hold against the plan. */
export const isStructured = ({ areas, countries, tasks, from, until }: Caveat): boolean =>
  areas.length + countries.length + tasks.length > 0 || (from !== undefined && until !== undefined);
