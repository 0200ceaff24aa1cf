/** Which label a record has: its own, or that of what it belongs to, up the tree to the exercise. */
import { type Label, TRAINING_LABEL } from '../../label/label.ts';
import { DEFAULT_LABELLING, type Labelling } from '../../label/policies.ts';
import type { PlanRecord } from '../records.ts';
import { type PlanState, exerciseOf, recordOf } from '../state.ts';

export interface EffectiveLabel {
  readonly label: Label;
  /** The record that the label stands on; undefined where nothing has one. */
  readonly origin: PlanRecord | undefined;
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

const climb = (
  plan: PlanState,
  record: PlanRecord,
  known: Map<string, EffectiveLabel>,
  path: Set<string>,
): EffectiveLabel => {
  const found = known.get(record.id);
  if (found !== undefined) return found;
  const exercise = exerciseOf(plan);
  const top: EffectiveLabel = { label: exercise?.label ?? TRAINING_LABEL, origin: exercise };
  if (record.label !== undefined) return { label: record.label, origin: record };
  // A ring of units or phases can come in with a bundle: what closes it is passed over.
  path.add(record.id);
  const next = above(plan, record);
  const result = next === undefined || path.has(next.id) ? top : climb(plan, next, known, path);
  known.set(record.id, result);
  return result;
};

/** The label of one record, and where it comes from. */
export const effectiveLabel = (plan: PlanState, record: PlanRecord): EffectiveLabel =>
  climb(plan, record, new Map(), new Set());

/** The same for many records of one plan: what they share is looked up once. */
export const effectiveLabels = (plan: PlanState): ((record: PlanRecord) => EffectiveLabel) => {
  const known = new Map<string, EffectiveLabel>();
  return (record) => climb(plan, record, known, new Set());
};

/** What a record would have without a label of its own. */
export const inheritedLabel = (plan: PlanState, record: PlanRecord): EffectiveLabel => {
  const { label: _own, ...bare } = record;
  return climb(plan, bare as PlanRecord, new Map(), new Set());
};
