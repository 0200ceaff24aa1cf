/** The append-only history in the vault. Everything here throws; `inProcess.ts` turns that into failures. */
import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { ExerciseSummary, StepPage, StoredStep } from '#shared/contract/vault.ts';
import type { Step } from '#shared/plan/step.ts';
import type { Labelling } from '#shared/label/policies.ts';
import { VaultError, damaged } from './failures.ts';
import { labellingAfter, markingsIn } from './markings.ts';
import { packText, unpackText } from './payload.ts';
import type { PackedPage, PackedStep, Snapshot, StepQuery } from './port.ts';
import { payloadOf, stepOf } from './rows.ts';
import { type StepParts, stepPartsIn } from './stepParts.ts';
import { parseSummary, summaryAfter } from './summary.ts';

/** JSON bytes of one reply; a larger step travels alone. */
const PAGE_BYTES = 8 * 1024 * 1024;

/** JSON bytes of one step: half of what one string can hold. */
const MAX_STEP_BYTES = 256 * 1024 * 1024;

export interface StepsStore extends StepParts {
  readonly exercises: () => readonly ExerciseSummary[];
  readonly steps: (query: StepQuery) => StepPage;
  readonly packedSteps: (query: StepQuery) => PackedPage;
  readonly recordSteps: (exerciseId: string, id: string, limit: number) => readonly StoredStep[];
  /**
   * Runs inside the caller's transaction.
   * @param word how the exercise marks by the verified bundle that the step takes in
   */
  readonly append: (step: Step, word?: Labelling) => { readonly seq: number; readonly isNew: boolean };
  readonly snapshot: (exerciseId: string) => Snapshot | null;
  readonly putSnapshot: (exerciseId: string, snapshot: Snapshot) => void;
}

const exercisesIn = (db: DatabaseSync) => {
  const all = db.prepare('SELECT id, head, steps, updated_at, summary FROM exercise ORDER BY updated_at DESC, id');
  return (): readonly ExerciseSummary[] =>
    all.all().map((row) => ({
      ...parseSummary(String(row['summary'])),
      id: String(row['id']),
      head: Number(row['head']),
      steps: Number(row['steps']),
      updatedAt: Number(row['updated_at']),
    }));
};

/**
 * Pages of steps, oldest or newest first. What `isApart` says of a size counts for nothing, as it goes by another way,
 * but only one such step is in a page.
 */
