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
  if (after['deleted'] === null) return 'EXERCISE_RESTORED';
  return has(after, 'labelling') ? 'LABELLING_CHANGED' : undefined;
};

/** Steps that take in what another program wrote, by their labels. */
const FOREIGN: ReadonlySet<string> = new Set(['steps.importForces', 'steps.importCalendar']);

/** Where a step comes from outside, or goes back there. */
const importEntry = ({
  source,
  label,
  ops,
}: Step): readonly [string, Readonly<Record<string, unknown>>] | undefined => {
  const turned = { undo: 'IMPORT_UNDONE', redo: 'IMPORT_REDONE', edit: undefined, import: undefined }[source];
  if (label.key === 'review.step') return turned === undefined ? undefined : [turned, { ...label.params }];
  if (!FOREIGN.has(label.key) || source !== 'edit') return undefined;
  // A path names folders and accounts; its last part is enough.
  const file = String(label.params?.['file'] ?? '')
    .split(/[\\/]/)
    .at(-1);
  return ['FILE_IMPORTED', { file, taken: ops.length }];
};

/** Entries for label changes, a new or deleted exercise, changed labelling, whether two persons release, a file of another program, and an import that was taken back or brought back. */
export const entriesOfStep = (step: Step): readonly Entry[] => {
  const about = { exerciseId: step.exerciseId, step: step.id, author: step.author };
  const entry = (code: string, data: Readonly<Record<string, unknown>> = {}): Entry => ({
    at: step.at,
    code,
    data: { ...about, ...data },
  });
  const labels = labelChanges(step.ops);
  const imported = importEntry(step);
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
    ...(imported === undefined ? [] : [entry(...imported)]),
  ];
};
