/** Cutting activities in two at a moment, so that each half can be moved on its own. */
import { type Result, fail } from '../../result.ts';
import { type EpochMs, MINUTE } from '../../time/instant.ts';
import type { Activity } from '../activity/schema.ts';
import { shiftedWhen } from '../activity/commands.ts';
import { type CommandContext, draftOf, newRecord } from '../command.ts';
import { liveRecords } from '../commands.ts';
import { writtenOut } from '../label/effective.ts';
import { live } from '../state.ts';
import { type Op, type StepDraft, changeOp, createOp } from '../step.ts';
import { type ResolveTime, activitySpan, timeResolver } from '../times.ts';
import { titleOf } from '../title.ts';
import { joinOps } from './join.ts';

/** Whole minutes from an activity's start to the cut; undefined where the cut leaves no two parts. */
const minutesBefore = (activity: Activity, at: EpochMs, resolve: ResolveTime): number | undefined => {
  const span = activitySpan(activity, resolve);
  if (span === undefined) return undefined;
  const minutes = Math.round((at - span.start) / MINUTE);
  return minutes > 0 && minutes < activity.minutes ? minutes : undefined;
};

/** What waited for the end of the whole waits for the end of the second part, and so does what its end waited for. */
const movedLinks = (context: CommandContext, id: string, second: string): Op[] =>
  live(context.plan, 'dependency').flatMap((link) => {
    const { from, to, type } = link;
    if (from === id && (type === 'FS' || type === 'FF')) return changeOp(link, { from: second }) ?? [];
    if (to === id && (type === 'FF' || type === 'SF')) return changeOp(link, { to: second }) ?? [];
    return [];
  });

/** What belongs to a phase and starts after the cut belongs to its second part. */
const movedMembers = (
  context: CommandContext,
  phase: string,
  second: string,
  at: EpochMs,
  resolve: ResolveTime,
): Op[] =>
  live(context.plan, 'activity').flatMap((member) => {
    if (member.phase !== phase || (resolve(member.start) ?? Number.NEGATIVE_INFINITY) < at) return [];
    return changeOp(member, { phase: second }) ?? [];
  });

const splitOps = (
  context: CommandContext,
  activity: Activity,
  minutes: number,
  at: EpochMs,
  resolve: ResolveTime,
): Result<Op[]> => {
  if (activity.start === undefined) return fail('NOTHING_TO_CHANGE');
  const start = shiftedWhen(context)(activity.start, { unit: 'minute', n: minutes });
  if (!start.ok) return start;
  const whole = writtenOut(context.plan, activity);
  const { id, kind, owner: _owner, stamp: _stamp, stamps: _stamps, withheld: _withheld, ...content } = whole;
  const { serial: _serial, foreignId: _foreignId, deleted: _deleted, ...kept } = content;
  const rest = newRecord(context, kind, { ...kept, start: start.value, minutes: activity.minutes - minutes });
  const link = newRecord(context, 'dependency', { from: id, to: rest.id, type: 'FS', lagMinutes: 0 });
  const shortened = changeOp(activity, { minutes });
  return {
    ok: true,
    value: [
      ...(shortened === undefined ? [] : [shortened]),
      createOp(rest),
      ...movedLinks(context, id, rest.id),
      ...movedMembers(context, id, rest.id, at, resolve),
      createOp(link),
    ],
  };
};

/**
 * Cuts activities in two at an instant. The second part is new, has no serial number or foreign identifier (those are unique), waits for the
 * first, and takes over what waited for the end; one that hangs on an anchor goes on hanging on it.
 * Those that the instant does not fall into stay whole.
 * @returns RECORD_MISSING, SPLIT_OUTSIDE {what} when it falls into none of them, or why a time cannot be placed.
 */
export const splitActivities = (context: CommandContext, ids: readonly string[], at: EpochMs): Result<StepDraft> => {
  const activities = liveRecords(context, 'activity', ids);
  if (!activities.ok) return activities;
  const resolve = timeResolver(context.plan);
  const cut: Activity[] = [];
  const ops: Op[] = [];
  for (const activity of activities.value) {
    const minutes = minutesBefore(activity, at, resolve);
    if (minutes === undefined) continue;
    const parts = splitOps(context, activity, minutes, at, resolve);
    if (!parts.ok) return parts;
    cut.push(activity);
    ops.push(...parts.value);
  }
  const [first] = cut;
  const [asked] = activities.value;
  if (first === undefined) return fail('SPLIT_OUTSIDE', { what: asked === undefined ? '' : titleOf(asked) });
  const label =
    cut.length === 1
      ? { key: 'steps.split', params: { what: titleOf(first) } }
      : { key: 'steps.splitMany', params: { count: cut.length } };
  return draftOf(context, label, joinOps(ops));
};
