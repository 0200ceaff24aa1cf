/** Activities and movements changed or removed together, in one step. */
import type { Result } from '../../result.ts';
import type { CommandContext } from '../command.ts';
import { type Changes, removeRecords, updateRecords } from '../commands.ts';
import type { StepDraft } from '../step.ts';
import { joinDrafts } from './join.ts';
import { type Scheduled, idsOf, scheduleLabel } from './scheduled.ts';

/** Changes of fields that both kinds have. */
export type SharedChanges = {
  readonly [F in keyof Changes<'activity'> & keyof Changes<'movement'>]?:
    | (Changes<'activity'>[F] & Changes<'movement'>[F])
    | null
    | undefined;
};

/**
 * Sets the same fields of activities and movements.
 * @returns as `updateRecords`.
 */
export const updateScheduled = (
  context: CommandContext,
  records: readonly Scheduled[],
  changes: SharedChanges,
): Result<StepDraft> =>
  joinDrafts(context, scheduleLabel(context, 'update', records), [
    updateRecords(context, 'activity', idsOf(records, 'activity'), changes as Changes<'activity'>),
    updateRecords(context, 'movement', idsOf(records, 'movement'), changes as Changes<'movement'>),
  ]);

/**
 * Removes activities and movements with what belongs to them.
 * @returns as `removeRecords`.
 */
export const removeScheduled = (context: CommandContext, records: readonly Scheduled[]): Result<StepDraft> =>
  joinDrafts(context, scheduleLabel(context, 'remove', records), [
    removeRecords(context, 'activity', idsOf(records, 'activity')),
    removeRecords(context, 'movement', idsOf(records, 'movement')),
  ]);
