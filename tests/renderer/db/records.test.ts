import { Dexie } from 'dexie';
import fc from 'fast-check';
import { type Database, createDatabase } from '#renderer/db/database.ts';
import { compact, putTouched, readPlan, replacePlan } from '#renderer/db/records.ts';
import { EMPTY_PLAN, type PlanState, allRecords, planOf } from '#shared/plan/state.ts';
import { type Op, applyOps } from '#shared/plan/step.ts';
import { must } from '#tests/electron/vault/support.ts';
import { EXERCISE_ID, change, creation, exerciseRecord, locationRecord, uuidOf } from '#tests/support/plans.ts';
import { sorted } from '../state/saving.ts';

let count = 0;
let name: string;
let db: Database;
beforeEach(() => {
  count += 1;
  name = `records-${count}`;
  db = createDatabase(name);
});
afterEach(() => {
  db.close();
  return Dexie.delete(name);
});

const META = { exerciseId: EXERCISE_ID, lastSeq: 7, lastStepId: uuidOf(3) };
const plan = planOf([exerciseRecord(), locationRecord(10), locationRecord(11)]);
const planWith = (locations: number): PlanState =>
  planOf([exerciseRecord(), ...Array.from({ length: locations }, (_, n) => locationRecord(100 + n))]);

const fill = (whole: PlanState): Promise<void> => replacePlan(db, META, EXERCISE_ID, whole, () => {});
const planHere = async (): Promise<PlanState | undefined> => (await readPlan(db, EXERCISE_ID))?.plan;
const isCrowded = async (): Promise<boolean | undefined> => (await readPlan(db, EXERCISE_ID))?.crowded;
const touch = (ops: readonly Op[], next: PlanState): Promise<void> =>
  putTouched(db, { exerciseId: EXERCISE_ID, ops }, next);
const renaming = (n: number, to: string): Op => change('location', uuidOf(n), { name: '' }, { name: to });
const removing = (n: number): Op => ({ kind: 'location', id: uuidOf(n), before: locationRecord(n), after: null });
/** As the save queue does it. @returns the plan after it. */
const step = async (before: PlanState, ops: readonly Op[]): Promise<PlanState> => {
  const next = must(applyOps(before, ops));
  await touch(ops, next);
  return next;
};

const dying = (): never => {
  throw new Error('killed');
};

describe('records of an exercise', () => {
  test('are replaced whole and read again, beside another exercise', async () => {
    const other = planOf([exerciseRecord(uuidOf(2), 'Other')]);
    await replacePlan(db, { ...META, exerciseId: uuidOf(2) }, uuidOf(2), other, () => {});
    await fill(planOf([...allRecords(plan), locationRecord(12)]));
    await fill(plan);
    expect(await planHere()).toEqual(plan);
    expect((await readPlan(db, uuidOf(2)))?.plan).toEqual(other);
  });

  test('without the exercise itself are no plan', async () => {
    await touch([creation(locationRecord(10))], planOf([locationRecord(10)]));
    expect(await db.packs.count()).toBe(1);
    expect(await planHere()).toBeUndefined();
  });

  test('an empty plan has nothing to read', async () => {
    await fill(EMPTY_PLAN);
    expect(await planHere()).toBeUndefined();
  });

  test.each([99, 600, 2_401])('are read whole, however many rows %i of them make', async (locations) => {
    await fill(planWith(locations));
    expect((await planHere())?.location.size).toBe(locations);
  });

  test('whose rows are not what was written are no plan', async () => {
    await fill(planWith(600));
    const row = await db.packs.toCollection().last();
    if (row !== undefined) await db.packs.put({ ...row, words: row.words.slice(1) });
    expect(await planHere()).toBeUndefined();
  });
});

describe('replaced whole', () => {
  const many = planWith(3_000);

  test('they tell how far they are', async () => {
    const seen: [number, number][] = [];
    await replacePlan(db, META, EXERCISE_ID, many, (done, total) => seen.push([done, total]));
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.at(-1)).toEqual([3_001, 3_001]);
    expect(await db.meta.get(EXERCISE_ID)).toEqual(META);
  });

  test('and interrupted half-way, they leave what was there, and no place in the history', async () => {
    await fill(plan);
    await expect(replacePlan(db, META, EXERCISE_ID, many, dying)).rejects.toThrow('killed');
    expect(await db.meta.get(EXERCISE_ID)).toBeUndefined();
    expect(await planHere()).toEqual(plan);
  });
});

