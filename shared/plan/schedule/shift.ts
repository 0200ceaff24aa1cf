/** Moving what stands in the schedule in time: activities and movements together, alone or with all that follows. */
import { type Result, fail, ok } from '../../result.ts';
import { DAY, type EpochMs, MINUTE } from '../../time/instant.ts';
import type { Step as TimeStep } from '../../time/step.ts';
import { type Zone, toWall } from '../../time/zone.ts';
import { type Work, finish } from '../../work.ts';
import { movingActivities } from '../activity/commands.ts';
import type { CommandContext } from '../command.ts';
import { guarding } from '../guard.ts';
import { movingMovements } from '../movement/commands.ts';
import type { StepDraft, StepLabel } from '../step.ts';
import { followersOf, type Following } from './follow.ts';
import { type Scheduled, idsOf, nameOf, scheduleLabel } from './scheduled.ts';

/** The distance between two instants as people mean it: whole days where the clock of the zone reads the same at both. */
export const stepBetween = (from: EpochMs, to: EpochMs, zone: Zone): TimeStep => {
  const days = (toWall(zone, to) - toWall(zone, from)) / DAY;
  return Number.isInteger(days) ? { unit: 'day', n: days } : { unit: 'minute', n: Math.round((to - from) / MINUTE) };
};

/** Of the way through, operations are the first half and the laws the second. */
const halfway = function* <T>(work: Work<T>, before: number): Work<T> {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    yield (before + next.value) / 2;
  }
};

const labelOf = (context: CommandContext, records: readonly Scheduled[], followers: number): StepLabel => {
  const [first] = records;
  return followers > 0 && records.length === followers + 1 && first !== undefined
    ? { key: 'steps.moveFollowing', params: { what: nameOf(context, first), count: followers } }
    : scheduleLabel(context, 'move', records);
};

/**
 * Moves scheduled records by minutes or calendar days, in one step, alone or with all that follows them, by links or by
 * time (`followersOf`); what hangs on an anchor goes on hanging on it. Yields how many of the records it has done.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, or why a time cannot be placed (ANCHOR_UNKNOWN ...).
 */
export const shifting = function* (
  context: CommandContext,
  records: readonly Scheduled[],
  by: TimeStep,
  following?: Following,
): Work<Result<StepDraft>> {
  const followers = following === undefined ? [] : followersOf(context.plan, records, following);
  const all = [...records, ...followers];
  const activities = yield* halfway(movingActivities(context, idsOf(all, 'activity'), by), 0);
  if (!activities.ok) return activities;
  const movements = yield* halfway(movingMovements(context, idsOf(all, 'movement'), by), activities.value.length);
  if (!movements.ok) return movements;
  const ops = [...activities.value, ...movements.value];
  if (ops.length === 0) return fail('NOTHING_TO_CHANGE');
  const guarded = yield* halfway(guarding(context.plan, ops), all.length);
  return guarded.ok ? ok({ label: labelOf(context, all, followers.length), ops }) : guarded;
};

/** Moves scheduled records: `shifting` at once. */
export const shiftScheduled = (
  context: CommandContext,
  records: readonly Scheduled[],
  by: TimeStep,
): Result<StepDraft> => finish(shifting(context, records, by));
