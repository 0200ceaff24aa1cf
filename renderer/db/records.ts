/** Records of one exercise in the working database: read whole, written by step or whole. */
import type { Kind, PlanRecord } from '#shared/plan/records.ts';
import { EMPTY_PLAN, type PlanState, allRecords, exerciseOf, recordOf } from '#shared/plan/state.ts';
import type { Step } from '#shared/plan/step.ts';
import type { Database, MetaRow, PackRow } from './database.ts';
import { type Gone, type Word, hasRoom, isGone, packing, unpacked } from './packs.ts';

/** Rows of one read: while the database sees to them, the window does what waits. */
const PIECE = 4;

/** More words than this beside twice the records of the plan, and the rows are written anew. */
const SPARE = 1_000;

const rowsAfter = (db: Database, exerciseId: string, order: number) =>
  db.packs.where('[exerciseId+order]').between([exerciseId, order], [exerciseId, Number.MAX_SAFE_INTEGER], false);

const rowsOf = (db: Database, exerciseId: string) => rowsAfter(db, exerciseId, -1);

interface ReadPlan {
  readonly plan: PlanState;
  /** Whether most of what was read has been superseded, so that the rows should be written anew. */
  readonly crowded: boolean;
}

type Maps = Map<Kind, Map<string, PlanRecord>>;

const hear = (maps: Maps, word: Word): void => {
  if (isGone(word)) {
    maps.get(word[0])?.delete(word[1]);
    return;
  }
  const known = maps.get(word.kind);
  if (known === undefined) maps.set(word.kind, new Map([[word.id, word]]));
  else known.set(word.id, word);
};

const sizeOf = (plan: PlanState): number => Object.values(plan).reduce((sum, { size }) => sum + size, 0);

/**
 * The plan as the working database has it, as of one moment.
 * @returns undefined when a row is not what we wrote, or the exercise's own record is missing.
 * @throws what the database throws.
 */
export const readPlan = (db: Database, exerciseId: string): PromiseLike<ReadPlan | undefined> =>
  db.transaction('r', db.packs, async () => {
    const maps: Maps = new Map();
    let said = 0;
    for (let after: number | undefined = -1; after !== undefined; ) {
      const rows: readonly PackRow[] = await rowsAfter(db, exerciseId, after).limit(PIECE).toArray();
      for (const row of rows) {
        const words = unpacked(row.words);
        if (words === undefined) return undefined;
        for (const word of words) hear(maps, word);
        said += words.length;
      }
      after = rows.length < PIECE ? undefined : rows.at(-1)?.order;
    }
    const plan: PlanState = { ...EMPTY_PLAN, ...Object.fromEntries(maps) };
    if (exerciseOf(plan) === undefined) return undefined;
    return { plan, crowded: said > 2 * sizeOf(plan) + SPARE };
  });

/** Puts rows one after the other: while the database sees to one, the window does what waits. */
const putRows = async (
  db: Database,
  exerciseId: string,
  from: number,
  words: Iterable<Word>,
  onWritten: (words: number) => void = () => {},
): Promise<void> => {
  let [order, written] = [from, 0];
  for (const pack of packing(words)) {
    await db.packs.put({ exerciseId, order, words: pack.words });
    order += 1;
    written += pack.count;
    onWritten(written);
  }
};

/** All rows of an exercise anew, inside the caller's transaction. @param onWritten called with records written. */
const putWhole = async (
  db: Database,
  exerciseId: string,
  plan: PlanState,
  onWritten?: (records: number) => void,
): Promise<void> => {
  await rowsOf(db, exerciseId).delete();
  await putRows(db, exerciseId, 0, allRecords(plan), onWritten);
};

/** Writes the rows of an exercise anew, without what has been superseded. */
export const compact = async (db: Database, exerciseId: string, plan: PlanState): Promise<void> => {
  await db.transaction('rw', db.packs, async () => {
    await putWhole(db, exerciseId, plan);
  });
};

const keyOf = (word: Word): string => (isGone(word) ? `${word[0]}/${word[1]}` : `${word.kind}/${word.id}`);

/** Each record that operations touch, once, as the plan has it. */
const touched = function* (ops: Step['ops'], plan: PlanState): Generator<Word> {
  const seen = new Set<string>();
  for (const { kind, id } of ops) {
    const word = recordOf(plan, kind, id) ?? ([kind, id] satisfies Gone);
    const key = keyOf(word);
    if (seen.has(key)) continue;
    seen.add(key);
    yield word;
  }
};

/** Behind the last row, or with what it says of other records where it has room. */
const putBehind = async (db: Database, exerciseId: string, ops: Step['ops'], plan: PlanState): Promise<void> => {
  const last = await rowsOf(db, exerciseId).last();
  const before = last !== undefined && hasRoom(last.words) ? unpacked(last.words) : undefined;
  if (last === undefined || before === undefined) {
    await putRows(db, exerciseId, (last?.order ?? -1) + 1, touched(ops, plan));
    return;
  }
  const keys = new Set(ops.map(({ kind, id }) => `${kind}/${id}`));
  const others = before.filter((word) => !keys.has(keyOf(word)));
  const words = function* (): Generator<Word> {
    yield* others;
    yield* touched(ops, plan);
  };
  await putRows(db, exerciseId, last.order, words());
};

/**
 * Puts the records that a step touched as `plan` has them now, row by row: all of it or nothing, but no single write
 * that would hold up the window. Without the step, the rows have to be those of the plan before it.
 */
export const putTouched = async (
  db: Database,
  { exerciseId, ops }: Pick<Step, 'exerciseId' | 'ops'>,
  plan: PlanState,
): Promise<void> => {
  const touchesIt = ops.some(({ kind, id }) => kind === 'exercise' && id === exerciseId);
  const exercise = touchesIt ? plan.exercise.get(exerciseId) : undefined;
  // The function has to be an async one: Dexie would lose what comes after a few awaits of another.
  await db.transaction('rw', db.packs, db.exercises, async () => {
    // Half of the records and more: what was said before would hardly be worth reading.
    if (ops.length * 2 >= sizeOf(plan)) await putWhole(db, exerciseId, plan);
    else await putBehind(db, exerciseId, ops, plan);
    if (exercise !== undefined) await db.exercises.put({ id: exerciseId, exercise });
  });
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
  const total = sizeOf(plan);
  const exercise = plan.exercise.get(exerciseId);
  await db.transaction('rw', db.packs, db.exercises, db.meta, async () => {
    await putWhole(db, exerciseId, plan, (done) => onProgress(done, total));
    if (exercise !== undefined) await db.exercises.put({ id: exerciseId, exercise });
    if (meta !== undefined) await db.meta.put(meta);
  });
};
