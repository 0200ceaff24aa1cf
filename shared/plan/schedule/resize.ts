/** Making activities and movements longer or shorter at one end. */
import { type Result, fail } from '../../result.ts';
import { resizeActivity, shiftedWhen } from '../activity/commands.ts';
import { type CommandContext, draftOf } from '../command.ts';
import { resizedFields } from '../movement/resize.ts';
import { find } from '../state.ts';
import { type StepDraft, changeOp } from '../step.ts';
import { timeResolver } from '../times.ts';
import { titleOf } from '../title.ts';
import { joinDrafts } from './join.ts';
import { type Scheduled, idsOf } from './scheduled.ts';

const resizeMovement = (
  context: CommandContext,
  id: string,
  edge: 'start' | 'end',
  minutes: number,
): Result<StepDraft> => {
  const movement = find(context.plan, 'movement', id);
  if (movement === undefined) return fail('RECORD_MISSING', { kind: 'movement' });
  const fields = resizedFields(movement, edge, minutes, timeResolver(context.plan), shiftedWhen(context));
  if (!fields.ok) return fields;
  const op = changeOp(movement, fields.value);
  const label = { key: 'steps.resizeActivity', params: { what: titleOf(movement) } };
  return draftOf(context, label, op === undefined ? [] : [op]);
};

/**
 * Draws the same end of activities and movements by minutes (negative: earlier); one that is drawn past its other end
 * stops there, a movement where its first or last leg has no length left.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, or why a time cannot be placed (ANCHOR_UNKNOWN ...).
 */
export const resizeScheduled = (
  context: CommandContext,
  records: readonly Scheduled[],
  edge: 'start' | 'end',
  minutes: number,
): Result<StepDraft> => {
  const drafts = records.map(({ kind, id }) =>
    kind === 'activity' ? resizeActivity(context, id, edge, minutes) : resizeMovement(context, id, edge, minutes),
  );
  const [only] = drafts;
  if (only !== undefined && drafts.length === 1) return only;
  const alike = idsOf(records, 'activity').length === records.length;
  const label = { key: alike ? 'steps.resizeMany' : 'steps.resizeScheduled', params: { count: records.length } };
  return joinDrafts(context, label, drafts);
};
