/** The marking that what stands on a sheet needs: the roll-up over every record that is named on it (DOCTRINE C16). */
import { type Label, TRAINING_LABEL, rollUp } from '../label/label.ts';
import type { Labelling } from '../label/policies.ts';
import { effectiveLabels, labellingOf } from '../plan/label/effective.ts';
import type { PlanRecord } from '../plan/records.ts';
import { type PlanState, exerciseOf } from '../plan/state.ts';

export interface Marker {
  readonly labelling: Labelling;
  /** Roll-up over records, and over the exercise, whose name is on every sheet. */
  readonly over: (records: Iterable<PlanRecord | undefined>) => Label;
}

export const markerOf = (plan: PlanState): Marker => {
  const labelling = labellingOf(plan);
  const effective = effectiveLabels(plan);
  const own = exerciseOf(plan)?.label ?? TRAINING_LABEL;
  return {
    labelling,
    over: (records) => {
      const labels = new Set<Label>([own]);
      for (const record of records) if (record !== undefined) labels.add(effective(record).label);
      return rollUp(labels, own, labelling);
    },
  };
};
