/** Commands on activities: moving, resizing, reassigning, linking. */
import { type Result, fail, ok } from '../../result.ts';
import { type Step as TimeStep, stepWhen } from '../../time/step.ts';
import type { When } from '../../time/when.ts';
import { type CommandContext, draftOf, labelFor, newRecord } from '../command.ts';
import { liveRecords } from '../commands.ts';
import type { Dependency } from '../dependency/schema.ts';
import { find } from '../state.ts';
import { type Op, type StepDraft, changeOp, createOp } from '../step.ts';
import { timeContextOf } from '../times.ts';

/** A when moved in this plan; what hangs on an anchor goes on hanging on it. */
export const shiftedWhen = (context: Pick<CommandContext, 'plan'>): ((when: When, by: TimeStep) => Result<When>) => {
  const times = timeContextOf(context.plan, 'en', 0);
  return (when, by) => stepWhen(when, by, times);
};

/**
 * Moves activities by minutes (negative: earlier), or by calendar days of the exercise's zone.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, or why a time cannot be placed (ANCHOR_UNKNOWN ...).
 */
export const moveActivities = (
  context: CommandContext,
  ids: readonly string[],
  by: number | TimeStep,
): Result<StepDraft> => {
  const activities = liveRecords(context, 'activity', ids);
  if (!activities.ok) return activities;
  const shift = shiftedWhen(context);
  const step: TimeStep = typeof by === 'number' ? { unit: 'minute', n: by } : by;
  const ops: Op[] = [];
  for (const activity of activities.value) {
    const start = shift(activity.start, step);
    if (!start.ok) return start;
    const op = changeOp(activity, { start: start.value });
    if (op !== undefined) ops.push(op);
  }
  return draftOf(context, labelFor('move', activities.value, 'activity'), ops);
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
  const start = shiftedWhen(context)(activity.start, { unit: 'minute', n: activity.minutes - minutes });
  if (!start.ok) return start;
  return draftOf(
    context,
    label,
    [changeOp(activity, { start: start.value, minutes })].flatMap((op) => op ?? []),
  );
};

/**
 * Makes `to` depend on `from`; the lag is in minutes and may be negative.
 * @returns RECORD_MISSING, DEPENDENCY_SELF, DEPENDENCY_DUPLICATE or DEPENDENCY_CYCLE {from, to}.
 */
export const linkActivities = (
  context: CommandContext,
  from: string,
  to: string,
  type: Dependency['type'] = 'FS',
  lagMinutes = 0,
): Result<StepDraft> => {
  const ends = liveRecords(context, 'activity', [from, to]);
  if (!ends.ok) return ends;
  const [first, second] = ends.value;
  const record = newRecord(context, 'dependency', { from, to, type, lagMinutes });
  const params = { from: (first?.title ?? '').slice(0, 100), to: (second ?? first)?.title.slice(0, 100) ?? '' };
  return draftOf(context, { key: 'steps.link', params }, [createOp(record)]);
};

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
    const start = deltaMinutes === 0 ? ok(activity.start) : shift(activity.start, { unit: 'minute', n: deltaMinutes });
    if (!start.ok) return start;
    const { id: _id, kind, owner: _owner, stamp: _stamp, stamps: _stamps, serial: _serial, ...content } = activity;
    ops.push(createOp(newRecord(context, kind, { ...content, start: start.value, state: 'draft' })));
  }
  return draftOf(context, labelFor('duplicate', activities.value, 'activity'), ops);
};
