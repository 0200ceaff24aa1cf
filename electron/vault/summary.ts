/** What lists show of an exercise, kept up to date from its steps so that no list has to replay a history. */
import { z } from 'zod';
import type { Fields, Step } from '#shared/plan/step.ts';

const summarySchema = z.object({
  name: z.string(),
  nickname: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  hostNation: z.string().optional(),
  types: z.array(z.string()).optional(),
  twoPersonRelease: z.boolean().optional(),
  archived: z.boolean(),
  deleted: z.boolean(),
});
export type Summary = z.infer<typeof summarySchema>;

const FIELDS = [
  'name',
  'nickname',
  'start',
  'end',
  'hostNation',
  'types',
  'twoPersonRelease',
  'archived',
  'deleted',
] as const;

const EMPTY: Summary = { name: '', archived: false, deleted: false };

const merged = (summary: Summary, fields: Fields): Summary => {
  const next: Record<string, unknown> = { ...summary };
  for (const field of FIELDS) {
    const value = fields[field];
    if (value === undefined) continue;
    if (field === 'archived' || field === 'deleted') next[field] = value === true;
    else if (value === null) delete next[field];
    else next[field] = value;
  }
  const parsed = summarySchema.safeParse(next);
  return parsed.success ? parsed.data : summary;
};

/** The summary after a step; a step that does not touch the exercise's own record leaves it. */
export const summaryAfter = (before: Summary = EMPTY, step: Step): Summary => {
  let summary = before;
  for (const op of step.ops) {
    if (op.kind !== 'exercise' || op.id !== step.exerciseId) continue;
    if (op.after === null) summary = { ...summary, deleted: true };
    else summary = merged(op.before === null ? EMPTY : summary, op.after);
  }
  return summary;
};

/** A stored summary, or an empty one when it is not readable: the steps are the truth, this is a convenience. */
export const parseSummary = (text: string): Summary => {
  const parsed = summarySchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : EMPTY;
};
