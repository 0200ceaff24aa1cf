/** Commands on whole exercises. */
import { TRAINING_LABEL } from '../../label/label.ts';
import { type Result, fail } from '../../result.ts';
import { type CommandContext, type NewRecord, draftOf, newRecord } from '../command.ts';
import type { ContentOf, PlanRecord } from '../records.ts';
import { EMPTY_PLAN, allRecords, exerciseOf } from '../state.ts';
import { type Fields, type StepDraft, changeOp, createOp } from '../step.ts';

/** What a planner writes to begin with; the rest has defaults. */
export type ExerciseFields = Partial<ContentOf<'exercise'>> & { readonly name: string };

/** A new exercise's record: UNCLASSIFIED training, days counted in UTC, until its planner says otherwise. */
export const newExercise = (
  context: Pick<CommandContext, 'actor' | 'newId'>,
  fields: ExerciseFields,
): NewRecord<'exercise'> =>
  newRecord(context, 'exercise', { label: TRAINING_LABEL, types: [], objectives: [], zone: 'UTC', ...fields });

/** The first step of an exercise; its id is that of the draft's first operation. */
export const createExercise = (context: CommandContext, fields: ExerciseFields): Result<StepDraft> => {
  const record = newExercise(context, fields);
  const label = { key: 'steps.create', params: { what: record.name } };
  return draftOf({ ...context, plan: EMPTY_PLAN }, label, [createOp(record)]);
};

const changeExercise = (context: CommandContext, key: string, changes: Fields): Result<StepDraft> => {
  const exercise = exerciseOf(context.plan);
  if (exercise === undefined) return fail('RECORD_MISSING', { kind: 'exercise' });
  const op = changeOp(exercise, changes);
  return draftOf(context, { key, params: { what: exercise.name } }, op === undefined ? [] : [op]);
};

export const archiveExercise = (context: CommandContext): Result<StepDraft> =>
  changeExercise(context, 'steps.archive', { archived: true });

/** Brings an archived or deleted exercise back among the others. */
export const restoreExercise = (context: CommandContext): Result<StepDraft> =>
  changeExercise(context, 'steps.restore', { archived: null, deleted: null });

/** Only the exercise's own record becomes a tombstone: restoring it brings everything back. */
export const deleteExercise = (context: CommandContext): Result<StepDraft> =>
  changeExercise(context, 'steps.remove', { deleted: true });

const collectIds = (value: unknown, ids: Set<string>): void => {
  if (Array.isArray(value)) for (const each of value) collectIds(each, ids);
  else if (typeof value === 'object' && value !== null) {
    if ('id' in value && typeof value.id === 'string') ids.add(value.id);
    for (const each of Object.values(value)) if (typeof each === 'object') collectIds(each, ids);
  }
};

const remapped = (value: unknown, fresh: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return fresh.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => remapped(each, fresh));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, remapped(each, fresh)]));
};

/** Copies of records under fresh ids, nested ones (legs, contacts, objectives) too; what they name among themselves follows. */
const withFreshIds = (records: readonly PlanRecord[], newId: () => string): NewRecord[] => {
  const ids = new Set<string>();
  collectIds(records, ids);
  const fresh = new Map([...ids].map((id) => [id, newId()]));
  return records.map((record) => {
    const { stamp: _stamp, stamps: _stamps, ...content } = record;
    return remapped(content, fresh) as NewRecord;
  });
};

/**
 * The first step of a new exercise that is a copy of the open one, without what was deleted in it.
 * Owners stay: the nations answer for their records in the copy as well. The first operation is the exercise.
 */
export const duplicateExercise = (context: CommandContext, name: string): Result<StepDraft> => {
  const source = exerciseOf(context.plan);
  if (source === undefined) return fail('RECORD_MISSING', { kind: 'exercise' });
  const records = [...allRecords(context.plan)].filter(
    (record) => record.kind === 'exercise' || record.deleted !== true,
  );
  const copies = withFreshIds(records, context.newId).map((record) => {
    if (record.kind !== 'exercise') return record;
    const { archived: _archived, deleted: _deleted, ...content } = record;
    return { ...content, name };
  });
  const label = { key: 'steps.duplicate', params: { what: source.name } };
  return draftOf({ ...context, plan: EMPTY_PLAN }, label, copies.map(createOp));
};
