/** The one law of labels that holds for every step, by whatever way it comes: edits, pastes, imports, undo. */
import { isAbove, type Label } from '../../label/label.ts';
import { DEFAULT_LABELLING, type Labelling } from '../../label/policies.ts';
import { type Result, fail, ok } from '../../result.ts';
import type { PlanRecord } from '../records.ts';
import type { Retained } from '../retained.ts';
import { type PlanState, allRecords, recordOf } from '../state.ts';
import type { Op, StepSource } from '../step.ts';
import { titleOf } from '../title.ts';
import { labellingOf } from './effective.ts';

/** How the exercise marks after the operations; undefined where they say nothing about it. */
export const labellingIn = (ops: readonly Op[]): Labelling | undefined => {
  const decides = ops.findLast(({ kind, after }) => kind === 'exercise' && after !== null && 'labelling' in after);
  if (decides === undefined) return undefined;
  return (decides.after?.['labelling'] as Labelling | null | undefined) ?? DEFAULT_LABELLING;
};

/**
 * The label that an operation brings in: written by it, or of a record that it brings back.
 * @param standing the label that the record has as a tombstone, asked only where it counts.
 */
export const broughtLabel = ({ after }: Op, standing: () => Label | undefined): Label | undefined => {
  if (after === null || after['deleted'] === true) return undefined;
  if ('label' in after) return (after['label'] as Label | null | undefined) ?? undefined;
  return after['deleted'] === null ? standing() : undefined;
};

/** The label that an operation makes the plan retain on a record. */
export const retainedIn = ({ after }: Op): Label | undefined =>
  ((after?.['retained'] ?? undefined) as Retained | undefined)?.label?.label;

/** Whether an operation brings a record back as it was. */
export const isReturn = ({ before, after }: Op): boolean =>
  before !== null && after !== null && after['deleted'] === null;

/** The labels that stand on a record: its own, and what the plan retains. */
const labelsOn = ({ label, retained }: PlanRecord): readonly Label[] => [
  ...(label === undefined ? [] : [label]),
  ...(retained?.label === undefined ? [] : [retained.label.label]),
];

/** Looks each level up once: most records share a few. Without a ceiling nothing is above it. */
export const aboveCeiling = (labelling: Labelling): ((label: Pick<Label, 'policy' | 'classification'>) => boolean) => {
  const { ceiling } = labelling;
  if (ceiling === undefined) return () => false;
  const known = new Map<string, boolean>();
  return (label) => {
    const key = `${label.policy}\n${label.classification}`;
    const found = known.get(key) ?? isAbove(label, ceiling, labelling);
    known.set(key, found);
    return found;
  };
};

/**
 * The live records that are marked above the ceiling of a labelling themselves, or by what the plan retains; those under
 * `except` do not count.
 */
export const standingAbove = (
  plan: PlanState,
  labelling: Labelling,
  except: ReadonlySet<string> = new Set(),
): readonly PlanRecord[] => {
  const found: PlanRecord[] = [];
  if (labelling.ceiling === undefined) return found;
  const isTooHigh = aboveCeiling(labelling);
  for (const record of allRecords(plan)) {
    const { id, label, retained, deleted } = record;
    if (label === undefined && retained === undefined) continue;
    if (deleted !== true && labelsOn(record).some(isTooHigh) && !except.has(id)) found.push(record);
  }
  return found;
};

/** Of a longer list the first, for a sentence. */
const NAMED = 3;

/** Some titles as they stand in a sentence: the first ones, and dots where there are more. */
export const someTitles = (records: readonly PlanRecord[]): string =>
  [...records.slice(0, NAMED).map(titleOf), ...(records.length > NAMED ? ['…'] : [])].join(', ');

const restated = ({ after }: Op): boolean => after === null || 'label' in after || 'deleted' in after;

/**
 * No ceiling below a marking that stands: LABEL_CEILING_TOO_LOW {count, what, ceiling}. What stood above the one before
 * (it came with a bundle) is not what this change does.
 */
export const guardLowering = (plan: PlanState, ops: readonly Op[], labelling: Labelling): Result<null> => {
  const { ceiling } = labelling;
  if (ceiling === undefined) return ok(null);
  const [wasTooHigh, isTooHigh] = [aboveCeiling(labellingOf(plan)), aboveCeiling(labelling)];
  const over = standingAbove(plan, labelling, new Set(ops.filter(restated).map(({ id }) => id))).filter((record) =>
    labelsOn(record).some((label) => isTooHigh(label) && !wasTooHigh(label)),
  );
  return over.length === 0
    ? ok(null)
    : fail('LABEL_CEILING_TOO_LOW', {
        count: over.length,
        what: someTitles(over),
        ceiling: ceiling.classification,
      });
};

/** Whether a record is marked that high already: what is retained then was there before, on what protected the record. */
const stands = (plan: PlanState, { policy, classification }: Label): boolean => {
  for (const record of allRecords(plan))
    if (labelsOn(record).some((label) => label.policy === policy && label.classification === classification))
      return true;
  return false;
};

/**
 * Commands look at more (`guardOps`); this looks at nothing but the ceiling, and is asked before any step is kept, once
 * more by the vault. What brings a marking in above the ceiling is refused, by whatever source;
 * what an import makes the plan retain may be as high as what stands above it already. A ceiling below
 * markings that stand is refused too, unless it comes with a bundle: the owner's word about its exercise counts, and
 * what stands above it then is shown as findings. Taking a step back or bringing it back leads where the plan was
 * before; that it does, the vault judges, which keeps what stood above each ceiling.
 * Fails with LABEL_ABOVE_CEILING {what, ceiling}, LABEL_CEILING_TOO_LOW {count, what, ceiling}.
 */
export const guardCeiling = (plan: PlanState, ops: readonly Op[], source: StepSource = 'edit'): Result<null> => {
  const decided = labellingIn(ops);
  const labelling = decided ?? labellingOf(plan);
  const { ceiling } = labelling;
  if (ceiling === undefined) return ok(null);
  const isTooHigh = aboveCeiling(labelling);
  for (const op of ops) {
    const standing = recordOf(plan, op.kind, op.id);
    const label = broughtLabel(op, () => standing?.label);
    const back = isReturn(op) ? standing?.retained?.label?.label : undefined;
    const retained = retainedIn(op);
    const isNew = retained !== undefined && isTooHigh(retained) && !stands(plan, retained);
    if (isNew || [label, back].some((each) => each !== undefined && isTooHigh(each))) {
      // An operation on what is not there yet makes it, whole.
      const record = standing ?? (op.after as unknown as PlanRecord);
      return fail('LABEL_ABOVE_CEILING', { what: titleOf(record), ceiling: ceiling.classification });
    }
  }
  return decided === undefined || source !== 'edit' ? ok(null) : guardLowering(plan, ops, labelling);
};
