/** What follows a selection in the schedule, and so moves with it when the whole chain is shifted. */
import type { EpochMs } from '../../time/instant.ts';
import { endOf } from '../dependency/ends.ts';
import { type PlanState, live } from '../state.ts';
import { activitySpan, movementSpan, timeResolver } from '../times.ts';
import type { Scheduled } from './scheduled.ts';

/** `links`: all that waits for it, through any number of dependencies. `time`: all that starts when it starts or later. */
export const FOLLOWINGS = ['links', 'time'] as const;
export type Following = (typeof FOLLOWINGS)[number];

const successors = (plan: PlanState): ReadonlyMap<string, readonly string[]> => {
  const after = new Map<string, string[]>();
  for (const { from, to } of live(plan, 'dependency')) {
    const list = after.get(from);
    if (list === undefined) after.set(from, [to]);
    else list.push(to);
  }
  return after;
};

/** What is done has happened: no shift of the plan moves it, and nothing is pushed through it. */
const movable = (plan: PlanState, id: string): Scheduled | undefined => {
  const end = endOf(plan, id);
  return end === undefined || end.state === 'done' ? undefined : { kind: end.kind, id };
};

const byLinks = (plan: PlanState, chosen: ReadonlySet<string>): readonly Scheduled[] => {
  const after = successors(plan);
  const found = new Map<string, Scheduled>();
  const open = [...chosen];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of after.get(id) ?? []) {
      const record = found.has(next) ? undefined : movable(plan, next);
      if (record === undefined) continue;
      found.set(next, record);
      open.push(next);
    }
  }
  return [...found.values()].filter(({ id }) => !chosen.has(id));
};

const byTime = (plan: PlanState, chosen: ReadonlySet<string>): readonly Scheduled[] => {
  const resolve = timeResolver(plan);
  const starts: { readonly record: Scheduled; readonly start: EpochMs; readonly done: boolean }[] = [];
  for (const activity of live(plan, 'activity')) {
    const span = activitySpan(activity, resolve);
    const record = { kind: 'activity' as const, id: activity.id };
    if (span !== undefined) starts.push({ record, start: span.start, done: activity.state === 'done' });
  }
  for (const movement of live(plan, 'movement')) {
    const span = movementSpan(movement, resolve);
    const record = { kind: 'movement' as const, id: movement.id };
    if (span !== undefined) starts.push({ record, start: span.start, done: movement.state === 'done' });
  }
  let first = Number.POSITIVE_INFINITY;
  for (const { record, start } of starts) if (chosen.has(record.id)) first = Math.min(first, start);
  return starts
    .filter(({ record, start, done }) => start >= first && !done && !chosen.has(record.id))
    .map(({ record }) => record);
};

/** The scheduled records that follow a selection, without the selection itself; none that is done already. */
export const followersOf = (
  plan: PlanState,
  records: readonly Scheduled[],
  following: Following,
): readonly Scheduled[] => {
  const chosen = new Set(records.map(({ id }) => id));
  return following === 'links' ? byLinks(plan, chosen) : byTime(plan, chosen);
};
