/** Newer, older or concurrent: two versions of one record compared field by field, by their stamps alone. */
import { type Stamp, stampAuthor } from '../../time/clock.ts';
import { META_FIELDS } from '../base.ts';
import type { PlanRecord } from '../records.ts';
import type { Fields } from '../step.ts';
import { type Knowledge, hasSeen } from './knowledge.ts';

/** `take`: the sender had seen ours; `known`: we had seen theirs; `concurrent`: neither, so a person decides. */
export type Verdict = 'take' | 'known' | 'concurrent';

export interface Sides {
  /** What we have seen, and what the sender had seen when the bundle was made. */
  readonly mine: Knowledge;
  readonly theirs: Knowledge;
}

export const stampOfField = (record: PlanRecord, field: string): Stamp => {
  const { stamps } = record;
  return stamps !== undefined && Object.hasOwn(stamps, field) ? (stamps[field] ?? record.stamp) : record.stamp;
};

/**
 * A clock is later than all that its author had seen, so "seen" counts only together with the order of the stamps:
 * knowledge is one stamp per author, a partial release has gaps below it, and the order closes them.
 */
const isNewer = (a: Stamp, b: Stamp, seenByA: Knowledge): boolean =>
  a > b && (stampAuthor(a) === stampAuthor(b) || hasSeen(seenByA, b));

const verdictOf = (incoming: Stamp, local: Stamp, sides: Sides): Verdict =>
  isNewer(incoming, local, sides.theirs) ? 'take' : isNewer(local, incoming, sides.mine) ? 'known' : 'concurrent';

/** Every stamp of a record's content, the creation's among them. */
const contentStamps = (record: PlanRecord): readonly Stamp[] => [record.stamp, ...Object.values(record.stamps ?? {})];

/**
 * Deleted here and alive there, or the other way round. A deletion takes the whole record, so it is newer only if it
 * is newer than every field; and a record comes back only by a change of `deleted` itself.
 */
export const lifeVerdict = (incoming: PlanRecord, local: PlanRecord, sides: Sides): Verdict => {
  const theirs = stampOfField(incoming, 'deleted');
  const mine = stampOfField(local, 'deleted');
  if (incoming.deleted === true) {
    if (isNewer(mine, theirs, sides.mine)) return 'known';
    return contentStamps(local).every((stamp) => isNewer(theirs, stamp, sides.theirs)) ? 'take' : 'concurrent';
  }
  if (isNewer(theirs, mine, sides.theirs)) return 'take';
  return contentStamps(incoming).every((stamp) => isNewer(mine, stamp, sides.mine)) ? 'known' : 'concurrent';
};

/** Equality of JSON values; a missing member and `undefined` are the same. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => sameValue(item, b[at]))
    );
  }
  const [left, right] = [a as Fields, b as Fields];
  for (const key in left) if (!sameValue(left[key], right[key])) return false;
  for (const key in right) if (left[key] === undefined && right[key] !== undefined) return false;
  return true;
};

export interface ReviewField {
  readonly field: string;
  /** Values as they stand; null for an absent field. */
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly mineStamp: Stamp;
  readonly theirsStamp: Stamp;
  readonly verdict: Verdict;
}

export interface Comparison {
  /** Fields whose values differ, in alphabetical order. */
  readonly fields: readonly ReviewField[];
  /** Fields with equal values of which theirs carries the later stamp. */
  readonly later: readonly string[];
}

const contentFields = (incoming: PlanRecord, local: PlanRecord): readonly string[] => {
  const names = new Set<string>();
  for (const record of [incoming, local]) {
    for (const field in record) if (!META_FIELDS.has(field)) names.add(field);
    for (const field in record.stamps) if (!META_FIELDS.has(field)) names.add(field);
  }
  return [...names].sort();
};

export const compareRecords = (incoming: PlanRecord, local: PlanRecord, sides: Sides): Comparison => {
  const [theirsOf, mineOf]: [Fields, Fields] = [incoming, local];
  const fields: ReviewField[] = [];
  const later: string[] = [];
  for (const field of contentFields(incoming, local)) {
    const theirs = theirsOf[field] ?? null;
    const mine = mineOf[field] ?? null;
    const theirsStamp = stampOfField(incoming, field);
    const mineStamp = stampOfField(local, field);
    if (!sameValue(theirs, mine)) {
      fields.push({ field, mine, theirs, mineStamp, theirsStamp, verdict: verdictOf(theirsStamp, mineStamp, sides) });
    } else if (theirsStamp > mineStamp) later.push(field);
  }
  return { fields, later };
};
