/**
 * From a review and a person's decisions to one step. What is taken keeps the stamps of those who wrote it.
 *
 * That holds for a proposal to our own record too: value and stamp are the proposer's, the owner stays (unless the value
 * that we had was written later: then it is our choice). When our
 * bundle comes back to the proposer, the field's stamp is the one it already has, so there is nothing to decide; and a
 * third nation, which has our older stamp, takes it as our word. A fresh stamp of ours would also converge, but the
 * proposer would have to take back its own words as ours first.
 */
import { type Result, fail, ok } from '../../result.ts';
import { META_FIELDS } from '../base.ts';
import { type Stamp, stampAuthor, stampCounter, stampMs, stampOf, tick } from '../../time/clock.ts';
import { type Work, PIECE, finish } from '../../work.ts';
import type { PlanRecord } from '../records.ts';
import type { Fields, Op, StepDraft } from '../step.ts';
import { sameValue } from '../sameValue.ts';
import { type ReviewField, stampOfField } from './compare.ts';
import { protectedOps, stillRetained } from './protect.ts';
import type { Retained } from '../retained.ts';
import type { Review, ReviewEntry } from './review.ts';

/** `take` for all of an entry, or the names of the fields to take; a missing decision leaves everything as it is. */
export type Decision = 'take' | readonly string[];
/** By the key of the entry. */
export type Decisions = ReadonlyMap<string, Decision>;

export const ACCEPT_WORDS = ['none', 'own', 'all'] as const;
export type AcceptWord = (typeof ACCEPT_WORDS)[number];

/**
 * Never taken from a proposal in bulk: who answers for our record, to whom it may go, what our nation forbids, how our
 * exercise marks, and whether two persons have to release.
 */
const GUARDED: ReadonlySet<string> = new Set(['owner', 'label', 'caveats', 'labelling', 'twoPersonRelease']);

const fieldsToTake = (entry: ReviewEntry, wanted: (field: ReviewField) => boolean): Decision =>
  entry.whole ? 'take' : entry.fields.filter(wanted).map(({ field }) => field);

/** Whether something in it is a person's to choose by itself, whatever is chosen in bulk. */
export const isGuarded = (entry: ReviewEntry): boolean =>
  entry.class === 'proposal' &&
  entry.takeable &&
  entry.fields.some(({ verdict, field }) => verdict !== 'known' && GUARDED.has(field));

const decideEntry = (entry: ReviewEntry, word: AcceptWord): Decision | undefined => {
  if (!entry.takeable || word === 'none') return undefined;
  switch (entry.class) {
    case 'new':
    case 'changed':
    case 'deleted':
      return fieldsToTake(entry, ({ verdict }) => verdict === 'take');
    case 'conflict':
      if (word === 'own') return entry.whole ? undefined : fieldsToTake(entry, ({ verdict }) => verdict === 'take');
      return fieldsToTake(entry, ({ verdict }) => verdict !== 'known');
    case 'proposal':
      return word === 'own'
        ? undefined
        : fieldsToTake(entry, ({ verdict, field }) => verdict !== 'known' && !GUARDED.has(field));
    case 'same':
      return entry.whole ? 'take' : [];
    case 'hearsay':
      return undefined;
  }
};

/** What a word means for some entries, as work that can be laid down between them. */
export const deciding = function* (entries: readonly ReviewEntry[], word: AcceptWord): Work<Decisions> {
  const decisions = new Map<string, Decision>();
  for (const [index, entry] of entries.entries()) {
    if (index % PIECE === 0) yield index;
    const decision = decideEntry(entry, word);
    if (decision === undefined) continue;
    // An entry of which no field is taken only counts where it brings a later stamp.
    if (decision === 'take' || decision.length > 0 || entry.later.length > 0) decisions.set(entry.key, decision);
  }
  return decisions;
};

/**
 * The decisions behind `--accept`: `own` takes the originator's word about its own records and leaves what is in
 * conflict; `all` takes proposals and, in conflicts, their side too.
 */
export const decideAll = (review: Review, word: AcceptWord): Decisions => finish(deciding(review.entries, word));

/** The operation that makes one record the other, bookkeeping included, so that its inverse restores it exactly. */
const becomeOp = (mine: PlanRecord, whole: Fields, retained: Retained | undefined): Op | undefined => {
  const current: Fields = mine;
  // What is retained is our own memory: a word of others does not have it.
  const next: Fields = { ...whole, retained };
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(current), ...Object.keys(next)])) {
    if (sameValue(current[field], next[field])) continue;
    before[field] = current[field] ?? null;
    after[field] = next[field] ?? null;
  }
  return Object.keys(after).length === 0 ? undefined : { kind: mine.kind, id: mine.id, before, after };
};

interface Taken {
  readonly stamp: Stamp;
  readonly value: unknown;
}

const withTaken = (mine: PlanRecord, taken: ReadonlyMap<string, Taken>): Fields => {
  const next: Record<string, unknown> = { ...mine };
  const stamps: Record<string, Stamp> = { ...mine.stamps };
  for (const [field, { stamp, value }] of taken) {
    next[field] = value;
    if (stamp === mine.stamp) delete stamps[field];
    else stamps[field] = stamp;
  }
  if (Object.keys(stamps).length === 0) delete next['stamps'];
  else next['stamps'] = stamps;
  const withheld = (mine.withheld ?? []).filter((field) => !taken.has(field));
  if (withheld.length === 0) delete next['withheld'];
  else next['withheld'] = withheld;
  return next;
};

/** The stamp that its author would give next: later than it, and than whatever the author had seen. */
const stampAfter = (stamp: Stamp): Stamp =>
  stampOf(tick({ author: stampAuthor(stamp), ms: stampMs(stamp), counter: stampCounter(stamp) }, 0));

