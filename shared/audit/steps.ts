/** What a committed step means for the audit log: the vault writes it in the very transaction of the step. */
import type { Fields, Op, Step } from '../plan/step.ts';

interface Entry {
  readonly at: number;
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** More label changes than this in one step (an import) are counted, not listed. */
const MOST = 200;

const has = (fields: Fields | null, field: string): boolean => fields !== null && field in fields;

const labelChanges = (ops: readonly Op[]): readonly Op[] =>
  ops.filter(({ before, after }) => before !== null && has(after, 'label'));

const exerciseEntry = ({ kind, before, after }: Op): string | undefined => {
  if (kind !== 'exercise' || after === null) return undefined;
  if (before === null) return 'EXERCISE_CREATED';
  if (after['deleted'] === true) return 'EXERCISE_DELETED';
  return has(after, 'labelling') ? 'LABELLING_CHANGED' : undefined;
};

/** Entries for label changes, a new or deleted exercise, changed labelling, whether two persons release, and an import that was taken back. */
export const entriesOfStep = (step: Step): readonly Entry[] => {
  const about = { exerciseId: step.exerciseId, step: step.id, author: step.author };
  const entry = (code: string, data: Readonly<Record<string, unknown>> = {}): Entry => ({
    at: step.at,
    code,
    data: { ...about, ...data },
  });
  const labels = labelChanges(step.ops);
  return [
    ...step.ops.flatMap((op) => {
      const code = exerciseEntry(op);
      const twoPersons = op.kind === 'exercise' && op.before !== null && has(op.after, 'twoPersonRelease');
      return [
        ...(code === undefined ? [] : [entry(code)]),
        ...(twoPersons ? [entry('TWO_PERSON_CHANGED', { required: op.after?.['twoPersonRelease'] === true })] : []),
      ];
    }),
    ...labels
      .slice(0, MOST)
      .map(({ kind, id, before, after }) =>
        entry('LABEL_CHANGED', { kind, id, from: before?.['label'] ?? null, to: after?.['label'] ?? null }),
      ),
    ...(labels.length > MOST ? [entry('LABEL_CHANGED', { more: labels.length - MOST })] : []),
    ...(step.source === 'undo' && step.label.key === 'review.step'
      ? [entry('IMPORT_UNDONE', { ...step.label.params })]
      : []),
  ];
};
