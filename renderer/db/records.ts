/** Records of one exercise in the working database: read whole, written by step or in chunks. */
import { type PlanRecord, isKind } from '#shared/plan/records.ts';
import { type PlanState, allRecords, exerciseOf, planOf, recordOf } from '#shared/plan/state.ts';
import type { Step } from '#shared/plan/step.ts';
import type { Database, MetaRow, RecordRow } from './database.ts';

/** Rows of one transaction: the disk is waited for once for all of them. */
const CHUNK = 2_500;

/** Rows of one read: while the database sees to them, the window does what waits. */
const PIECE = 200;

/** Rows of one write, of which each is a copy and a request of its own: the window has more to do for them. */
const WRITTEN = 100;

/** Later than every kind and id, which are plain ASCII. */
const LAST = '\uffff';

const rowsAfter = (db: Database, after: [exerciseId: string, kind: string, id: string]) =>
  db.records.where('[exerciseId+record.kind+record.id]').between(after, [after[0], LAST, LAST], false);

const ofExercise = (db: Database, exerciseId: string) => rowsAfter(db, [exerciseId, '', '']);

/** Every record of an exercise, as of one moment; undefined when a row is not what we wrote. */
const readRecords = (db: Database, exerciseId: string): PromiseLike<readonly PlanRecord[] | undefined> =>
  db.transaction('r', db.records, async () => {
    const records: PlanRecord[] = [];
    for (let after: [string, string, string] | undefined = [exerciseId, '', '']; after !== undefined; ) {
      const rows: readonly RecordRow[] = await rowsAfter(db, after).limit(PIECE).toArray();
      for (const row of rows) {
        if (typeof row.record !== 'object' || row.record === null || !isKind(row.record.kind)) return undefined;
        records.push(row.record);
      }
      const last = rows.at(-1)?.record;
      after = last === undefined || rows.length < PIECE ? undefined : [exerciseId, last.kind, last.id];
    }
    return records;
  });

/**
 * The plan as the working database has it.
 * @returns undefined when a row is not what we wrote, or the exercise's own record is missing.
 * @throws what the database throws.
 */
export const readPlan = async (db: Database, exerciseId: string): Promise<PlanState | undefined> => {
  const records = await readRecords(db, exerciseId);
  if (records === undefined) return undefined;
  const plan = planOf(records);
  return exerciseOf(plan) === undefined ? undefined : plan;
};

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
  for (let from = 0; from < ops.length; from += WRITTEN) {
    const puts = new Map<string, RecordRow>();
    const gone: [string, string, string][] = [];
    for (const { kind, id } of ops.slice(from, from + WRITTEN)) {
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
  const records = [...allRecords(plan)];
  for (let from = 0; from < records.length; from += CHUNK) {
    const chunk = records.slice(from, from + CHUNK).map((record): RecordRow => ({ exerciseId, record }));
    await db.transaction('rw', db.records, async () => {
      for (let at = 0; at < chunk.length; at += WRITTEN) await db.records.bulkPut(chunk.slice(at, at + WRITTEN));
    });
    onProgress(Math.min(from + CHUNK, records.length), records.length);
  }
  const exercise = plan.exercise.get(exerciseId);
  await db.transaction('rw', db.exercises, db.meta, async () => {
    if (exercise !== undefined) await db.exercises.put({ id: exerciseId, exercise });
    if (meta !== undefined) await db.meta.put(meta);
  });
};
