/** Moving what stands in the schedule in time: activities and movements together, alone or with all that follows. */
import type { Result } from '../../result.ts';
import { DAY, type EpochMs, MINUTE } from '../../time/instant.ts';
import type { Step as TimeStep } from '../../time/step.ts';
import { type Zone, toWall } from '../../time/zone.ts';
import { moveActivities } from '../activity/commands.ts';
import type { CommandContext } from '../command.ts';
import { moveMovements } from '../movement/commands.ts';
import type { StepDraft, StepLabel } from '../step.ts';
import { followersOf, type Following } from './follow.ts';
import { joinDrafts } from './join.ts';
import { type Scheduled, idsOf, nameOf, scheduleLabel } from './scheduled.ts';

/** The distance between two instants as people mean it: whole days where the clock of the zone reads the same at both. */
export const stepBetween = (from: EpochMs, to: EpochMs, zone: Zone): TimeStep => {
  const days = (toWall(zone, to) - toWall(zone, from)) / DAY;
  return Number.isInteger(days) ? { unit: 'day', n: days } : { unit: 'minute', n: Math.round((to - from) / MINUTE) };
};

const shiftDrafts = (
  context: CommandContext,
  records: readonly Scheduled[],
  by: TimeStep,
): readonly Result<StepDraft>[] => [
  moveActivities(context, idsOf(records, 'activity'), by),
  moveMovements(context, idsOf(records, 'movement'), by),
];

/**
 * Moves scheduled records by minutes or calendar days, in one step; what hangs on an anchor goes on hanging on it.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, or why a time cannot be placed (ANCHOR_UNKNOWN ...).
 */
export const shiftScheduled = (
  context: CommandContext,
  records: readonly Scheduled[],
  by: TimeStep,
): Result<StepDraft> => joinDrafts(context, scheduleLabel(context, 'move', records), shiftDrafts(context, records, by));

/**
 * Moves scheduled records and all that follows them, by links or by time (`followersOf`).
 * @returns as `shiftScheduled`.
 */
export const shiftWithFollowers = (
  context: CommandContext,
  records: readonly Scheduled[],
  by: TimeStep,
  following: Following,
): Result<StepDraft> => {
  const followers = followersOf(context.plan, records, following);
  const all = [...records, ...followers];
  if (followers.length === 0) return shiftScheduled(context, records, by);
  const [first] = records;
  const label: StepLabel =
    records.length === 1 && first !== undefined
      ? { key: 'steps.moveFollowing', params: { what: nameOf(context, first), count: followers.length } }
      : scheduleLabel(context, 'move', all);
  const drafts = shiftDrafts(context, all, by);
  return joinDrafts(context, label, drafts);
};
