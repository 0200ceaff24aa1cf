import { type Result, fail } from '../../result.ts';
import type { When } from '../../time/when.ts';
import { type CommandContext, draftOf } from '../command.ts';
import { find } from '../state.ts';
import { type StepDraft, changeOp } from '../step.ts';

/**
 * Puts an anchor at a time; what hangs on it moves along, and only that.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, REFERENCE_MISSING or ANCHOR_CYCLE {code}.
 */
export const setAnchor = (context: CommandContext, id: string, at: When): Result<StepDraft> => {
  const anchor = find(context.plan, 'anchor', id);
  if (anchor === undefined) return fail('RECORD_MISSING', { kind: 'anchor' });
  const op = changeOp(anchor, { at });
  return draftOf(context, { key: 'steps.move', params: { what: anchor.code } }, op === undefined ? [] : [op]);
};
