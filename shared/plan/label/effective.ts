/** Which label a record has: its own, or that of what it belongs to, up the tree to the exercise. */
import { type Label, TRAINING_LABEL, atLeast } from '../../label/label.ts';
import { DEFAULT_LABELLING, type Labelling } from '../../label/policies.ts';
import { ownCaveats } from '../caveat/join.ts';
import type { PlanRecord } from '../records.ts';
import { type RetainedLabel, joinSources } from '../retained.ts';
import { type PlanState, exerciseOf, recordOf } from '../state.ts';

export interface EffectiveLabel {
  readonly label: Label;
  /** The record that the label stands on; undefined where nothing has one. */
  readonly origin: PlanRecord | undefined;
  /** What the plan retains of it, on the record or on what it inherits through; the label is as strict as this too. */
  readonly retained?: RetainedLabel;
}

export const labellingOf = (plan: PlanState): Labelling => exerciseOf(plan)?.labelling ?? DEFAULT_LABELLING;

/** What a record belongs to, as far as labels are concerned; the exercise stands above all that belongs to nothing. */
const above = (plan: PlanState, record: PlanRecord): PlanRecord | undefined => {
  switch (record.kind) {
    case 'exercise':
      return undefined;
    case 'unit':
      return (
        (record.parent === undefined ? undefined : recordOf(plan, 'unit', record.parent)) ??
        recordOf(plan, 'participant', record.participant)
      );
    case 'movement':
      return recordOf(plan, 'participant', record.participant);
    case 'activity':
      return record.phase === undefined ? undefined : recordOf(plan, 'activity', record.phase);
    case 'dependency':
      return recordOf(plan, 'activity', record.from) ?? recordOf(plan, 'movement', record.from);
    case 'agreement':
    case 'anchor':
    case 'baseline':
    case 'participant':
    case 'location':
    case 'profile':
      return undefined;
  }
};

/** Two memories as one. */
export const joinRetained = (a: RetainedLabel, b: RetainedLabel, labelling: Labelling): RetainedLabel => ({
  label: atLeast(a.label, b.label, labelling),
  from: joinSources(a.from, b.from),
  since: a.since > b.since ? a.since : b.since,
});

const withRetained = (plan: PlanState, found: EffectiveLabel, own: RetainedLabel): EffectiveLabel => {
  const labelling = labellingOf(plan);
  const retained = found.retained === undefined ? own : joinRetained(found.retained, own, labelling);
  return { label: atLeast(found.label, retained.label, labelling), origin: found.origin, retained };
};

/** A plan with what was found on the way: the labels of what others inherit from, and the one above all. */
interface Tree {
  readonly plan: PlanState;
  readonly top: EffectiveLabel;
  readonly known: Map<string, EffectiveLabel>;
}

const treeOf = (plan: PlanState): Tree => {
  const exercise = exerciseOf(plan);
  return { plan, top: { label: exercise?.label ?? TRAINING_LABEL, origin: exercise }, known: new Map() };
};

const over = ({ plan }: Tree, base: EffectiveLabel, { retained }: PlanRecord): EffectiveLabel =>
  retained?.label === undefined ? base : withRetained(plan, base, retained.label);

const byId = (a: PlanRecord, b: PlanRecord): number => (a.id < b.id ? -1 : 1);

/**
 * A ring of units or phases can come in with a bundle. Nothing in it stands above the rest: each has what the plan
 * retains on any of them, wherever one comes in.
 */
const closeRing = (tree: Tree, ring: readonly PlanRecord[]): EffectiveLabel => {
  const shared = ring.toSorted(byId).reduce((base, member) => over(tree, base, member), tree.top);
  for (const { id } of ring) tree.known.set(id, shared);
  return shared;
};

/** The label of a record that others belong to. In a loop, as a bundle may stack as many units as it has records. */
const lookUp = (tree: Tree, first: PlanRecord): EffectiveLabel => {
  const path = new Map<string, PlanRecord>();
  let found: EffectiveLabel | undefined;
  for (let record: PlanRecord | undefined = first; found === undefined; ) {
    if (record === undefined) found = tree.top;
    else if (path.has(record.id)) {
      const steps = [...path.values()];
      const ring = steps.slice(steps.indexOf(record));
      for (const { id } of ring) path.delete(id);
      found = closeRing(tree, ring);
    } else {
      found = tree.known.get(record.id);
      if (found !== undefined) break;
      path.set(record.id, record);
      if (record.label === undefined) record = above(tree.plan, record);
      else found = { label: record.label, origin: record };
    }
  }
  for (const record of [...path.values()].toReversed()) {
    found = over(tree, found, record);
    tree.known.set(record.id, found);
  }
  return found;
};

const inherited = (tree: Tree, record: PlanRecord): EffectiveLabel => {
  const next = above(tree.plan, record);
  return next === undefined ? tree.top : (tree.known.get(next.id) ?? lookUp(tree, next));
};

const labelIn = (tree: Tree, record: PlanRecord): EffectiveLabel =>
  over(tree, record.label === undefined ? inherited(tree, record) : { label: record.label, origin: record }, record);

/** The label of one record, and where it comes from. */
export const effectiveLabel = (plan: PlanState, record: PlanRecord): EffectiveLabel => labelIn(treeOf(plan), record);

/** The same for many records of one plan: what they share is looked up once. */
export const effectiveLabels = (plan: PlanState): ((record: PlanRecord) => EffectiveLabel) => {
  const tree = treeOf(plan);
  return (record) => labelIn(tree, record);
};

/** What a record would have without a label of its own, and without what is retained on it. */
export const inheritedLabel = (plan: PlanState, record: PlanRecord): EffectiveLabel => {
  const tree = treeOf(plan);
  // In a ring it would come upon itself.
  tree.known.set(record.id, tree.top);
  return inherited(tree, record);
};

/** A record with what is retained on it as values of its own: as its copies have it. */
export const writtenOut = <R extends PlanRecord>(plan: PlanState, record: R): R => {
  const { retained, ...bare } = record;
  if (retained === undefined) return record;
  return {
    ...bare,
    ...(retained.label === undefined ? {} : { label: effectiveLabel(plan, record).label }),
    ...(retained.caveats === undefined ? {} : { caveats: ownCaveats(record) }),
  } as R;
};
