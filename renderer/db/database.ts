/**
 * The window's working database: records of every exercise that was opened here, and steps on their way to the vault.
 * Never the only copy of anything that the screen calls saved: Chromium may drop it whole after a full disk.
 */
import { Dexie, type Table, type Transaction } from 'dexie';
import type { Exercise } from '#shared/plan/exercise/schema.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import type { Step } from '#shared/plan/step.ts';
import { packing } from './packs.ts';

/**
 * Some records of an exercise. The rows of an exercise are a log: what a later one says of a record holds. One row for
 * each record was a request and an object of the page for each, and clearing up after 50,000 held the window up.
 */
export interface PackRow {
  readonly exerciseId: string;
  /** Rises from row to row of the exercise. */
  readonly order: number;
  /** As `packing` makes it. */
  readonly words: string;
}

/** How records were kept up to version 4. */
export interface RecordRow {
  readonly exerciseId: string;
  readonly record: PlanRecord;
}

/** A step that the vault has not confirmed. */
export interface OutboxRow {
  /** Rises with each step: the order in which they go to the vault. */
  readonly order?: number;
  readonly stepId: string;
  readonly exerciseId: string;
  readonly step: Step;
  /** How many rows of `outboxParts` hold the operations of a large step; the step itself has none then. */
  readonly parts?: number;
  readonly bundleToken?: string;
  /** It is here before its records are, which are many and come behind: until then these are of the plan before it. */
  readonly behind?: true;
  /** It no longer fits the plan that the vault has, so it is kept but not sent. */
  readonly aside?: true;
}

/** A part of a large step's operations: in rows of their own, since one large row would hold up the window. */
interface OutboxPartRow {
  readonly stepId: string;
  readonly part: number;
  /** A JSON array of operations. */
  readonly ops: string;
}

/** How far the records of an exercise are; without this row they are not complete. */
export interface MetaRow {
  readonly exerciseId: string;
  readonly lastSeq: number;
  /** Tells a vault that was put back from an older copy from the one we knew. */
  readonly lastStepId: string;
}

/** What lists show of an exercise whose first steps the vault has not got yet. */
interface ExerciseRow {
  readonly id: string;
  readonly exercise: Exercise;
}

export interface Database extends Dexie {
  readonly packs: Table<PackRow, [string, number]>;
  readonly outbox: Table<OutboxRow, number>;
  readonly outboxParts: Table<OutboxPartRow, [string, number]>;
  readonly meta: Table<MetaRow, string>;
  readonly exercises: Table<ExerciseRow, string>;
}

const DATABASE_NAME = 'entente';

/** Rows of one read while records are packed: the window does what waits in between. */
const PIECE = 200;

/** Later than every kind and id, which are plain ASCII. */
const LAST = '\uffff';

/** The newest version, and each before it: a test opens every N-1 and finds its data again in N. */
export const DATABASE_VERSION = 5;

/** Records of one exercise as versions up to 4 kept them, read piece by piece. */
const recordsBefore5 = async (table: Table<RecordRow>, exerciseId: string): Promise<PlanRecord[]> => {
  const records: PlanRecord[] = [];
  for (let [kind, id] = ['', '']; ; ) {
    const rows = await table
      .where('[exerciseId+record.kind+record.id]')
      .between([exerciseId, kind, id], [exerciseId, LAST, LAST], false)
      .limit(PIECE)
      .toArray();
    for (const { record } of rows) records.push(record);
    const last = rows.at(-1)?.record;
    if (last === undefined) return records;
    [kind, id] = [last.kind, last.id];
  }
};

/** Records go into packs; those of an exercise without its `meta` row are not complete and made anew when it is opened. */
const packRecords = async (transaction: Transaction): Promise<void> => {
  const records = transaction.table<RecordRow>('records');
  const packs = transaction.table<PackRow>('packs');
  for (const { exerciseId } of await transaction.table<MetaRow>('meta').toArray()) {
    let order = 0;
    for (const { words } of packing(await recordsBefore5(records, exerciseId))) {
      await packs.put({ exerciseId, order, words });
      order += 1;
    }
  }
};

const declareVersions = (db: Dexie, upTo: number): void => {
  db.version(1).stores({
    records:
      '[exerciseId+record.kind+record.id], [exerciseId+record.participant], [exerciseId+record.parent], [exerciseId+record.start.at]',
    outbox: '++order, &stepId, exerciseId',
    meta: 'exerciseId',
  });
  if (upTo < 2) return;
  db.version(2)
    .stores({ exercises: 'id' })
    .upgrade(async (transaction) => {
      const rows = transaction.table<RecordRow>('records');
      const exercises = transaction.table<ExerciseRow>('exercises');
      await rows.each(({ exerciseId, record }) => {
        if (record.kind === 'exercise' && record.id === exerciseId)
          void exercises.put({ id: exerciseId, exercise: record });
      });
    });
  if (upTo < 3) return;
  db.version(3).stores({ outboxParts: '[stepId+part]' });
  if (upTo < 4) return;
  // Nothing asks for records but by exercise and id; keeping more indexes made a large step several times as much work.
  db.version(4).stores({ records: '[exerciseId+record.kind+record.id]' });
  if (upTo < 5) return;
  db.version(5)
    .stores({ packs: '[exerciseId+order]', records: null })
    .upgrade(async (transaction) => {
      await packRecords(transaction);
    });
};

/** The database, not opened yet: Dexie opens it with the first request. @param version an older one, for tests. */
export const createDatabase = (name: string = DATABASE_NAME, version: number = DATABASE_VERSION): Database => {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  // Nothing here watches queries; keeping book of what they might have to be told would cost as much as large writes do.
  for (const watching of ['Observability', 'Cache']) db.unuse({ stack: 'dbcore', name: watching });
  declareVersions(db, version);
  return db as Database;
};
