/**
 * An import never weakens the label's caveat or releasability of another nation (DOCTRINE C16: originator control is never
 * weakened by merging). A record is protected by a label that somebody other than the sender answers for: its own, where
 * the sender does not own the record, or the one it inherits from such a record. What comes in can only add to it; to
 * lower it is an edit of the owner's.
 *
 * The label of the exercise is no nation's caveat but the default of all: the sender may mark its own records otherwise.
 * Whatever breaks a chain of inheritance is a change of a record in it, so protecting each changed record protects all
 * that inherit through it, without a change of anybody else's record.
 *
 * The same holds for national caveats, what a nation's units may not do: whoever keeps the record, only the nation itself
 * takes away what binds its units. They are inherited from superiors and the nation, and are written out likewise.
 */
import { type Label, isWeaker, stricter } from '../../label/label.ts';
import { type EffectiveLabel, effectiveLabel, labellingOf } from '../label/effective.ts';
import { caveatsBinding } from '../caveat/bites.ts';
import type { Caveat } from '../caveat/schema.ts';
import type { Kind, PlanRecord } from '../records.ts';
import { type PlanState, mapOf, recordOf } from '../state.ts';
import type { Fields, Op } from '../step.ts';
import { sameValue } from '../sameValue.ts';

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

/** The label below which an import by `originator` must not bring a record; undefined where its word alone counts. */
export const floorOf = (plan: PlanState, record: PlanRecord, originator: string): Label | undefined => {
  const { label, origin }: EffectiveLabel = effectiveLabel(plan, record);
  if (record.owner !== originator) return label;
  return origin === undefined || origin.kind === 'exercise' || origin.owner === originator ? undefined : label;
};

/** The label that comes in, made no weaker than the floor. */
export const raised = (plan: PlanState, label: Label, floor: Label): Label => {
  if (!isWeaker(label, floor)) return label;
  const joined = stricter(label, floor, labellingOf(plan));
  // Where both caveats do not fit into one line, the one that is here stays as it is.
  return isWeaker(joined, floor) && floor.caveat !== undefined ? { ...joined, caveat: floor.caveat } : joined;
};

const NO_CAVEATS: readonly Caveat[] = [];

/** What binds a unit, or all units of a nation. */
const bindingOf = (plan: PlanState): ((record: PlanRecord) => readonly Caveat[]) => {
  const ofUnit = caveatsBinding(plan);
  return (record) =>
    record.kind === 'unit'
      ? ofUnit(record)
      : record.kind === 'participant'
        ? (record.caveats ?? NO_CAVEATS)
        : NO_CAVEATS;
};

/** Whether the units that a record is, or stands for, are the sender's own: then its word about them counts. */
const isOfNation = (plan: PlanState, record: PlanRecord, nation: string): boolean => {
  const participant = record.kind === 'unit' ? plan.participant.get(record.participant) : record;
  return participant?.kind === 'participant' && participant.code === nation;
};

const missingIn = (caveats: readonly Caveat[], floor: readonly Caveat[]): readonly Caveat[] =>
  floor.filter((kept) => !caveats.some((caveat) => caveat.id === kept.id && sameValue(caveat, kept)));

/** Most caveats of one record (`caveatsSchema`). */
const MOST = 50;

const joined = (caveats: readonly Caveat[], missing: readonly Caveat[]): readonly Caveat[] => {
  const ids = new Set(missing.map(({ id }) => id));
  return [...missing, ...caveats.filter(({ id }) => !ids.has(id))].slice(0, MOST);
};

/** A record's own caveats as they come in, with those that the sender may not take away; the same when all are there. */
export const keptCaveats = (
  plan: PlanState,
  mine: PlanRecord,
  caveats: readonly Caveat[] | null,
  originator: string,
): readonly Caveat[] | null => {
  if ((mine.kind !== 'unit' && mine.kind !== 'participant') || isOfNation(plan, mine, originator)) return caveats;
  const missing = missingIn(caveats ?? NO_CAVEATS, mine.caveats ?? NO_CAVEATS);
  return missing.length === 0 ? caveats : joined(caveats ?? NO_CAVEATS, missing);
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

/** What has to be written out on a record, so that it stays as protected as it was. */
const writtenOut = (mine: PlanRecord, theirs: PlanRecord, sides: Sides): Fields => {
  const { plan, next, originator } = sides;
  const floor = floorOf(plan, mine, originator);
  const { label } = effectiveLabel(next, theirs);
  const fields: Record<string, unknown> = {};
  if (floor !== undefined && isWeaker(label, floor)) fields['label'] = raised(plan, label, floor);
  if ((theirs.kind === 'unit' || theirs.kind === 'participant') && !isOfNation(plan, mine, originator)) {
    const missing = missingIn(sides.boundAfter(theirs), sides.boundBefore(mine));
    if (missing.length > 0) fields['caveats'] = joined(theirs.caveats ?? NO_CAVEATS, missing);
  }
  return fields;
};

/**
 * The same operations, with label and caveats written out on every record that would otherwise lose the protection it
 * has now. The stamps stay those of the sender: two labels under one stamp are brought together as the stricter one
 * (`compare.ts`), so that every plan ends alike.
 */
export const protectedOps = (plan: PlanState, ops: readonly Op[], originator: string): readonly Op[] => {
  if (!ops.some(touches)) return ops;
  const next = preview(plan, ops);
  const sides: Sides = { plan, next, originator, boundBefore: bindingOf(plan), boundAfter: bindingOf(next) };
  return ops.map((op) => {
    if (op.before === null || op.after === null || !touches(op)) return op;
    const mine = recordOf(plan, op.kind, op.id);
    const theirs = recordOf(next, op.kind, op.id);
    if (mine === undefined || theirs === undefined) return op;
    const after = writtenOut(mine, theirs, sides);
    const fields = Object.keys(after);
    if (fields.length === 0) return op;
    const current: Fields = mine;
    const before = Object.fromEntries(fields.map((field) => [field, current[field] ?? null]));
    return { ...op, before: { ...op.before, ...before }, after: { ...op.after, ...after } };
  });
};
