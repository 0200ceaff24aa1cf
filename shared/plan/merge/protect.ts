/**
 * An import never weakens the label's caveat or releasability of another nation (DOCTRINE C16: originator control is never
 * weakened by merging). A record is protected by a label that somebody other than the sender answers for: its own, where
 * the sender does not own the record, or the one it inherits from such a record. What comes in can only add to it; to
 * lower it is an edit of the owner's.
 *
 * What an owner says of its own record is taken as it says it, so that every plan ends with the same records. Where
 * the record would lose the protection of another nation by that, this plan retains it beside the owner's word
 * (`retained.ts`), until a later word of the owner about the label itself. A proposal that a person takes into a record
 * of ours is a word of ours from then on, and is made as strict as what stands here before it is shown.
 *
 * The label of the exercise is no nation's caveat but the default of all: the sender may mark its own records otherwise.
 * Whatever breaks a chain of inheritance is a change of a record in it, or a new record that closes a gap in it, so
 * protecting these protects all that inherit through them.
 *
 * The same holds for national caveats, what a nation's units may not do: whoever keeps the record, only the nation itself
 * takes away what binds its units. They are inherited from superiors and the nation, and are retained likewise.
 */
import { type Label, atLeast, isWeaker } from '../../label/label.ts';
import type { Stamp } from '../../time/clock.ts';
import { effectiveLabel, joinRetained, labellingOf } from '../label/effective.ts';
import { caveatsBinding } from '../caveat/bites.ts';
import { ownCaveats, withCaveats } from '../caveat/join.ts';
import type { Caveat } from '../caveat/schema.ts';
import type { Kind, PlanRecord } from '../records.ts';
import { type Retained, type RetainedLabel, type Source, SOURCE_TITLE, joinSources, withParts } from '../retained.ts';
import { type PlanState, mapOf, recordOf } from '../state.ts';
import type { Fields, Op } from '../step.ts';
import { sameValue } from '../sameValue.ts';
import { titleOf } from '../title.ts';
import { stampOfField } from './compare.ts';

/** Fields through which a record inherits its label and caveats, and these themselves. */
const INHERITANCE: ReadonlySet<string> = new Set([
  'label',
  'caveats',
  'deleted',
  'parent',
  'participant',
  'phase',
  'from',
  'activity',
]);

type Floor = Omit<RetainedLabel, 'since'>;

const sourceOf = (record: PlanRecord): Source => ({
  nation: record.owner,
  title: titleOf(record).slice(0, SOURCE_TITLE),
});

/** What protects a record from above by the word of another nation than the originator; what is retained on it stays. */
const floorFromAbove = (plan: PlanState, record: PlanRecord, originator: string): Floor | undefined => {
  const { retained: _own, ...bare } = record;
  const { label, origin, retained } = effectiveLabel(plan, bare as PlanRecord);
  if (origin !== undefined && origin.kind !== 'exercise' && origin.owner !== originator)
    return { label, from: joinSources([sourceOf(origin)], retained?.from ?? []) };
  return retained?.from.some(({ nation }) => nation !== originator) === true ? retained : undefined;
};

/** The label below which an import by `originator` must not bring a record; undefined where its word alone counts. */
export const floorOf = (plan: PlanState, record: PlanRecord, originator: string): Floor | undefined => {
  if (record.owner === originator) return floorFromAbove(plan, record, originator);
  const { label, origin, retained } = effectiveLabel(plan, record);
  return { label, from: joinSources([sourceOf(origin ?? record)], retained?.from ?? []) };
};

/** The label that comes in, made no weaker than the floor. */
export const raised = (plan: PlanState, label: Label, { label: floor }: Floor): Label =>
  isWeaker(label, floor) ? atLeast(label, floor, labellingOf(plan)) : label;

const NO_CAVEATS: readonly Caveat[] = [];

/** What binds a unit, or all units of a nation. */
const bindingOf =
  (plan: PlanState) =>
  (record: PlanRecord): readonly Caveat[] => {
    // Anew for each: in a ring of units, what is known of one hangs on where the look-up began.
    if (record.kind === 'unit') return caveatsBinding(plan)(record);
    return record.kind === 'participant' ? ownCaveats(record) : NO_CAVEATS;
  };

const nationOf = (plan: PlanState, record: PlanRecord): string | undefined => {
  const participant = record.kind === 'unit' ? plan.participant.get(record.participant) : record;
  return participant?.kind === 'participant' ? participant.code : undefined;
};

/** Whether the units that a record is, or stands for, are the sender's own: then its word about them counts. */
const isOfNation = (plan: PlanState, record: PlanRecord, nation: string): boolean => nationOf(plan, record) === nation;

