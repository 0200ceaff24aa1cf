/**
 * Lead times: an activity that stands so many calendar days, weeks or working days before or after another, and moves
 * with it. How long they are is the planner's to say; no public text fixes them (DOCTRINE C1, C13).
 */
import { type Result, fail } from '../../result.ts';
import { hhmm } from '../../time/fields.ts';
import { DAY, MINUTE, formatInstant } from '../../time/instant.ts';
import type { Edge, LeadOffset, LeadTime, LeadUnit, When } from '../../time/when.ts';
import { isWorkday, workdaysBetween } from '../../time/workdays.ts';
import { toWall } from '../../time/zone.ts';
import { type CommandContext, draftOf } from '../command.ts';
import { restDaysOf } from '../rest.ts';
import { type PlanState, exerciseOf, find } from '../state.ts';
import { type StepDraft, changeOp } from '../step.ts';
import { activitySpan, timeResolver } from '../times.ts';

/** The lead time of an activity; undefined where it stands on its own or hangs on an anchor. */
export const leadOf = (start: When | undefined): LeadTime | undefined =>
  start !== undefined && 'activity' in start ? start : undefined;

/** In what a lead time is counted. */
export const leadUnit = ({ offset }: LeadTime): LeadUnit => (offset.unit === 'minute' ? 'day' : offset.unit);

/** How many days, weeks or working days a lead time is, negative before; minutes make up days. */
export const leadLength = ({ offset }: LeadTime): number =>
  offset.unit === 'minute' ? Math.round((offset.n * MINUTE) / DAY) : offset.n;

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

/**
 * The days from one instant to another in the exercise's zone, and the wall clock of the second: in weeks or working days
 * where that is wanted and they lead there, else in calendar days.
 */
const lengthBetween = (plan: PlanState, from: number, to: number, unit: LeadUnit): LeadOffset => {
  const zone = exerciseOf(plan)?.zone ?? 'UTC';
  const wall = toWall(zone, to);
  const [first, last] = [Math.floor(toWall(zone, from) / DAY), Math.floor(wall / DAY)];
  const time = hhmm(wall);
  const rest = restDaysOf(plan);
  if (unit === 'workday' && (first === last || isWorkday(last, rest)))
    return { unit, n: workdaysBetween(first, last, rest), time };
  if (unit === 'week' && (last - first) % 7 === 0) return { unit, n: (last - first) / 7, time };
  return { unit: 'day', n: last - first, time };
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
  const known = leadOf(activity.start);
  const unit = known === undefined ? 'day' : leadUnit(known);
  const offset: LeadOffset =
    own === undefined || span === undefined
      ? { unit, n: 0 }
      : lengthBetween(context.plan, edge === 'end' ? span.end : span.start, own.start, unit);
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