/**
 * A deletion or return that a person chose although it was not the newer one. Its stamp has to say so, later than what
 * it overrules: else a third plan would keep whichever of the two came to it first.
 */
const overruling = (mine: PlanRecord, theirs: PlanRecord): PlanRecord => {
  const chosen = stampOfField(theirs, 'deleted');
  const overruled =
    theirs.deleted === true
      ? [mine.stamp, ...Object.values(mine.stamps ?? {})].reduce((a, b) => (a > b ? a : b))
      : stampOfField(mine, 'deleted');
  if (chosen > overruled || mine.deleted === theirs.deleted) return theirs;
  return { ...theirs, stamps: { ...theirs.stamps, deleted: stampAfter(overruled) } };
};

/**
 * A version of a record of ours that we chose in the place of its tombstone, although it does not know of all that we
 * had written: what it has otherwise is our choice, and later than what it overrules.
 */
const returning = (mine: PlanRecord, theirs: PlanRecord): PlanRecord => {
  const [old, next]: [Fields, Fields] = [mine, theirs];
  const stamps: Record<string, Stamp> = { ...theirs.stamps };
  for (const field of new Set([...Object.keys(old), ...Object.keys(next), ...Object.keys(mine.stamps ?? {})])) {
    if (META_FIELDS.has(field) || field === 'deleted') continue;
    const overruled = stampOfField(mine, field);
    if (overruled <= stampOfField(theirs, field)) continue;
    stamps[field] = sameValue(old[field] ?? null, next[field] ?? null) ? overruled : stampAfter(overruled);
  }
  return Object.keys(stamps).length === 0 ? theirs : { ...theirs, stamps };
};

/** A deletion or return of a record of ours, as we chose it. */
const ourChoice = (mine: PlanRecord, chosen: PlanRecord, originator: string): PlanRecord => {
  if (chosen.deleted !== true) return returning(mine, chosen);
  if (originator === mine.owner) return chosen;
  // Somebody else proposed it: what is deleted is our record, as if we had done it.
  return { ...mine, deleted: true, stamps: { ...mine.stamps, deleted: stampOfField(chosen, 'deleted') } };
};

/**
 * The stamp of a field that is taken: the one it came with. Where the owner chose a value that is not the newer one, its
 * stamp has to say so, as with a deletion; a choice about somebody else's record stays here and waits for its owner's.
 */
const chosenStamp = ({ verdict, theirsStamp, mineStamp }: ReviewField, isOurs: boolean): Stamp =>
  verdict === 'concurrent' && isOurs && theirsStamp < mineStamp ? stampAfter(mineStamp) : theirsStamp;

const opOf = (
  entry: ReviewEntry,
  decision: Decision,
  { plan, originator, me }: Pick<Review, 'plan' | 'originator' | 'me'>,
): Result<Op | undefined> => {
  const { mine, theirs, kind, id } = entry;
  if (entry.whole) {
    if (decision !== 'take') return fail('REVIEW_WHOLE', { kind, id });
    const chosen = mine === undefined ? theirs : overruling(mine, theirs);
    const whole = mine === undefined || mine.owner !== me ? chosen : ourChoice(mine, chosen, originator);
    return ok(mine === undefined ? { kind, id, before: null, after: whole } : becomeOp(mine, whole, mine.retained));
  }
  if (mine === undefined) return ok(undefined);
  const named = new Map(entry.fields.map((field) => [field.field, field]));
  const wanted =
    decision === 'take'
      ? entry.fields.filter(({ verdict }) => verdict !== 'known').map(({ field }) => field)
      : decision;
  const taken = new Map<string, Taken>();
  for (const field of entry.later)
    taken.set(field, { stamp: theirs.stamps?.[field] ?? theirs.stamp, value: (theirs as Fields)[field] });
  for (const name of wanted) {
    const field = named.get(name);
    if (field === undefined || field.verdict === 'known') return fail('REVIEW_FIELD', { kind, id, field: name });
    taken.set(name, { stamp: chosenStamp(field, mine.owner === me), value: field.theirs ?? undefined });
  }
  return ok(becomeOp(mine, withTaken(mine, taken), stillRetained(plan, mine, taken, originator)));
};

/** `acceptReview` as work that can be laid down between records. */
export const accepting = function* (review: Review, decisions: Decisions): Work<Result<StepDraft>> {
  const ops: Op[] = [];
  for (const [index, entry] of review.entries.entries()) {
    if (index % PIECE === 0) yield index;
    const decision = decisions.get(entry.key);
    if (decision === undefined || (decision !== 'take' && decision.length === 0 && entry.later.length === 0)) continue;
    if (entry.blocked !== undefined) return fail(entry.blocked, { what: entry.title });
    if (!entry.takeable) return fail('REVIEW_NOT_TAKEABLE', { kind: entry.kind, id: entry.id });
    const op = opOf(entry, decision, review);
    if (!op.ok) return op;
    if (op.value !== undefined) ops.push(op.value);
  }
  yield review.entries.length;
  return ok({
    label: { key: 'review.step', params: { originator: review.originator } },
    ops: protectedOps(review.plan, ops, review.originator),
  });
};

/**
 * One step that takes what was decided; commit it with the source `import`. It has no operations when there is
 * nothing to take. References to records that were not taken are allowed: a check reports them.
 * @returns LABEL_ABOVE_CEILING {what} (marked higher than the exercise allows), REVIEW_NOT_TAKEABLE (somebody else's record, or hearsay), REVIEW_WHOLE (fields of a new or deleted record
 *   cannot be taken one by one), REVIEW_FIELD (no such field in the entry, or superseded); each with kind and id.
 */
export const acceptReview = (review: Review, decisions: Decisions): Result<StepDraft> =>
  finish(accepting(review, decisions));
