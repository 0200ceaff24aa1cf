/** Several changes as one step: a record has one operation in a step, whatever commands its changes come from. */
import { type Result, ok } from '../../result.ts';
import { type CommandContext, draftOf } from '../command.ts';
import type { Fields, Op, StepDraft, StepLabel } from '../step.ts';

const merged = (first: Op, second: Op): Op => {
  if (second.after === null) return { ...second, before: first.before };
  const after: Fields = { ...first.after, ...second.after };
  if (first.before !== null) return { ...first, before: { ...second.before, ...first.before }, after };
  // What was created and then cleared in one step was never there.
  return { ...first, after: Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null)) };
};

/** Operations with those of one record put together, in the order in which the records first come. */
export const joinOps = (ops: readonly Op[]): readonly Op[] => {
  const byRecord = new Map<string, Op>();
  for (const op of ops) {
    const known = byRecord.get(op.id);
    byRecord.set(op.id, known === undefined ? op : merged(known, op));
  }
  return [...byRecord.values()];
};

/**
 * One draft of several that were made from the same plan; a part that changes nothing is left out.
 * @returns the first part's failure, NOTHING_TO_CHANGE when no part changes anything, or the law that they break together.
 */
export const joinDrafts = (
  context: CommandContext,
  label: StepLabel,
  drafts: readonly Result<StepDraft>[],
): Result<StepDraft> => {
  const ops: Op[] = [];
  for (const draft of drafts) {
    if (draft.ok) ops.push(...draft.value.ops);
    else if (draft.error.code !== 'NOTHING_TO_CHANGE') return draft;
  }
  return draftOf(context, label, joinOps(ops));
};

/** The draft under another name. */
export const relabelled = (draft: Result<StepDraft>, label: StepLabel): Result<StepDraft> =>
  draft.ok ? ok({ ...draft.value, label }) : draft;
