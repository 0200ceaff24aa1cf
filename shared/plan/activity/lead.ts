/**
 * Lead times: an activity that stands so many calendar days before or after another, and moves with it. How long they
 * are is the planner's to say; no public text fixes them (DOCTRINE C1, C13).
 */
import { type Result, fail } from '../../result.ts';
import { hhmm } from '../../time/fields.ts';
import { DAY, MINUTE, formatInstant } from '../../time/instant.ts';
import type { Edge, LeadTime, When } from '../../time/when.ts';
import { toWall } from '../../time/zone.ts';
import { type CommandContext, draftOf } from '../command.ts';
import { type PlanState, exerciseOf, find } from '../state.ts';
import { type StepDraft, changeOp } from '../step.ts';
import { activitySpan, timeResolver } from '../times.ts';

/** The lead time of an activity; undefined where it stands on its own or hangs on an anchor. */
export const leadOf = (start: When | undefined): LeadTime | undefined =>
  start !== undefined && 'activity' in start ? start : undefined;

/** Whether an activity moves by itself when these move, because it counts from one of them. */
export const ridesOn = (plan: PlanState, start: When | undefined, moving: ReadonlySet<string>): boolean => {
  const seen = new Set<string>();
  for (let lead = leadOf(start); lead !== undefined && !seen.has(lead.activity); ) {
    if (moving.has(lead.activity)) return true;
    seen.add(lead.activity);
    lead = leadOf(find(plan, 'activity', lead.activity)?.start);
  }
  return false;
};

/** The calendar days from one instant to another in the exercise's zone, and the wall clock of the second. */
const daysBetween = (plan: PlanState, from: number, to: number): LeadTime['offset'] => {
  const zone = exerciseOf(plan)?.zone ?? 'UTC';
  const wall = toWall(zone, to);
  return { unit: 'day', n: Math.floor(wall / DAY) - Math.floor(toWall(zone, from) / DAY), time: hhmm(wall) };
};

/**
 * Lets an activity count from another one, without moving it: the days between the two are its lead time. One that is
 * not scheduled yet gets the day of the other.
 * @returns RECORD_MISSING, or what `guardOps` says (ACTIVITY_LEAD_CYCLE).
 */
export const countFrom = (
  context: CommandContext,
  id: string,
  other: string,
  edge: Edge = 'start',
): Result<StepDraft> => {
  const activity = find(context.plan, 'activity', id);
  const before = find(context.plan, 'activity', other);
  if (activity === undefined || before === undefined) return fail('RECORD_MISSING', { kind: 'activity' });
  const resolve = timeResolver(context.plan);
  const own = activitySpan(activity, resolve);
  const span = activitySpan(before, resolve);
  const offset: LeadTime['offset'] =
    own === undefined || span === undefined
      ? { unit: 'day', n: 0 }
      : daysBetween(context.plan, edge === 'end' ? span.end : span.start, own.start);
  return setLead(context, id, { activity: other, ...(edge === 'end' ? { edge } : {}), offset });
};

/** Sets a lead time as it is said. */
export const setLead = (context: CommandContext, id: string, start: LeadTime): Result<StepDraft> => {
  const activity = find(context.plan, 'activity', id);
  if (activity === undefined) return fail('RECORD_MISSING', { kind: 'activity' });
  const op = changeOp(activity, { start });
  const label = { key: 'steps.lead', params: { what: activity.title } };
  return draftOf(context, label, op === undefined ? [] : [op]);
};

/** Ends a lead time; the activity stays where it stood, or unscheduled where that was nowhere. */
export const standAlone = (context: CommandContext, id: string): Result<StepDraft> => {
  const activity = find(context.plan, 'activity', id);
  if (activity === undefined) return fail('RECORD_MISSING', { kind: 'activity' });
  if (leadOf(activity.start) === undefined) return draftOf(context, { key: 'steps.lead' }, []);
  const at = timeResolver(context.plan)(activity.start);
  const op = changeOp(activity, { start: at === undefined ? null : { at: formatInstant(at) } });
  const label = { key: 'steps.lead', params: { what: activity.title } };
  return draftOf(context, label, op === undefined ? [] : [op]);
};

/** Whole days of a lead time, negative before; minutes are rounded towards the day they make up. */
export const leadDays = ({ offset }: LeadTime): number =>
  offset.unit === 'day' ? offset.n : Math.round((offset.n * MINUTE) / DAY);
