/** The plan's times as instants: every when of a record resolved over the exercise's anchors and zone. */
import { lookupOf, type TimeContext } from '../time/context.ts';
import { type EpochMs, MINUTE, parseInstant } from '../time/instant.ts';
import { type AnchorPoint, resolveWhen, type When } from '../time/when.ts';
import type { Activity } from './activity/schema.ts';
import type { Movement } from './movement/schema.ts';
import { restDaysOf } from './rest.ts';
import { type PlanState, exerciseOf, find, live } from './state.ts';
import { titleOf } from './title.ts';

/** Resolves a when of this plan; undefined where its anchor is missing, undated or hangs in a ring (checks report it). */
export type ResolveTime = (when: When | undefined) => EpochMs | undefined;

/** From (inclusive) and to, in epoch milliseconds; a point in time has both the same. */
export interface Span {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** An activity as something that times hang on. */
export const activityPoint = (plan: PlanState, id: string): AnchorPoint | undefined => {
  const activity = find(plan, 'activity', id);
  return activity && { code: titleOf(activity), at: activity.start, minutes: activity.minutes };
};

/** What reading and writing times needs to know of the plan. */
export const timeContextOf = (plan: PlanState, locale: string, reference: EpochMs): TimeContext => {
  const exercise = exerciseOf(plan);
  const start = exercise?.start === undefined ? undefined : parseInstant(exercise.start);
  return {
    zone: exercise?.zone ?? 'UTC',
    anchors: live(plan, 'anchor').map(({ id, code, counts, at }) => ({ id, code, counts, at })),
    points: (id) => activityPoint(plan, id),
    rest: () => restDaysOf(plan),
    reference: start?.ok === true ? start.value : reference,
    locale,
  };
};

/** A resolver that remembers what it has found, for passes over the whole plan. */
export const timeResolver = (plan: PlanState): ResolveTime => {
  const context = timeContextOf(plan, 'en', 0);
  const lookup = lookupOf(context);
  return (when) => {
    if (when === undefined) return undefined;
    const resolved = resolveWhen(when, lookup, context);
    return resolved.ok ? resolved.value : undefined;
  };
};

/** Undefined for an activity that nobody has scheduled yet, too. */
export const activitySpan = (activity: Activity, resolve: ResolveTime): Span | undefined => {
  const start = resolve(activity.start);
  return start === undefined ? undefined : { start, end: start + activity.minutes * MINUTE };
};

const spanOf = (times: readonly (EpochMs | undefined)[]): Span | undefined => {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : { start: Math.min(...known), end: Math.max(...known) };
};

/** From the first departure to the last arrival; without legs, the window that its ready and required dates leave. */
export const movementSpan = (movement: Movement, resolve: ResolveTime): Span | undefined => {
  const legs = movement.legs.flatMap((leg) => [resolve(leg.depart), resolve(leg.arrive)]);
  return spanOf(legs) ?? spanOf([movement.rld, movement.ald, movement.ead, movement.lad, movement.rdd].map(resolve));
};

/** Of an activity or movement, whichever it is. */
export const scheduledSpan = (record: Activity | Movement, resolve: ResolveTime): Span | undefined =>
  record.kind === 'activity' ? activitySpan(record, resolve) : movementSpan(record, resolve);
