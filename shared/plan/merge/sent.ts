/**
 * What an originator last sent: the third side of a review, beside what we have and what it sends now. It is kept
 * from bundle to bundle, record by record, because a bundle holds only what was released that time; what was declined
 * is in it too, since the sender said it all the same.
 */
import { type Work, PIECE } from '../../work.ts';
import { META_FIELDS } from '../base.ts';
import type { PlanRecord } from '../records.ts';
import type { Fields } from '../step.ts';
import { sameValue } from '../sameValue.ts';

/** A record as it was sent, and the revision of the bundle that it came with. */
export interface SentRecord {
  readonly revision: number;
  readonly record: PlanRecord;
}

/** By `kind:id`. */
export type Sent = ReadonlyMap<string, SentRecord>;

/** What was sent of a record before: only the fields that were otherwise then than now. */
export interface LastSent {
  readonly revision: number;
  /** Null for a field that was absent; fields that are not named were sent as they are now. */
  readonly differs: Fields;
}

/** By `kind:id`; a record that is not in it was never sent before. */
export type LastSents = ReadonlyMap<string, LastSent>;

export const sentKey = ({ kind, id }: Pick<PlanRecord, 'kind' | 'id'>): string => `${kind}:${id}`;

/** A later version over an earlier one: a field that is left out this time was last sent as it was before. */
const over = (later: PlanRecord, earlier: PlanRecord): PlanRecord => {
  const withheld = later.withheld ?? [];
  if (withheld.length === 0 || later.deleted === true) return later;
  const [next, old]: [Record<string, unknown>, Fields] = [{ ...later }, earlier];
  for (const field of withheld) if (old[field] !== undefined) next[field] = old[field];
  return next as unknown as PlanRecord;
};

/** What was sent after one more bundle. */
export const withSent = (before: Sent, records: readonly PlanRecord[], revision: number): Sent => {
  const next = new Map(before);
  for (const record of records) {
    const key = sentKey(record);
    const earlier = before.get(key)?.record;
    next.set(key, { revision, record: earlier === undefined ? record : over(record, earlier) });
  }
  return next;
};

const differences = (now: Fields, before: Fields): Fields => {
  const differs: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(now), ...Object.keys(before)])) {
    if (META_FIELDS.has(field)) continue;
    if (!sameValue(now[field] ?? null, before[field] ?? null)) differs[field] = before[field] ?? null;
  }
  return differs;
};

/** Of what was sent before, that which a review of these records has to show. */
export const lastSents = function* (before: Sent, records: readonly PlanRecord[]): Work<LastSents> {
  const found = new Map<string, LastSent>();
  for (const [index, record] of records.entries()) {
    if (index % PIECE === 0) yield index;
    const key = sentKey(record);
    const last = before.get(key);
    if (last !== undefined) found.set(key, { revision: last.revision, differs: differences(record, last.record) });
  }
  return found;
};
