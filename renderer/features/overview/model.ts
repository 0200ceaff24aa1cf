/** What the overview says of a plan, computed without any drawing, as work that can be laid down between records. */
import type { Activity } from '#shared/plan/activity/schema.ts';
import type { Participant } from '#shared/plan/participant/schema.ts';
import { type PlanState, allRecords, live } from '#shared/plan/state.ts';
import { activitySpan, movementSpan, type ResolveTime, type Span } from '#shared/plan/times.ts';
import { stampMs } from '#shared/time/clock.ts';
import type { EpochMs } from '#shared/time/instant.ts';
import { DAY } from '#shared/time/instant.ts';
import { type Work, collecting, each, sorting } from '#shared/work.ts';

export interface Dated {
  readonly activity: Activity;
  readonly span: Span;
}

const byStart = (a: Dated, b: Dated): number => a.span.start - b.span.start || a.span.end - b.span.end;

/** The activities of some types that have a time, in the order in which they begin. */
const datedOf = function* (plan: PlanState, resolve: ResolveTime, types: ReadonlySet<string>): Work<readonly Dated[]> {
  const dated = yield* collecting(live(plan, 'activity'), (activity): readonly Dated[] => {
    if (!types.has(activity.type) || activity.state === 'cancelled') return [];
    const span = activitySpan(activity, resolve);
    return span === undefined ? [] : [{ activity, span }];
  });
  return yield* sorting(dated, byStart);
};

const STAGES: ReadonlySet<string> = new Set(['phase', 'conference']);
const DEADLINES: ReadonlySet<string> = new Set(['conference', 'milestone', 'deadline']);

/** Stages and conferences, the process of the exercise. */
export const processOf = (plan: PlanState, resolve: ResolveTime): Work<readonly Dated[]> =>
  datedOf(plan, resolve, STAGES);

/** Conferences, milestones and deadlines. */
export const deadlinesOf = (plan: PlanState, resolve: ResolveTime): Work<readonly Dated[]> =>
  datedOf(plan, resolve, DEADLINES);

/** What comes next: those that lie ahead. */
export const nextOf = (deadlines: readonly Dated[], now: EpochMs, most: number): readonly Dated[] =>
  deadlines.filter(({ span }) => span.end >= now).slice(0, most);

export type Tense = 'past' | 'now' | 'ahead';
export const tenseOf = ({ start, end }: Span, now: EpochMs): Tense =>
  now < start ? 'ahead' : now <= end ? 'now' : 'past';

/** What one participant brings, and what is missing. */
export interface ForceLine {
  readonly participant: Participant;
  readonly units: number;
  readonly strength: number;
  /** Units whose strength nobody has written. */
  readonly noStrength: number;
  /** Units that no movement takes anywhere, neither themselves nor with a unit above them. */
  readonly noMovement: number;
  /** The latest change of this participant's own records that we know of. */
  readonly asOf: EpochMs | undefined;
}

/** The units that move: those that movements name, and everything under them. */
const movingUnits = function* (plan: PlanState): Work<ReadonlySet<string>> {
  const named = new Set(yield* collecting(live(plan, 'movement'), ({ units }) => units));
  const parents = new Map<string, string | undefined>();
  const moving = new Set<string>();
  yield* each(live(plan, 'unit'), ({ id, parent }) => void parents.set(id, parent));
  yield* each(parents.keys(), (id) => {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = parents.get(at)) {
      if (named.has(at)) return void moving.add(id);
      seen.add(at);
    }
    return undefined;
  });
  return moving;
};

/** The newest stamp of each owner's records. */
const newestByOwner = function* (plan: PlanState): Work<ReadonlyMap<string, string>> {
  const newest = new Map<string, string>();
  const see = (owner: string, stamp: string): void => {
    const known = newest.get(owner);
    if (known === undefined || stamp > known) newest.set(owner, stamp);
  };
  yield* each(allRecords(plan), ({ owner, stamp, stamps }) => {
    see(owner, stamp);
    for (const field in stamps) see(owner, stamps[field] ?? stamp);
  });
  return newest;
};

/** Participants by strength, the largest first. */
export const forcesOf = function* (plan: PlanState): Work<readonly ForceLine[]> {
  const moving = yield* movingUnits(plan);
  const newest = yield* newestByOwner(plan);
  const lines = new Map(
    live(plan, 'participant').map((participant) => [
      participant.id,
      { participant, units: 0, strength: 0, noStrength: 0, noMovement: 0, asOf: undefined as EpochMs | undefined },
    ]),
  );
  yield* each(live(plan, 'unit'), (unit) => {
    const line = lines.get(unit.participant);
    if (line === undefined) return;
    line.units += 1;
    line.strength += unit.personnel ?? 0;
    if (unit.personnel === undefined) line.noStrength += 1;
    if (!moving.has(unit.id)) line.noMovement += 1;
  });
  for (const line of lines.values()) {
    const stamp = newest.get(line.participant.code);
    if (stamp !== undefined) line.asOf = stampMs(stamp);
  }
  return [...lines.values()].sort(
    (a, b) => b.strength - a.strength || (a.participant.code < b.participant.code ? -1 : 1),
  );
};

/** A month of the strip and how much lies in it. */
export interface Month {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly activities: number;
  readonly movements: number;
}

const MOST_MONTHS = 60;

const monthsBetween = (start: EpochMs, end: EpochMs): { start: EpochMs; end: EpochMs }[] => {
  const first = new Date(start);
  const months: { start: EpochMs; end: EpochMs }[] = [];
  for (let n = 0; n < MOST_MONTHS; n += 1) {
    const from = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n, 1);
    if (from > end) break;
    months.push({ start: from, end: Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n + 1, 1) });
  }
  return months;
};

const countIn = (spans: readonly Span[], { start, end }: Pick<Month, 'start' | 'end'>): number => {
  let count = 0;
  for (const span of spans) if (span.start < end && (span.end > start || span.start >= start)) count += 1;
  return count;
};

/** Every month from the first activity or movement to the last, five years at most, counted in UTC. */
export const stripOf = function* (plan: PlanState, resolve: ResolveTime): Work<readonly Month[]> {
  const activities = yield* collecting(live(plan, 'activity'), (activity) => {
    const span = activitySpan(activity, resolve);
    return span === undefined ? [] : [span];
  });
  const movements = yield* collecting(live(plan, 'movement'), (movement) => {
    const span = movementSpan(movement, resolve);
    return span === undefined ? [] : [span];
  });
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const spans of [activities, movements])
    yield* each(spans, (span) => {
      start = Math.min(start, span.start);
      end = Math.max(end, span.end);
    });
  if (start > end) return [];
  const months: Month[] = [];
  for (const month of monthsBetween(start, end)) {
    yield months.length;
    months.push({ ...month, activities: countIn(activities, month), movements: countIn(movements, month) });
  }
  return months;
};

/** Whole days from now, never negative. */
export const daysUntil = (at: EpochMs, now: EpochMs): number => Math.max(0, Math.floor((at - now) / DAY));