const missingIn = (caveats: readonly Caveat[], floor: readonly Caveat[]): readonly Caveat[] =>
  floor.filter((kept) => !caveats.some((caveat) => caveat.id === kept.id && sameValue(caveat, kept)));

/** A record's own caveats as they come in, with those that the sender may not take away; the same when all are there. */
export const keptCaveats = (
  plan: PlanState,
  mine: PlanRecord,
  caveats: readonly Caveat[] | null,
  originator: string,
): readonly Caveat[] | null => {
  if ((mine.kind !== 'unit' && mine.kind !== 'participant') || isOfNation(plan, mine, originator)) return caveats;
  const missing = missingIn(caveats ?? NO_CAVEATS, ownCaveats(mine));
  return missing.length === 0 ? caveats : withCaveats(caveats ?? NO_CAVEATS, missing);
};

/**
 * What stays retained when fields are taken. A later word of the owner about its label settles what is retained of it;
 * a proposal that is taken was made as strict as that before. About caveats only the nation has the last word.
 */
export const stillRetained = (
  plan: PlanState,
  mine: PlanRecord,
  taken: ReadonlyMap<string, { readonly stamp: Stamp }>,
  originator: string,
): Retained | undefined => {
  const { retained } = mine;
  if (retained === undefined) return undefined;
  const [label, caveats] = [taken.get('label'), taken.get('caveats')];
  const proposed = mine.owner !== originator;
  const settled: { label?: undefined; caveats?: undefined } = {};
  if (label !== undefined && (proposed || label.stamp > (retained.label?.since ?? ''))) settled.label = undefined;
  if (caveats !== undefined && (proposed || isOfNation(plan, mine, originator))) settled.caveats = undefined;
  return withParts(retained, settled);
};

const touches = ({ before, after }: Op): boolean =>
  before !== null && after !== null && Object.keys(after).some((field) => INHERITANCE.has(field));

const afterOp = (record: PlanRecord, after: Fields): PlanRecord => {
  const next: Record<string, unknown> = { ...record };
  for (const [field, value] of Object.entries(after)) {
    if (value === null || value === undefined) delete next[field];
    else next[field] = value;
  }
  return next as unknown as PlanRecord;
};

/** The plan as it would be, for looking up labels alone: nothing is validated. */
const preview = (plan: PlanState, ops: readonly Op[]): PlanState => {
  const copies = new Map<Kind, Map<string, PlanRecord>>();
  for (const { kind, id, before, after } of ops) {
    const copy = copies.get(kind) ?? new Map(mapOf(plan, kind));
    copies.set(kind, copy);
    const old = copy.get(id);
    if (after === null) copy.delete(id);
    else if (before === null) copy.set(id, after as unknown as PlanRecord);
    else if (old !== undefined) copy.set(id, afterOp(old, after));
  }
  return { ...plan, ...Object.fromEntries(copies) };
};

interface Sides {
  readonly plan: PlanState;
  readonly next: PlanState;
  readonly originator: string;
  readonly boundBefore: (record: PlanRecord) => readonly Caveat[];
  readonly boundAfter: (record: PlanRecord) => readonly Caveat[];
}

/** The records on which caveats stand that bind a unit: the unit, its superiors, its nation. */
const holdersOf = function* (plan: PlanState, record: PlanRecord): Generator<PlanRecord> {
  yield record;
  if (record.kind !== 'unit') return;
  const seen = new Set([record.id]);
  let last = record;
  for (;;) {
    const above = last.parent === undefined ? undefined : plan.unit.get(last.parent);
    if (above === undefined || seen.has(above.id)) break;
    seen.add(above.id);
    yield above;
    last = above;
  }
  const nation = plan.participant.get(last.participant);
  if (nation !== undefined) yield nation;
};

const caveatSources = (plan: PlanState, mine: PlanRecord, missing: readonly Caveat[]): readonly Source[] => {
  const nation = nationOf(plan, mine) ?? mine.owner;
  const ids = new Set(missing.map(({ id }) => id));
  return [...holdersOf(plan, mine)]
    .filter((holder) => 'caveats' in holder && holder.caveats?.some(({ id }) => ids.has(id)) === true)
    .map((holder) => ({ ...sourceOf(holder), nation }));
};

/** @param change the stamp of what takes caveats away */
const retainedCaveats = (mine: PlanRecord, theirs: PlanRecord, change: Stamp, sides: Sides): Retained['caveats'] => {
  const { plan, originator } = sides;
  const known = theirs.retained?.caveats;
  if ((theirs.kind !== 'unit' && theirs.kind !== 'participant') || isOfNation(plan, mine, originator)) return known;
  const missing = missingIn(sides.boundAfter(theirs), sides.boundBefore(mine));
  if (missing.length === 0) return known;
  const caveats = withCaveats(known?.caveats ?? NO_CAVEATS, missing);
  const since = new Map([...Object.entries(known?.since ?? {}), ...missing.map(({ id }) => [id, change] as const)]);
  return {
    caveats,
    from: joinSources(known?.from ?? [], caveatSources(plan, mine, missing)),
    since: Object.fromEntries([...since].filter(([id]) => caveats.some((each) => each.id === id))),
  };
};

