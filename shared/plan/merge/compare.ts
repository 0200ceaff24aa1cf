/** Newer, older or concurrent: two versions of one record compared field by field, by their stamps alone. */
import { type Stamp, stampAuthor } from '../../time/clock.ts';
import { type Label, stricter } from '../../label/label.ts';
import { META_FIELDS } from '../base.ts';
import type { Kind, PlanRecord } from '../records.ts';
import { isEntryField, joinEntries } from '../baseline/entries.ts';
import { allCaveats } from '../caveat/join.ts';
import type { Caveat } from '../caveat/schema.ts';
import type { BaselineEntry } from '../baseline/schema.ts';
import { joinRedactions } from '../release/placeholder.ts';
import { sameValue } from '../sameValue.ts';
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

export interface ReviewField {
  readonly field: string;
  /** Values as they stand; null for an absent field. */
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly mineStamp: Stamp;
  readonly theirsStamp: Stamp;
  readonly verdict: Verdict;
  /** What the sender last sent of this field, and with which revision; absent for a record it sends for the first time. */
  readonly last?: { readonly value: unknown; readonly revision: number };
  /** Their label or caveats, made as strict as what protects the record here: a proposal never weakens it. */
  readonly kept?: true;
  /** Taken as they say it; what protects the record here is retained beside it. */
  readonly retained?: true;
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

const NO_FIELDS: readonly string[] = [];

/**
 * Whether we have no word of our own on a field that was withheld from us, so that the first word of its owner counts.
 * A bundle from before the record was deleted and brought back says nothing any more: the deletion took all fields.
 */
const isRevealed = (incoming: PlanRecord, local: PlanRecord, field: string): boolean =>
  (local.withheld ?? NO_FIELDS).includes(field) &&
  !Object.hasOwn(local.stamps ?? {}, field) &&
  stampOfField(incoming, 'deleted') >= stampOfField(local, 'deleted');

/**
 * Two values under one stamp are one word in two redactions. Together they say what either says: all lines of a
 * baseline, identifiers in the
 * place of placeholders, the stricter label, which one of them inherited and the other had written out, and all the
 * caveats. In whatever order they come, they end as the same.
 */
const together = (kind: Kind, field: string, theirs: unknown, mine: unknown): unknown => {
  if (isEntryField(kind, field)) return joinEntries(theirs as BaselineEntry[], mine as BaselineEntry[]);
  if (field === 'caveats') return allCaveats((theirs ?? []) as readonly Caveat[], (mine ?? []) as readonly Caveat[]);
  if (field !== 'label') return joinRedactions(theirs, mine);
  if (theirs === null || mine === null) return theirs ?? mine;
  return stricter(theirs as Label, mine as Label);
};

const differing = (incoming: PlanRecord, local: PlanRecord, field: string, sides: Sides): ReviewField | undefined => {
  const [theirsOf, mineOf]: [Fields, Fields] = [incoming, local];
  const theirs = theirsOf[field] ?? null;
  const mine = mineOf[field] ?? null;
  const theirsStamp = stampOfField(incoming, field);
  const mineStamp = stampOfField(local, field);
  const both = { field, mine, mineStamp, theirsStamp };
  if (isRevealed(incoming, local, field)) return { ...both, theirs, verdict: 'take' };
  if (theirsStamp === mineStamp) {
    // What was deleted and brought back says all anew: an earlier writing of the same word counts no more.
    const [theirLife, myLife] = [stampOfField(incoming, 'deleted'), stampOfField(local, 'deleted')];
    if (theirLife !== myLife) return theirLife > myLife ? { ...both, theirs, verdict: 'take' } : undefined;
  }
  const joined = theirsStamp === mineStamp ? together(incoming.kind, field, theirs, mine) : undefined;
  if (joined !== undefined) return sameValue(joined, mine) ? undefined : { ...both, theirs: joined, verdict: 'take' };
  return { ...both, theirs, verdict: verdictOf(theirsStamp, mineStamp, sides) };
};

/** Compares what the sender released with what we have; fields that were withheld from us are not compared. */
export const compareRecords = (incoming: PlanRecord, local: PlanRecord, sides: Sides): Comparison => {
  const [theirsOf, mineOf]: [Fields, Fields] = [incoming, local];
  const withheld = incoming.withheld ?? NO_FIELDS;
  const fields: ReviewField[] = [];
  const later: string[] = [];
  for (const field of contentFields(incoming, local)) {
    if (withheld.includes(field)) continue;
    if (!sameValue(theirsOf[field] ?? null, mineOf[field] ?? null)) {
      const found = differing(incoming, local, field, sides);
      if (found !== undefined) fields.push(found);
    } else if (stampOfField(incoming, field) > stampOfField(local, field)) later.push(field);
  }
  // A field without a value that is withheld no longer: the mark goes.
  for (const field of local.withheld ?? NO_FIELDS) {
    const empty = (theirsOf[field] ?? null) === null && (mineOf[field] ?? null) === null;
    if (empty && !withheld.includes(field) && !later.includes(field) && isRevealed(incoming, local, field))
      later.push(field);
  }
  return { fields, later };
};
