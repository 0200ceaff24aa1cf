/**
 * An import never weakens the caveat or releasability of another nation (DOCTRINE C16: originator control is never
 * weakened by merging). A record is protected by a label that somebody other than the sender answers for: its own, where
 * the sender does not own the record, or the one it inherits from such a record. What comes in can only add to it; to
 * lower it is an edit of the owner's.
 *
 * The label of the exercise is no nation's caveat but the default of all: the sender may mark its own records otherwise.
 * Whatever breaks a chain of inheritance is a change of a record in it, so protecting each changed record protects all
 * that inherit through it, without a change of anybody else's record.
 */
import { type Label, isWeaker, stricter } from '../../label/label.ts';
import { type EffectiveLabel, effectiveLabel, labellingOf } from '../label/effective.ts';
import type { Kind, PlanRecord } from '../records.ts';
import { type PlanState, mapOf, recordOf } from '../state.ts';
import type { Fields, Op } from '../step.ts';

/** Fields through which a record inherits its label, and the label itself. */
const INHERITANCE: ReadonlySet<string> = new Set(['label', 'deleted', 'parent', 'participant', 'phase', 'from']);

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

/**
 * The same operations, with the label written out on every record that would otherwise lose the protection it has now.
 * The stamps stay those of the sender: two values under one stamp are brought together as the stricter one
 * (`compare.ts`), so that every plan ends alike.
 */
export const protectedOps = (plan: PlanState, ops: readonly Op[], originator: string): readonly Op[] => {
  if (!ops.some(touches)) return ops;
  const next = preview(plan, ops);
  return ops.map((op) => {
    const mine = touches(op) ? recordOf(plan, op.kind, op.id) : undefined;
    const theirs = mine === undefined ? undefined : recordOf(next, op.kind, op.id);
    if (mine === undefined || theirs === undefined || op.before === null || op.after === null) return op;
    const floor = floorOf(plan, mine, originator);
    if (floor === undefined) return op;
    const { label } = effectiveLabel(next, theirs);
    if (!isWeaker(label, floor)) return op;
    const kept = raised(plan, label, floor);
    return {
      ...op,
      before: { ...op.before, label: mine.label ?? null },
      after: { ...op.after, label: kept },
    };
  });
};
