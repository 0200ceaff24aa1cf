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

const climb = (
  plan: PlanState,
  record: PlanRecord,
  known: Map<string, EffectiveLabel>,
  path: Set<string>,
): EffectiveLabel => {
  const found = known.get(record.id);
  if (found !== undefined) return found;
  const own = record.retained?.label;
  if (record.label !== undefined && own === undefined) return { label: record.label, origin: record };
  const base =
    record.label === undefined ? inherited(plan, record, known, path) : { label: record.label, origin: record };
  const result = own === undefined ? base : withRetained(plan, base, own);
  known.set(record.id, result);
  return result;
};

const inherited = (
  plan: PlanState,
  record: PlanRecord,
  known: Map<string, EffectiveLabel>,
  path: Set<string>,
): EffectiveLabel => {
  // A ring of units or phases can come in with a bundle: what closes it is passed over.
  path.add(record.id);
  const next = above(plan, record);
  if (next !== undefined && !path.has(next.id)) return climb(plan, next, known, path);
  const exercise = exerciseOf(plan);
  return { label: exercise?.label ?? TRAINING_LABEL, origin: exercise };
};

/** The label of one record, and where it comes from. */
export const effectiveLabel = (plan: PlanState, record: PlanRecord): EffectiveLabel =>
  climb(plan, record, new Map(), new Set());

/** The same for many records of one plan: what they share is looked up once. */
export const effectiveLabels = (plan: PlanState): ((record: PlanRecord) => EffectiveLabel) => {
  const known = new Map<string, EffectiveLabel>();
  return (record) => climb(plan, record, known, new Set());
};

/** What a record would have without a label of its own, and without what is retained on it. */
export const inheritedLabel = (plan: PlanState, record: PlanRecord): EffectiveLabel =>
  inherited(plan, record, new Map(), new Set());

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
