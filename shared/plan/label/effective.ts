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

/** @param path the records that the way up has come through. */
const climb = (tree: Tree, record: PlanRecord, path: Set<string>): EffectiveLabel => {
  const own = record.retained?.label;
  const base = record.label === undefined ? inherited(tree, record, path) : { label: record.label, origin: record };
  return own === undefined ? base : withRetained(tree.plan, base, own);
};

const inherited = (tree: Tree, record: PlanRecord, path: Set<string>): EffectiveLabel => {
  const next = above(tree.plan, record);
  if (next === undefined) return tree.top;
  const found = tree.known.get(next.id);
  if (found !== undefined) return found;
  // A ring of units or phases can come in with a bundle: what closes it is passed over.
  path.add(record.id);
  if (path.has(next.id)) return tree.top;
  const result = climb(tree, next, path);
  tree.known.set(next.id, result);
  return result;
};

/** The label of one record, and where it comes from. */
export const effectiveLabel = (plan: PlanState, record: PlanRecord): EffectiveLabel =>
  climb(treeOf(plan), record, new Set());

/** The same for many records of one plan: what they share is looked up once. */
export const effectiveLabels = (plan: PlanState): ((record: PlanRecord) => EffectiveLabel) => {
  const tree = treeOf(plan);
  const path = new Set<string>();
  return (record) => {
    // Clearing an empty set would make it a new table, for each of many records.
    if (path.size > 0) path.clear();
    return climb(tree, record, path);
  };
};

/** What a record would have without a label of its own, and without what is retained on it. */
export const inheritedLabel = (plan: PlanState, record: PlanRecord): EffectiveLabel =>
  inherited(treeOf(plan), record, new Set());

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
