/**
 * The last judge of markings, beside window and command line: no step is kept that would bring a record in above the
 * ceiling of its exercise, whoever asks for it. It keeps of each record no more than its own marking, so that a step
 * costs what it changes in markings and not what the plan holds. Everything here throws.
 */
import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { Label } from '#shared/label/label.ts';
import { DEFAULT_LABELLING, type Labelling } from '#shared/label/policies.ts';
import { aboveCeiling, broughtLabel, labellingIn } from '#shared/plan/label/ceiling.ts';
import type { Op, Step } from '#shared/plan/step.ts';
import { type Level, type Standing, ceilingsIn } from './ceilings.ts';
import { VaultError } from './failures.ts';

export interface Markings {
  /**
   * Takes the markings of one step in and judges it; runs inside the transaction that appends it.
   * @param before how the exercise marked before it, as `labellingAfter` gave it; null for a new one
   * @param word how the exercise marks by the verified bundle that the step takes in, which may set a lower ceiling;
   *   undo and redo may lead back to one that was accepted, with nothing more above it than then
   * @throws VaultError LABEL_ABOVE_CEILING, LABEL_CEILING_TOO_LOW
   */
  readonly judge: (step: Step, before: string | null, word?: Labelling) => void;
  /** Takes in what was appended before anybody kept markings, or by an older Entente. */
  readonly takeIn: (step: Step) => void;
}

/** Only the exercise's own record says how it marks. */
const decidedBy = ({ exerciseId, ops }: Step): Labelling | undefined =>
  labellingIn(ops.filter(({ kind, id }) => kind === 'exercise' && id === exerciseId));

/** How the exercise marks after a step, as text to be kept; what was kept before where the step does not say. */
export const labellingAfter = (step: Step, before: string | null): string | null => {
  const decided = decidedBy(step);
  return decided === undefined ? before : JSON.stringify(decided);
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** How many records a refusal names. */
const NAMED = 3;

/** Operations from which it pays to know all rows of the exercise beforehand. */
const MANY = 1000;

/** The table of markings: a row for each record that has one of its own. */
const tableIn = (db: DatabaseSync) => {
  const get = db.prepare('SELECT policy, classification FROM marking WHERE exercise = ? AND record = ?');
  const put = db.prepare(
    `INSERT INTO marking (exercise, record, policy, classification, gone) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (exercise, record) DO UPDATE SET policy = excluded.policy,
       classification = excluded.classification, gone = excluded.gone`,
  );
  const drop = db.prepare('DELETE FROM marking WHERE exercise = ? AND record = ?');
  const bury = db.prepare('UPDATE marking SET gone = ? WHERE exercise = ? AND record = ?');
  const levels = db.prepare('SELECT DISTINCT policy, classification FROM marking WHERE exercise = ? AND gone = 0');
  const at = db.prepare(
    'SELECT record FROM marking WHERE exercise = ? AND gone = 0 AND policy = ? AND classification = ? ORDER BY record',
  );
  const all = db.prepare('SELECT record FROM marking WHERE exercise = ?');
  const level = (row: Record<string, unknown>): Level => ({
    policy: String(row['policy']),
    classification: String(row['classification']),
  });
  return {
    of: (exercise: string, record: string): Level | undefined => {
      const row = get.get(exercise, record);
      return row === undefined ? undefined : level(row);
    },
    levels: (exercise: string): readonly Level[] => levels.all(exercise).map(level),
    at: (exercise: string, { policy, classification }: Level): readonly string[] =>
      at.all(exercise, policy, classification).map((row) => String(row['record'])),
    /** Asked once for a large step: most of its records are in no row, and then nothing has to be looked for. */
    rows: (exercise: string): Set<string> => new Set(all.all(exercise).map((row) => String(row['record']))),
    take: (exercise: string, { id, before, after }: Op, rows?: Set<string>): void => {
      const known = rows?.has(id) ?? true;
      if (after === null) {
        if (known) drop.run(exercise, id);
        return;
      }
      const gone = after['deleted'] === true ? 1 : 0;
      if ('label' in after) {
        const label = after['label'] as Level | null | undefined;
        if (label !== null && label !== undefined) {
          put.run(exercise, id, textOf(label.policy), textOf(label.classification), gone);
          rows?.add(id);
        } else if (known) drop.run(exercise, id);
      } else if (known && before === null) drop.run(exercise, id);
      else if (known && 'deleted' in after) bury.run(gone, exercise, id);
    },
  };
};

/** Judges what a step says about the ceiling itself, once its markings are taken in. */
const ceilingJudge = (db: DatabaseSync, table: ReturnType<typeof tableIn>) => {
  const ceilings = ceilingsIn(db);
  const standingAbove = (exercise: string, labelling: Labelling): readonly Standing[] => {
    const isTooHigh = aboveCeiling(labelling);
    return table
      .levels(exercise)
      .filter(isTooHigh)
      .flatMap((level) => table.at(exercise, level).map((record) => ({ ...level, record })));
  };
  return (step: Step, before: Labelling, decided: Labelling, word: Labelling | undefined): void => {
    const { ceiling } = decided;
    const standing = standingAbove(step.exerciseId, decided);
    if (ceiling === undefined || standing.length === 0) return;
    const wasTooHigh = aboveCeiling(before);
    const over = standing.filter((level) => !wasTooHigh(level));
    const turns = step.source === 'undo' || step.source === 'redo';
    const isLawful =
      over.length === 0 ||
      isDeepStrictEqual(decided, word) ||
      (turns && ceilings.wasAccepted(step.exerciseId, ceiling, over));
    if (!isLawful) {
      const what = over
        .slice(0, NAMED)
        .map(({ record }) => record)
        .join(', ');
      throw new VaultError({
        code: 'LABEL_CEILING_TOO_LOW',
        data: { count: over.length, what, ceiling: ceiling.classification },
      });
    }
    if (!turns) ceilings.accept(step, ceiling, standing);
  };
};

export const markingsIn = (db: DatabaseSync): Markings => {
  const table = tableIn(db);
  const judgeCeiling = ceilingJudge(db, table);
  const rowsFor = ({ exerciseId, ops }: Step): Set<string> | undefined =>
    ops.length > MANY ? table.rows(exerciseId) : undefined;
  const takeIn: Markings['takeIn'] = (step) => {
    const rows = rowsFor(step);
    for (const op of step.ops) table.take(step.exerciseId, op, rows);
  };
  return {
    takeIn,
    judge: (step, before, word) => {
      const { exerciseId, ops } = step;
      const decided = decidedBy(step);
      const old = before === null ? DEFAULT_LABELLING : (JSON.parse(before) as Labelling);
      const labelling = decided ?? old;
      const { ceiling } = labelling;
      const isTooHigh = aboveCeiling(labelling);
      const rows = rowsFor(step);
      for (const op of ops) {
        const label: Level | undefined = broughtLabel(op, () => table.of(exerciseId, op.id) as Label | undefined);
        if (label !== undefined && isTooHigh(label))
          throw new VaultError({
            code: 'LABEL_ABOVE_CEILING',
            data: { what: op.id, ceiling: ceiling?.classification ?? '' },
          });
        table.take(exerciseId, op, rows);
      }
      if (decided !== undefined) judgeCeiling(step, old, decided, word);
    },
  };
};
