/** Commands on activities: moving, resizing, copying, scheduling. */
import { type Result, fail, ok } from '../../result.ts';
import { readDuration } from '../../time/duration.ts';
import { type Step as TimeStep, stepWhen } from '../../time/step.ts';
import { type EpochMs, formatInstant } from '../../time/instant.ts';
import type { When } from '../../time/when.ts';
import { type CommandContext, draftOf, labelFor, newRecord } from '../command.ts';
import { type Changes, liveRecords } from '../commands.ts';
import { writtenOut } from '../label/effective.ts';
import { ridesOn } from './lead.ts';
import { type Activity, MAX_LENGTH } from './schema.ts';
import { find } from '../state.ts';
import { type Op, type StepDraft, changeOp, createOp } from '../step.ts';
import { timeContextOf } from '../times.ts';
import { PIECE, type Work, finish } from '../../work.ts';

/** A when moved in this plan; what hangs on an anchor or activity goes on hanging on it. */
export const shiftedWhen = (context: Pick<CommandContext, 'plan'>): ((when: When, by: TimeStep) => Result<When>) => {
  const times = timeContextOf(context.plan, 'en', 0);
  return (when, by) => stepWhen(when, by, times);
};

/** The operations of `moveActivities`; yields how many activities it has been through. */
export const movingActivities = function* (
  context: CommandContext,
  ids: readonly string[],
  by: TimeStep,
): Work<Result<Op[]>> {
  const activities = liveRecords(context, 'activity', ids);
  if (!activities.ok) return activities;
  const shift = shiftedWhen(context);
  const ops: Op[] = [];
  const moving = new Set(ids);
  for (const [done, activity] of activities.value.entries()) {
    if (done % PIECE === 0) yield done;
    if (activity.start === undefined || ridesOn(context.plan, activity.start, moving)) continue;
    const start = shift(activity.start, by);
    if (!start.ok) return start;
    const op = changeOp(activity, { start: start.value });
    if (op !== undefined) ops.push(op);
  }
  return ok(ops);
};

/**
 * Moves activities by minutes (negative: earlier), or by calendar days of the exercise's zone; those that are not
 * scheduled stay so, and those that count from another of them go with it.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, or why a time cannot be placed (ANCHOR_UNKNOWN ...).
 */
export const moveActivities = (
  context: CommandContext,
  ids: readonly string[],
  by: number | TimeStep,
): Result<StepDraft> => {
  const activities = liveRecords(context, 'activity', ids);
  if (!activities.ok) return activities;
  const ops = finish(movingActivities(context, ids, typeof by === 'number' ? { unit: 'minute', n: by } : by));
  return ops.ok ? draftOf(context, labelFor('move', activities.value, 'activity'), ops.value) : ops;
};

/** Drags one end of an activity by minutes; an end dragged past the other stops there. */
export const resizeActivity = (
  context: CommandContext,
  id: string,
  edge: 'start' | 'end',
  deltaMinutes: number,
): Result<StepDraft> => {
  const activity = find(context.plan, 'activity', id);
  if (activity === undefined) return fail('RECORD_MISSING', { kind: 'activity' });
  const label = { key: 'steps.resizeActivity', params: { what: activity.title } };
  const minutes = Math.max(0, activity.minutes + (edge === 'end' ? deltaMinutes : -deltaMinutes));
  if (edge === 'end')
    return draftOf(
      context,
      label,
      [changeOp(activity, { minutes })].flatMap((op) => op ?? []),
    );
  if (activity.start === undefined) return fail('NOTHING_TO_CHANGE');
  const start = shiftedWhen(context)(activity.start, { unit: 'minute', n: activity.minutes - minutes });
  if (!start.ok) return start;
  return draftOf(
    context,
    label,
    [changeOp(activity, { start: start.value, minutes })].flatMap((op) => op ?? []),
  );
};

/** What of an activity its copy has; serial numbers and identifiers of other programs are unique. */
const copied = ({
  id: _id,
  owner: _owner,
  stamp: _stamp,
  stamps: _stamps,
  serial: _serial,
  foreignId: _foreignId,
  ...content
}: Activity): Omit<Activity, 'id' | 'owner' | 'stamp'> => content;

/** Copies activities, moved by minutes; the copies are the actor's own, drafts, and without serial numbers (those are unique). */
export const duplicateActivities = (
  context: CommandContext,
  ids: readonly string[],
  deltaMinutes = 0,
): Result<StepDraft> => {
  const activities = liveRecords(context, 'activity', ids);
  if (!activities.ok) return activities;
  const shift = shiftedWhen(context);
  const ops: Op[] = [];
  for (const activity of activities.value) {
    const { start: from } = activity;
    const start =
      from === undefined || deltaMinutes === 0 ? ok(from) : shift(from, { unit: 'minute', n: deltaMinutes });
    if (!start.ok) return start;
    ops.push(
      createOp(
        newRecord(context, 'activity', {
          ...copied(writtenOut(context.plan, activity)),
          start: start.value,
          state: 'draft',
        }),
      ),
    );
  }
  return draftOf(context, labelFor('duplicate', activities.value, 'activity'), ops);
};

/**
 * Gives an activity its place on the calendar, and its length where that is said too.
 * @returns RECORD_MISSING or NOTHING_TO_CHANGE.
 */
export const scheduleActivity = (
  context: CommandContext,
  id: string,
  at: EpochMs,
  changes: Changes<'activity'> = {},
): Result<StepDraft> => {
  const activity = find(context.plan, 'activity', id);
  if (activity === undefined) return fail('RECORD_MISSING', { kind: 'activity' });
  const op = changeOp(activity, { ...changes, start: { at: formatInstant(at) } });
  const label = { key: 'steps.schedule', params: { what: activity.title } };
  return draftOf(context, label, op === undefined ? [] : [op]);
};

/** Takes activities off the calendar, back among those that are to be scheduled. */
export const unscheduleActivities = (context: CommandContext, ids: readonly string[]): Result<StepDraft> => {
  const activities = liveRecords(context, 'activity', ids);
  if (!activities.ok) return activities;
  const dated = activities.value.filter(({ start }) => start !== undefined);
  const ops = dated.flatMap((activity) => changeOp(activity, { start: null }) ?? []);
  const [first] = dated;
  const label =
    dated.length === 1 && first !== undefined
      ? { key: 'steps.unschedule', params: { what: first.title } }
      : { key: 'steps.unscheduleMany', params: { count: dated.length } };
  return draftOf(context, label, ops);
};

/** An activity's length as it is typed (`readDuration`), in minutes. DURATION_UNREADABLE {text}, also beyond five years. */
export const readLength = (typed: string): Result<number> => {
  const read = readDuration(typed);
  const fits = read.ok && read.value >= 0 && read.value <= MAX_LENGTH;
  return fits ? read : fail('DURATION_UNREADABLE', { text: typed.trim().slice(0, 40) });
};
