import { Dexie, type Table } from 'dexie';
import { DATABASE_VERSION, type Database, type RecordRow, createDatabase } from '#renderer/db/database.ts';
import { addToOutbox, dropFromOutbox, wholeRow } from '#renderer/db/outbox.ts';
import { readPlan } from '#renderer/db/records.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import { EXERCISE_ID, creation, exerciseRecord, locationRecord, stepOf, uuidOf } from '#tests/support/plans.ts';

let count = 0;
let name: string;
beforeEach(() => {
  count += 1;
  name = `database-${count}`;
});
afterEach(() => Dexie.delete(name));

const META = { exerciseId: EXERCISE_ID, lastSeq: 7, lastStepId: uuidOf(3) };

/** Where versions up to 4 kept a row for each record. */
const recordsOf = (db: Database): Table<RecordRow> => db.table('records');
const rowOf = (record: PlanRecord, exerciseId = EXERCISE_ID): RecordRow => ({ exerciseId, record });

describe('migrations', () => {
  test('every version but the first has a test here', () => {
    expect(DATABASE_VERSION).toBe(5);
  });

  test('from 1 to 2: records, outbox and place stay, and each exercise gets its row for the list', async () => {
    const old = createDatabase(name, 1);
    await recordsOf(old).bulkPut([rowOf(exerciseRecord()), rowOf(locationRecord(10))]);
    await old.meta.put(META);
    old.close();
    const db = createDatabase(name);
    expect(await db.exercises.toArray()).toEqual([{ id: EXERCISE_ID, exercise: exerciseRecord() }]);
    expect((await readPlan(db, EXERCISE_ID))?.plan).toEqual(planOf([exerciseRecord(), locationRecord(10)]));
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

test('from 3 to 4: records stay, without the indexes that nothing asked for', async () => {
  const old = createDatabase(name, 3);
  await recordsOf(old).put(rowOf(exerciseRecord()));
  expect(recordsOf(old).schema.indexes).toHaveLength(3);
  old.close();
  const db = createDatabase(name, 4);
  expect(await recordsOf(db).toArray()).toEqual([rowOf(exerciseRecord())]);
  const store = db.backendDB().transaction('records').objectStore('records');
  expect([...store.indexNames]).toEqual([]);
  db.close();
});

describe('from 4 to 5', () => {
  const records = [exerciseRecord(), ...Array.from({ length: 900 }, (_, n) => locationRecord(100 + n))];
  const other = exerciseRecord(uuidOf(2), 'Other');

  test('the records of every exercise go into packs, and the rows are gone', async () => {
    const old = createDatabase(name, 4);
    await recordsOf(old).bulkPut([...records.map((record) => rowOf(record)), rowOf(other, other.id)]);
    await old.meta.bulkPut([META, { ...META, exerciseId: other.id }]);
    old.close();
    const db = createDatabase(name);
    expect((await readPlan(db, EXERCISE_ID))?.plan).toEqual(planOf(records));
    expect((await readPlan(db, other.id))?.plan).toEqual(planOf([other]));
    expect(await db.packs.count()).toBeLessThan(records.length / 20);
    expect([...db.backendDB().objectStoreNames]).not.toContain('records');
    expect(await db.meta.get(EXERCISE_ID)).toEqual(META);
    db.close();
  });

  test('records without their place in the history are not complete, and left to be made anew', async () => {
    const old = createDatabase(name, 4);
    await recordsOf(old).bulkPut(records.map((record) => rowOf(record)));
    old.close();
    const db = createDatabase(name);
    expect(await db.packs.count()).toBe(0);
    db.close();
  });

  test('a row that is no record is found out when the exercise is read', async () => {
    const old = createDatabase(name, 4);
    await recordsOf(old).bulkPut([rowOf(exerciseRecord()), rowOf({ kind: 'nonsense', id: 'x' } as never)]);
    await old.meta.put(META);
    old.close();
    const db = createDatabase(name);
    expect(await db.packs.count()).toBe(1);
    expect(await readPlan(db, EXERCISE_ID)).toBeUndefined();
    db.close();
  });
});

test('a large step whose parts cannot all be written is not in the outbox, nor is any of them', async () => {
  const db = createDatabase(name);
  const row = { stepId: uuidOf(6), exerciseId: EXERCISE_ID, step: stepOf([creation(exerciseRecord())]) };
  await addToOutbox(db, { ...row, stepId: uuidOf(7) }, ['[]']);
  const dying = (): never => {
    throw new Error('killed');
  };
  const unwritable = Object.defineProperty({}, 'text', { get: dying, enumerable: true }) as never;
  const parts = [...Array.from({ length: 20 }, () => '[]'), unwritable];
  await expect(addToOutbox(db, row, parts)).rejects.toThrow('killed');
  expect([await db.outbox.count(), await db.outboxParts.count()]).toEqual([1, 1]);
  db.close();
});
