/** The one law of labels that holds for every step, by whatever way it comes: edits, pastes, imports, undo. */
import { isAbove, type Label } from '../../label/label.ts';
import { DEFAULT_LABELLING, type Labelling } from '../../label/policies.ts';
import { type Result, fail, ok } from '../../result.ts';
import type { PlanRecord } from '../records.ts';
import { type PlanState, recordOf } from '../state.ts';
import type { Op } from '../step.ts';
import { titleOf } from '../title.ts';
import { labellingOf } from './effective.ts';

/** How the exercise marks once the operations are done. */
const labellingAfter = (plan: PlanState, ops: readonly Op[]): Labelling => {
  const decides = ops.findLast(({ kind, after }) => kind === 'exercise' && after !== null && 'labelling' in after);
  if (decides === undefined) return labellingOf(plan);
  return (decides.after?.['labelling'] as Labelling | null | undefined) ?? DEFAULT_LABELLING;
};

/** The label that an operation brings in: written by it, or of a record that it brings back. */
const labelOf = (plan: PlanState, { kind, id, after }: Op): Label | undefined => {
  if (after === null || after['deleted'] === true) return undefined;
  const own = after['label'] as Label | null | undefined;
  if ('label' in after) return own ?? undefined;
  return after['deleted'] === null ? recordOf(plan, kind, id)?.label : undefined;
};

/**
 * Commands look at more (`guardOps`); this looks at nothing but the ceiling, and is asked before any step is kept.
 * Fails with LABEL_ABOVE_CEILING {what, ceiling}.
 */
export const guardCeiling = (plan: PlanState, ops: readonly Op[]): Result<null> => {
  const labelling = labellingAfter(plan, ops);
  const { ceiling } = labelling;
  if (ceiling === undefined) return ok(null);
  for (const op of ops) {
    const label = labelOf(plan, op);
    if (label !== undefined && isAbove(label, ceiling, labelling)) {
      // An operation on what is not there yet makes it, whole.
      const record = recordOf(plan, op.kind, op.id) ?? (op.after as unknown as PlanRecord);
      return fail('LABEL_ABOVE_CEILING', { what: titleOf(record), ceiling: ceiling.classification });
    }
  }
  return ok(null);
};