/** What has to be retained on a record, so that it stays as protected as it was. @param since the stamp of what changes it */
const retainedOn = (mine: PlanRecord, theirs: PlanRecord, floor: Floor | undefined, since: Stamp, sides: Sides) => {
  const known = theirs.retained?.label;
  const weaker = floor !== undefined && isWeaker(effectiveLabel(sides.next, theirs).label, floor.label);
  const lost: RetainedLabel | undefined = weaker ? { label: floor.label, from: floor.from, since } : undefined;
  const label =
    known === undefined || lost === undefined ? (lost ?? known) : joinRetained(known, lost, labellingOf(sides.plan));
  return withParts(theirs.retained, { label, caveats: retainedCaveats(mine, theirs, since, sides) });
};

const latest = (stamps: readonly Stamp[]): Stamp => stamps.reduce((a, b) => (a > b ? a : b));

/** The stamp of what an operation changes of a record's inheritance. */
const sinceOf = ({ after }: Op, record: PlanRecord): Stamp =>
  latest([
    record.stamp,
    ...Object.keys(after ?? {})
      .filter((field) => INHERITANCE.has(field))
      .map((field) => stampOfField(record, field)),
  ]);

/** What a record names that it may inherit from. */
const superiorsOf = (record: PlanRecord): readonly (string | undefined)[] => {
  switch (record.kind) {
    case 'unit':
      return [record.parent, record.participant];
    case 'movement':
      return [record.participant];
    case 'activity':
      return [record.phase];
    case 'dependency':
      return [record.from];
    default:
      return [];
  }
};

/** Records that are here already, and the new ones that they will inherit through: they waited for these. */
const waiting = function* (plan: PlanState, ops: readonly Op[]): Generator<readonly [PlanRecord, Stamp]> {
  const created = new Map<string, Stamp>();
  for (const { id, before, after } of ops) {
    if (before !== null || after === null) continue;
    const record = after as unknown as PlanRecord;
    created.set(id, latest([record.stamp, ...Object.values(record.stamps ?? {})]));
  }
  if (created.size === 0) return;
  for (const kind of ['unit', 'movement', 'activity', 'dependency'] as const)
    for (const record of mapOf(plan, kind).values())
      for (const id of superiorsOf(record)) {
        const since = id === undefined ? undefined : created.get(id);
        if (since !== undefined) yield [record, since];
      }
};

const retainedOp = (mine: PlanRecord, retained: Retained | undefined): Op => ({
  kind: mine.kind,
  id: mine.id,
  before: { retained: mine.retained ?? null },
  after: { retained: retained ?? null },
});

/**
 * The same operations, with what has to be retained on every record that would otherwise lose the protection it has now.
 * They bring the sender's word and its stamps unchanged, so that every plan ends alike.
 */
export const protectedOps = (plan: PlanState, ops: readonly Op[], originator: string): readonly Op[] => {
  const waited = new Map([...waiting(plan, ops)].map(([record, since]) => [record.id, { record, since }]));
  if (waited.size === 0 && !ops.some(touches)) return ops;
  const next = preview(plan, ops);
  const sides: Sides = { plan, next, originator, boundBefore: bindingOf(plan), boundAfter: bindingOf(next) };
  const kept = ops.map((op) => {
    if (op.before === null || op.after === null || op.kind === 'exercise' || !touches(op)) return op;
    const mine = recordOf(plan, op.kind, op.id);
    const theirs = recordOf(next, op.kind, op.id);
    if (mine === undefined || theirs === undefined) return op;
    waited.delete(op.id);
    const retained = retainedOn(mine, theirs, floorOf(plan, mine, originator), sinceOf(op, theirs), sides);
    if (sameValue(retained, theirs.retained)) return op;
    const { before, after } = retainedOp(mine, retained);
    return { ...op, before: { ...op.before, ...before }, after: { ...op.after, ...after } };
  });
  const more = [...waited.values()].flatMap(({ record, since }) => {
    const theirs = recordOf(next, record.kind, record.id) ?? record;
    const retained = retainedOn(record, theirs, floorFromAbove(plan, record, originator), since, sides);
    return sameValue(retained, theirs.retained) ? [] : [retainedOp(record, retained)];
  });
  return more.length === 0 ? kept : [...kept, ...more];
};
