/** Records of one exercise in the working database: read whole, written by step or in chunks. */
import { type PlanRecord, isKind } from '#shared/plan/records.ts';
import { type PlanState, allRecords, exerciseOf, planOf, recordOf } from '#shared/plan/state.ts';
import type { Step } from '#shared/plan/step.ts';
import type { Database, MetaRow, RecordRow } from './database.ts';

/** Rows of one write: large enough to be fast, small enough to show progress and leave the window responsive. */
const CHUNK = 2_500;

/** Later than every kind and id, which are plain ASCII. */
const LAST = '\uffff';

const ofExercise = (db: Database, exerciseId: string) =>
  db.records.where('[exerciseId+record.kind+record.id]').between([exerciseId, '', ''], [exerciseId, LAST, LAST]);

/**
 * The plan as the working database has it.
 * @returns undefined when a row is not what we wrote, or the exercise's own record is missing.
 * @throws what the database throws.
 */
export const readPlan = async (db: Database, exerciseId: string): Promise<PlanState | undefined> => {
  const rows = await ofExercise(db, exerciseId).toArray();
  const records: PlanRecord[] = [];
  for (const row of rows) {
    if (typeof row.record !== 'object' || row.record === null || !isKind(row.record.kind)) return undefined;
    records.push(row.record);
  }
  const plan = planOf(records);
  return exerciseOf(plan) === undefined ? undefined : plan;
};

/** Operations of one write inside a step: while the database takes them in, the window does what waits. */
const PIECE = 200;

/**
 * Puts the records that a step touched as `plan` has them now, piece by piece inside the caller's transaction: all of
 * it or nothing, but no single write that would hold up the window.
 */
export const putTouched = async (
  db: Database,
  step: Pick<Step, 'exerciseId' | 'ops'>,
  plan: PlanState,
): Promise<void> => {
  const { exerciseId, ops } = step;
  for (let from = 0; from < ops.length; from += PIECE) {
    const puts = new Map<string, RecordRow>();
    const gone: [string, string, string][] = [];
    for (const { kind, id } of ops.slice(from, from + PIECE)) {
      const record = recordOf(plan, kind, id);
      if (record === undefined) gone.push([exerciseId, kind, id]);
      else puts.set(`${kind}/${id}`, { exerciseId, record });
    }
    if (gone.length > 0) await db.records.bulkDelete(gone);
    if (puts.size > 0) await db.records.bulkPut([...puts.values()]);
    const exercise = plan.exercise.get(exerciseId);
    if (exercise !== undefined && puts.has(`exercise/${exerciseId}`))
      await db.exercises.put({ id: exerciseId, exercise });
  }
};

/**
 * Replaces all records of an exercise. Interrupted half-way, the exercise has no `meta` row and is rebuilt next time.
 * @param onProgress called with records written and in all.
 */
export const replacePlan = async (
  db: Database,
  meta: MetaRow | undefined,
  exerciseId: string,
  plan: PlanState,
  onProgress: (done: number, total: number) => void,
): Promise<void> => {
  await db.meta.delete(exerciseId);
  await ofExercise(db, exerciseId).delete();
  const rows = Array.from(allRecords(plan), (record): RecordRow => ({ exerciseId, record }));
  for (let from = 0; from < rows.length; from += CHUNK) {
    await db.records.bulkPut(rows.slice(from, from + CHUNK));
    onProgress(Math.min(from + CHUNK, rows.length), rows.length);
  }
  const exercise = plan.exercise.get(exerciseId);
  await db.transaction('rw', db.exercises, db.meta, async () => {
    if (exercise !== undefined) await db.exercises.put({ id: exerciseId, exercise });
    if (meta !== undefined) await db.meta.put(meta);
  });
};
