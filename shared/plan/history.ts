/** Undo and redo over the list of steps: they are steps themselves and go the ordinary way. */
import { type Op, type Step, type StepDraft } from './step.ts';
import { type PlanState, recordOf } from './state.ts';

export interface History {
  /** Steps that can be taken back, the newest last. */
  readonly done: readonly Step[];
  /** Steps that can be brought back, the next one last. */
  readonly undone: readonly Step[];
}

export const EMPTY_HISTORY: History = { done: [], undone: [] };

/** How many steps can be taken back after a restart; the vault keeps them all. */
export const HISTORY_LIMIT = 200;

/** The history after one more step; holds for steps read from the vault as for new ones. */
export const withStep = (history: History, step: Step): History => {
  const trimmed = (steps: readonly Step[]): readonly Step[] => steps.slice(-HISTORY_LIMIT);
  if (step.source === 'undo') {
    const target = history.done.at(-1);
    if (target === undefined || target.id !== step.target) return history;
    return { done: history.done.slice(0, -1), undone: trimmed([...history.undone, target]) };
  }
  if (step.source === 'redo') {
    const target = history.undone.at(-1);
    if (target === undefined || target.id !== step.target) return history;
    return { done: trimmed([...history.done, target]), undone: history.undone.slice(0, -1) };
  }
  return { done: trimmed([...history.done, step]), undone: [] };
};

const withoutStamps = (fields: Op['after']): Op['after'] => {
  if (fields === null) return null;
  const { stamps: _stamps, ...rest } = fields;
  return rest;
};

/**
 * The inverse of an operation of our own. A created record becomes a tombstone, not a hole: a partner may have it by
 * now, and absence never means "deleted".
 */
const inverseEdit = (op: Op): Op =>
  op.before === null
    ? { kind: op.kind, id: op.id, before: { deleted: null }, after: { deleted: true } }
    : { kind: op.kind, id: op.id, before: withoutStamps(op.after), after: withoutStamps(op.before) };

/**
 * What takes a step back. An import goes back exactly, stamps and all, so that the same bundle can be reviewed again;
 * an edit goes back as a newer change of ours, so that partners take it for one.
 */
export const undoDraft = (step: Step): StepDraft =>
  step.source === 'import'
    ? {
        label: step.label,
        ops: step.ops.toReversed().map((op) => ({ ...op, before: op.after, after: op.before })),
        stamped: true,
      }
    : { label: step.label, ops: step.ops.toReversed().map(inverseEdit) };

/** What brings a step back after it was undone. */
export const redoDraft = (plan: PlanState, step: Step): StepDraft =>
  step.source === 'import'
    ? { label: step.label, ops: step.ops, stamped: true }
    : {
        label: step.label,
        ops: step.ops.map((op) => {
          if (op.before !== null) return { ...op, before: withoutStamps(op.before), after: withoutStamps(op.after) };
          const tombstone = recordOf(plan, op.kind, op.id);
          return tombstone === undefined
            ? op
            : { kind: op.kind, id: op.id, before: { deleted: true }, after: { deleted: null } };
        }),
      };
