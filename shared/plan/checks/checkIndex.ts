/** What the rules share, computed once: live records, their times, and who is where when. */
import { formatDtg } from '../../time/dtg.ts';
import { DAY, type EpochMs } from '../../time/instant.ts';
import { type Work, collecting, each, sorting } from '../../work.ts';
import type { Activity } from '../activity/schema.ts';
import type { Location } from '../location/schema.ts';
import type { Movement } from '../movement/schema.ts';
import { type PlanState, find, live } from '../state.ts';
import { type ResolveTime, type Span, activitySpan, timeResolver } from '../times.ts';

export interface TimedActivity {
  readonly activity: Activity;
  readonly span: Span;
}

export interface CheckIndex {
  readonly plan: PlanState;
  readonly resolve: ResolveTime;
  readonly activities: readonly TimedActivity[];
  readonly movements: readonly Movement[];
  /** Activities that count (not cancelled) of each unit, in the order of their starts. */
  readonly byUnit: ReadonlyMap<string, readonly TimedActivity[]>;
  readonly locationOf: (id: string | undefined) => Location | undefined;
}

const groupingByUnit = function* (
  activities: readonly TimedActivity[],
): Work<ReadonlyMap<string, readonly TimedActivity[]>> {
  const groups = new Map<string, TimedActivity[]>();
  yield* each(activities, (timed) => {
    if (timed.activity.state === 'cancelled') return;
    for (const unit of timed.activity.units) {
      const known = groups.get(unit);
      if (known === undefined) groups.set(unit, [timed]);
      else known.push(timed);
    }
  });
  return groups;
};

/** The index of a plan, as work that can be laid down between records. */
export const indexing = function* (plan: PlanState): Work<CheckIndex> {
  const resolve = timeResolver(plan);
  const timed = yield* collecting(live(plan, 'activity'), (activity): readonly TimedActivity[] => {
    const span = activitySpan(activity, resolve);
    return span === undefined ? [] : [{ activity, span }];
  });
  const activities = yield* sorting(timed, (a, b) => a.span.start - b.span.start);
  return {
    plan,
    resolve,
    activities,
    movements: live(plan, 'movement').filter(({ state }) => state !== 'cancelled'),
    byUnit: yield* groupingByUnit(activities),
    locationOf: (id) => find(plan, 'location', id),
  };
};

/** Days since the epoch in UTC, and back: capacities are counted by Zulu day. */
export const dayOf = (at: EpochMs): number => Math.floor(at / DAY);
/** `26MAY27`, the day of a date-time group. */
export const dayText = (day: number): string => {
  const dtg = formatDtg(day * DAY);
  return `${dtg.slice(0, 2)}${dtg.slice(7)}`;
};