describe('a step', () => {
  test('takes out what it took out, and changes what it changed', async () => {
    await fill(plan);
    const next = await step(plan, [renaming(10, 'Renamed'), removing(11)]);
    expect(await planHere()).toEqual(next);
  });

  test('of one record leaves the rows of all others alone', async () => {
    const many = planWith(3_000);
    await fill(many);
    const before = await db.packs.toArray();
    const next = await step(many, [renaming(150, 'Renamed')]);
    const rows = await db.packs.toArray();
    // The last row may take it in.
    expect(rows.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    expect(sorted((await planHere()) ?? EMPTY_PLAN)).toEqual(sorted(next));
  });

  test('of one record each, many of them make few rows, and one record again and again a single one', async () => {
    let next = planWith(3_000);
    await fill(next);
    const before = await db.packs.count();
    for (let n = 0; n < 60; n += 1) next = await step(next, [renaming(100 + n, `Name ${n}`)]);
    expect((await db.packs.count()) - before).toBeLessThan(4);
    const filled = await db.packs.count();
    for (let n = 0; n < 60; n += 1) next = await step(next, [renaming(100, `Name ${n}`)]);
    expect((await db.packs.count()) - filled).toBeLessThan(2);
    expect(sorted((await planHere()) ?? EMPTY_PLAN)).toEqual(sorted(next));
  });

  test('of most records writes the rows anew, and so does one that takes them all out', async () => {
    const many = planWith(1_500);
    await fill(many);
    const rows = await db.packs.count();
    const ops = Array.from({ length: 1_400 }, (_, n) => renaming(100 + n, `Name ${n}`));
    const next = await step(many, ops);
    expect(await db.packs.count()).toBeLessThanOrEqual(rows + 1);
    expect(await planHere()).toEqual(next);
    await step(
      next,
      ops.map((_, n) => removing(100 + n)),
    );
    expect(await db.packs.count()).toBeLessThan(rows / 2);
    expect((await planHere())?.location.size).toBe(100);
  });

  test('that names the exercise gives the list its row, and no other does', async () => {
    await touch([renaming(10, 'Renamed')], plan);
    expect(await db.exercises.count()).toBe(0);
    await touch([creation(exerciseRecord())], plan);
    expect(await db.exercises.toArray()).toEqual([{ id: EXERCISE_ID, exercise: exerciseRecord() }]);
  });

  test.each([50, 400, 1_400])('that dies amidst its %i records leaves the exercise as it was', async (records) => {
    const many = planWith(1_500);
    await fill(many);
    // The last record to be written cannot be: all others are in the database by then.
    const last = Object.defineProperty(locationRecord(1_599), 'name', { get: dying, enumerable: true });
    const ops = Array.from({ length: records }, (_, n) => renaming(100 + n, 'x'.repeat(100)));
    const next = planOf([...allRecords(must(applyOps(many, ops))), last]);
    await expect(touch([...ops, renaming(1_599, '')], next)).rejects.toThrow('killed');
    expect(await planHere()).toEqual(many);
  });
});

describe('rows that have mostly been superseded', () => {
  test('are told from others, and written anew', async () => {
    let next = planWith(1_200);
    await fill(next);
    expect(await isCrowded()).toBe(false);
    for (let round = 0; round < 5; round += 1) {
      const ops = Array.from({ length: 500 }, (_, n) => renaming(100 + n, `Round ${round}, ${n}`));
      next = await step(next, ops);
    }
    expect(await isCrowded()).toBe(true);
    const rows = await db.packs.count();
    await compact(db, EXERCISE_ID, next);
    expect(await db.packs.count()).toBeLessThan(rows);
    expect(await readPlan(db, EXERCISE_ID)).toEqual({ plan: next, crowded: false });
  });
});

test('law: after any steps, what is read is the plan', async () => {
  const place = fc.integer({ min: 100, max: 160 });
  const edit = fc.record({ from: place, many: fc.constantFrom(1, 1, 1, 3, 40), gone: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
      let now = planWith(30);
      await fill(now);
      for (const [turn, { from, many, gone }] of edits.entries()) {
        const ops = Array.from({ length: many }, (_, at) => {
          const old = now.location.get(uuidOf(from + at));
          if (old === undefined) return creation(locationRecord(from + at, `New in ${turn}`));
          return gone ? removing(from + at) : renaming(from + at, `Name ${turn}`);
        });
        now = await step(now, ops);
        expect(sorted((await planHere()) ?? EMPTY_PLAN)).toEqual(sorted(now));
      }
    }),
    { numRuns: 30 },
  );
});
