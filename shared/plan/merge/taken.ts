/** How much of a review's entry, or of one of its fields, is taken. */
import type { Decision } from './accept.ts';
import type { ReviewField } from './compare.ts';
import type { ReviewEntry } from './review.ts';

/** Whether all, some or nothing is taken; `fixed` where nothing can be. */
export type Taken = 'all' | 'some' | 'none' | 'fixed';

export const takeableFields = (entry: ReviewEntry): readonly string[] =>
  entry.fields.filter(({ verdict }) => verdict !== 'known').map(({ field }) => field);

export const takenOfEntry = (entry: ReviewEntry, decision: Decision | undefined): Taken => {
  if (!entry.takeable) return 'fixed';
  if (decision === undefined) return 'none';
  if (entry.whole || decision === 'take') return 'all';
  return decision.length < takeableFields(entry).length ? 'some' : 'all';
};

export const takenOfField = (entry: ReviewEntry, field: ReviewField, decision: Decision | undefined): Taken => {
  if (!entry.takeable || field.verdict === 'known') return 'fixed';
  return decision === 'take' || decision?.includes(field.field) === true ? 'all' : 'none';
};