const pagesIn = (db: DatabaseSync) => {
  const columns = 'seq, size, encoding, digest, body';
  const upwards = db.prepare(`SELECT ${columns} FROM step WHERE exercise = ? AND seq > ? ORDER BY seq LIMIT ?`);
  const downwards = db.prepare(
    `SELECT ${columns} FROM step WHERE exercise = ? AND seq > ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
  );
  const head = db.prepare('SELECT head FROM exercise WHERE id = ?');
  return (
    { exerciseId, after, before, limit }: StepQuery,
    most = PAGE_BYTES,
    isApart: (size: number) => boolean = () => false,
  ): PackedPage => {
    const rows =
      before === undefined
        ? upwards.iterate(exerciseId, after, limit)
        : downwards.iterate(exerciseId, after, before, limit);
    const steps: PackedStep[] = [];
    let bytes = 0;
    let apart = 0;
    for (const row of rows) {
      const size = Number(row['size']);
      if (isApart(size)) apart += 1;
      else bytes += size;
      if ((bytes > most || apart > 1) && steps.length > 0) break;
      steps.push({ seq: Number(row['seq']), ...payloadOf(row) });
    }
    return {
      steps: before === undefined ? steps : steps.toReversed(),
      head: Number(head.get(exerciseId)?.['head'] ?? 0),
    };
  };
};

const unpacked = (folder: string, { steps, head }: PackedPage): StepPage => ({
  steps: steps.map((packed): StoredStep => ({ seq: packed.seq, step: stepOf(folder, packed) })),
  head,
});

const appendIn = (db: DatabaseSync, folder: string) => {
  const byId = db.prepare('SELECT seq, size, encoding, digest, body FROM step WHERE id = ?');
  const insert = db.prepare(
    'INSERT INTO step (id, exercise, at, size, encoding, digest, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const noted = db.prepare('SELECT summary, head, marked, labelling FROM exercise WHERE id = ?');
  const note = db.prepare(
    `INSERT INTO exercise (id, head, steps, updated_at, summary, marked, labelling) VALUES (?1, ?2, 1, ?3, ?4, ?2, ?5)
     ON CONFLICT (id) DO UPDATE SET head = excluded.head, steps = steps + 1, updated_at = excluded.updated_at,
       summary = excluded.summary, marked = excluded.marked, labelling = excluded.labelling`,
  );
  const older = db.prepare(
    'SELECT seq, size, encoding, digest, body FROM step WHERE exercise = ? AND seq > ? ORDER BY seq',
  );
  const markings = markingsIn(db);
  /** How the exercise marks now, with the markings of every step before taken in. */
  const labellingBefore = (exercise: string, old: Readonly<Record<string, unknown>> | undefined): string | null => {
    if (old === undefined) return null;
    let labelling = typeof old['labelling'] === 'string' ? old['labelling'] : null;
    if (Number(old['marked']) >= Number(old['head'])) return labelling;
    for (const row of older.iterate(exercise, Number(old['marked']))) {
      const step = stepOf(folder, payloadOf(row));
      markings.takeIn(step);
      labelling = labellingAfter(step, labelling);
    }
    return labelling;
  };
  return (step: Step, word?: Labelling) => {
    const text = JSON.stringify(step);
    const known = byId.get(step.id);
    if (known !== undefined) {
      // Compared as values: the same step may come back with its fields in another order.
      if (isDeepStrictEqual(JSON.parse(text), stepOf(folder, payloadOf(known))))
        return { seq: Number(known['seq']), isNew: false };
      throw new VaultError({ code: 'VAULT_STEP_DIFFERS', data: { step: step.id } });
    }
    const { size, encoding, digest, body } = packText(text);
    if (size > MAX_STEP_BYTES) {
      throw new VaultError({ code: 'VAULT_STEP_TOO_LARGE', data: { mb: MAX_STEP_BYTES / 1024 / 1024 } });
    }
    const old = noted.get(step.exerciseId);
    const before = labellingBefore(step.exerciseId, old);
    markings.judge(step, before, word);
    const at = Math.round(step.at);
    const seq = Number(insert.run(step.id, step.exerciseId, at, size, encoding, digest, body).lastInsertRowid);
    const summary = summaryAfter(old === undefined ? undefined : parseSummary(String(old['summary'])), step);
    note.run(step.exerciseId, seq, at, JSON.stringify(summary), labellingAfter(step, before));
    return { seq, isNew: true };
  };
};

const snapshotsIn = (db: DatabaseSync) => {
  const get = db.prepare('SELECT seq, size, encoding, digest, body FROM snapshot WHERE exercise = ?');
  const put = db.prepare(
    `INSERT INTO snapshot (exercise, seq, size, encoding, digest, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (exercise) DO UPDATE SET seq = excluded.seq, size = excluded.size, encoding = excluded.encoding,
       digest = excluded.digest, body = excluded.body WHERE excluded.seq > seq`,
  );
  return {
    // A damaged snapshot is as good as none: the steps are there.
    snapshot: (exerciseId: string): Snapshot | null => {
      const row = get.get(exerciseId);
      const records = row === undefined ? undefined : unpackText(payloadOf(row));
      return row === undefined || records === undefined ? null : { seq: Number(row['seq']), records };
    },
    putSnapshot: (exerciseId: string, { seq, records }: Snapshot): void => {
      const { size, encoding, digest, body } = packText(records);
      put.run(exerciseId, seq, size, encoding, digest, body);
    },
  };
};

/** Reads from the newest step on; a step in whose text the record's id does not occur is not even parsed. */
const recordStepsIn = (db: DatabaseSync, folder: string) => {
  const newest = db.prepare('SELECT seq, size, encoding, digest, body FROM step WHERE exercise = ? ORDER BY seq DESC');
  return (exerciseId: string, id: string, limit: number): readonly StoredStep[] => {
    const found: StoredStep[] = [];
    for (const row of newest.iterate(exerciseId)) {
      const text = unpackText(payloadOf(row));
      if (text === undefined) throw new VaultError(damaged(folder));
      if (!text.includes(id)) continue;
      const step = JSON.parse(text) as Step;
      const ops = step.ops.filter((op) => op.id === id);
      if (ops.length > 0) found.push({ seq: Number(row['seq']), step: { ...step, ops } });
      if (found.length >= limit) break;
    }
    return found.reverse();
  };
};

export const stepsStore = (db: DatabaseSync, folder: string): StepsStore => {
  const page = pagesIn(db);
  const packedSteps = (query: StepQuery): PackedPage => page(query);
  return {
    ...stepPartsIn(db, folder, page),
    exercises: exercisesIn(db),
    steps: (query) => unpacked(folder, packedSteps(query)),
    packedSteps,
    recordSteps: recordStepsIn(db, folder),
    append: appendIn(db, folder),
    ...snapshotsIn(db),
  };
};
