/**
 * What a dependency joins: activities and movements in any pairing, each named by its id alone, and what their times
 * mean for it.
 */
import { MINUTE, type EpochMs } from '../../time/instant.ts';
import { type Result, fail, ok } from '../../result.ts';
import type { Activity } from '../activity/schema.ts';
import type { Movement } from '../movement/schema.ts';
import type { PlanRecord } from '../records.ts';
import { type PlanState, find, recordOf } from '../state.ts';
import type { Span } from '../times.ts';
import { titleOf } from '../title.ts';
import type { Dependency } from './schema.ts';

export type LinkEnd = Activity | Movement;

/** The live record at an end; undefined where it is not in the plan (any more) or of a kind that cannot be linked. */
export const endOf = (plan: PlanState, id: string): LinkEnd | undefined =>
  find(plan, 'activity', id) ?? find(plan, 'movement', id);

/**
 * The live records of these ids, each once, in their order.
 * @returns RECORD_MISSING {kind: 'end'} when one is neither an activity nor a movement of the plan.
 */
export const liveEnds = (plan: PlanState, ids: readonly string[]): Result<LinkEnd[]> => {
  const found: LinkEnd[] = [];
  for (const id of new Set(ids)) {
    const end = endOf(plan, id);
    if (end === undefined) return fail('RECORD_MISSING', { kind: 'end' });
    found.push(end);
  }
  return ok(found);
};

/** When a link leaves what comes first and reaches what waits for it, and whether that is too early. */
export interface LinkTimes {
  readonly leave: EpochMs;
  readonly reach: EpochMs;
  readonly late: boolean;
}

/** A movement begins with its first departure and ends with its last arrival, as everywhere (`movementSpan`). */
export const linkTimes = (
  { type, lagMinutes }: Pick<Dependency, 'type' | 'lagMinutes'>,
  before: Span,
  after: Span,
): LinkTimes => {
  const leave = type === 'FS' || type === 'FF' ? before.end : before.start;
  const reach = type === 'FS' || type === 'SS' ? after.start : after.end;
  return { leave, reach, late: reach < leave + lagMinutes * MINUTE };
};

/** A link in the words of what it joins; a question mark for an end that nobody knows. */
export const linkTitle = (
  { from, to, type }: Pick<Dependency, 'from' | 'to' | 'type'>,
  recordAt: (id: string) => PlanRecord | undefined,
): string => {
  const name = (id: string): string => {
    const record = recordAt(id);
    return record === undefined ? '?' : titleOf(record);
  };
  return `${name(from)} → ${name(to)} (${type})`;
};

/** A record in a few words, a link in those of its ends as they stand in the plan, deleted or not. */
export const titleIn = (plan: PlanState, record: PlanRecord): string =>
  record.kind === 'dependency'
    ? linkTitle(record, (id) => recordOf(plan, 'activity', id) ?? recordOf(plan, 'movement', id))
    : titleOf(record);
