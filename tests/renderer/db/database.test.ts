import { Dexie } from 'dexie';
import { DATABASE_VERSION, createDatabase } from '#renderer/db/database.ts';
import { addToOutbox, dropFromOutbox, wholeRow } from '#renderer/db/outbox.ts';
import { putTouched, readPlan, replacePlan } from '#renderer/db/records.ts';
import { EMPTY_PLAN, allRecords, planOf } from '#shared/plan/state.ts';
import { EXERCISE_ID, creation, exerciseRecord, locationRecord, stepOf, uuidOf } from '#tests/support/plans.ts';

let count = 0;
let name: string;
beforeEach(() => {
  count += 1;
  name = `database-${count}`;
});
afterEach(() => Dexie.delete(name));

const META = { exerciseId: EXERCISE_ID, lastSeq: 7, lastStepId: uuidOf(3) };

describe('migrations', () => {
  test('every version but the first has a test here', () => {
    expect(DATABASE_VERSION).toBe(4);
  });

  test('from 1 to 2: records, outbox and place stay, and each exercise gets its row for the list', async () => {
    const old = createDatabase(name, 1);
    await old.records.bulkPut([
      { exerciseId: EXERCISE_ID, record: exerciseRecord() },
      { exerciseId: EXERCISE_ID, record: locationRecord(10) },
    ]);
    await old.meta.put(META);
    old.close();
    const db = createDatabase(name);
    expect(await db.exercises.toArray()).toEqual([{ id: EXERCISE_ID, exercise: exerciseRecord() }]);
    expect(await db.records.count()).toBe(2);
    expect(await db.meta.get(EXERCISE_ID)).toEqual(META);
    db.close();
  });
});

test('from 2 to 3: what is in the outbox stays, and large steps find room for their parts', async () => {
  const old = createDatabase(name, 2);
  const row = { stepId: uuidOf(5), exerciseId: EXERCISE_ID, step: stepOf([creation(exerciseRecord())]) };
  await old.outbox.add({ ...row });
  old.close();
  const db = createDatabase(name);
  expect(await db.outbox.toArray()).toMatchObject([row]);
  const large = { ...row, stepId: uuidOf(6) };
  await addToOutbox(db, large, [JSON.stringify(row.step.ops), '[]']);
  const stored = await db.outbox.where('stepId').equals(uuidOf(6)).first();
  expect(stored?.step.ops).toEqual([]);
  expect(await wholeRow(db, stored ?? large)).toMatchObject({ ...large });
  await dropFromOutbox(db, [uuidOf(6)]);
  expect([await db.outbox.count(), await db.outboxParts.count()]).toEqual([1, 0]);
  db.close();
});

test('from 3 to 4: records stay and are found, without the indexes that nothing asked for', async () => {
  const plan = planOf([exerciseRecord(), locationRecord(10), locationRecord(11)]);
  const old = createDatabase(name, 3);
  await replacePlan(old, META, EXERCISE_ID, plan, () => {});
  expect(old.records.schema.indexes).toHaveLength(3);
  old.close();
  const db = createDatabase(name);
  expect(await readPlan(db, EXERCISE_ID)).toEqual(plan);
  expect(await db.meta.get(EXERCISE_ID)).toEqual(META);
  const store = db.backendDB().transaction('records').objectStore('records');
  expect([...store.indexNames]).toEqual([]);
  await putTouched(db, { exerciseId: EXERCISE_ID, ops: [creation(locationRecord(11))] }, planOf([exerciseRecord()]));
  expect(await db.records.count()).toBe(2);
  db.close();
});

describe('records of an exercise', () => {
  const plan = planOf([exerciseRecord(), locationRecord(10), locationRecord(11)]);

  test('are replaced whole and read again, beside another exercise', async () => {
    const db = createDatabase(name);
    const other = planOf([exerciseRecord(uuidOf(2), 'Other')]);
    await replacePlan(db, { ...META, exerciseId: uuidOf(2) }, uuidOf(2), other, () => {});
    await replacePlan(db, META, EXERCISE_ID, planOf([...allRecords(plan), locationRecord(12)]), () => {});
    await replacePlan(db, META, EXERCISE_ID, plan, () => {});
    expect(await readPlan(db, EXERCISE_ID)).toEqual(plan);
    expect(await readPlan(db, uuidOf(2))).toEqual(other);
    db.close();
  });

  test('without the exercise itself are no plan', async () => {
    const db = createDatabase(name);
    await db.records.put({ exerciseId: EXERCISE_ID, record: locationRecord(10) });
    expect(await readPlan(db, EXERCISE_ID)).toBeUndefined();
    db.close();
  });

  test('follow a step: what it took out is gone, what it changed is new', async () => {
    const db = createDatabase(name);
    await replacePlan(db, META, EXERCISE_ID, plan, () => {});
    const next = planOf([exerciseRecord(), locationRecord(10, 'Renamed')]);
    const ops = [creation(locationRecord(10)), creation(locationRecord(11))];
    await putTouched(db, { exerciseId: EXERCISE_ID, ops }, next);
    expect(await readPlan(db, EXERCISE_ID)).toEqual(next);
    db.close();
  });

  test('written in chunks tell how far they are, and half-way leave no place in the history', async () => {
    const db = createDatabase(name);
    const many = planOf([exerciseRecord(), ...Array.from({ length: 3000 }, (_, n) => locationRecord(100 + n))]);
    const seen: number[] = [];
    const stopped = replacePlan(db, META, EXERCISE_ID, many, (done) => {
      seen.push(done);
      throw new Error('killed');
    });
    await expect(stopped).rejects.toThrow('killed');
    expect(seen).toEqual([2500]);
    expect(await db.meta.get(EXERCISE_ID)).toBeUndefined();
    db.close();
  });

  test.each([199, 200, 401])('are read whole, however many pieces %i of them make', async (count) => {
    const db = createDatabase(name);
    const many = planOf([exerciseRecord(), ...Array.from({ length: count }, (_, n) => locationRecord(100 + n))]);
    await replacePlan(db, META, EXERCISE_ID, many, () => {});
    expect((await readPlan(db, EXERCISE_ID))?.location.size).toBe(count);
    db.close();
  });

  test('an empty plan has nothing to read', async () => {
    const db = createDatabase(name);
    await replacePlan(db, META, EXERCISE_ID, EMPTY_PLAN, () => {});
    expect(await readPlan(db, EXERCISE_ID)).toBeUndefined();
    db.close();
  });
});
