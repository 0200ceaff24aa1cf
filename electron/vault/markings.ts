/**
 * The last judge of markings, beside window and command line: no step is kept that would bring a record in above the
 * ceiling of its exercise, whoever asks for it. It keeps of each record no more than its own marking, so that a step
 * costs what it changes in markings and not what the plan holds. Everything here throws.
 */
import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { Label } from '#shared/label/label.ts';
import { DEFAULT_LABELLING, type Labelling } from '#shared/label/policies.ts';
import { aboveCeiling, broughtLabel, isReturn, labellingIn, retainedIn } from '#shared/plan/label/ceiling.ts';
import type { Retained } from '#shared/plan/retained.ts';
import type { Fields, Op, Step } from '#shared/plan/step.ts';
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

/** A table of markings: a row for each record that has one of its own, or one that the plan retains. */
type Table = ReturnType<typeof tableIn>;

/** @param labelIn the label that fields say anything about; undefined where they do not, null where it goes. */
const tableIn = (
  db: DatabaseSync,
  name: 'marking' | 'retained_marking',
  labelIn: (fields: Fields) => Level | null | undefined,
) => {
  const get = db.prepare(`SELECT policy, classification FROM ${name} WHERE exercise = ? AND record = ?`);
  const put = db.prepare(
    `INSERT INTO ${name} (exercise, record, policy, classification, gone) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (exercise, record) DO UPDATE SET policy = excluded.policy,
       classification = excluded.classification, gone = excluded.gone`,
  );
  const drop = db.prepare(`DELETE FROM ${name} WHERE exercise = ? AND record = ?`);
  const bury = db.prepare(`UPDATE ${name} SET gone = ? WHERE exercise = ? AND record = ?`);
  const levels = db.prepare(`SELECT DISTINCT policy, classification FROM ${name} WHERE exercise = ? AND gone = 0`);
  const at = db.prepare(
    `SELECT record FROM ${name} WHERE exercise = ? AND gone = 0 AND policy = ? AND classification = ? ORDER BY record`,
  );
  const some = db.prepare(`SELECT 1 FROM ${name} WHERE exercise = ? AND policy = ? AND classification = ? LIMIT 1`);
  const all = db.prepare(`SELECT record FROM ${name} WHERE exercise = ?`);
  const level = (row: Record<string, unknown>): Level => ({
    policy: String(row['policy']),
    classification: String(row['classification']),
  });
  return {
    of: (exercise: string, record: string): Level | undefined => {
      const row = get.get(exercise, record);
      return row === undefined ? undefined : level(row);
    },
    /** Whether a record, deleted or not, is marked so. */
    has: (exercise: string, { policy, classification }: Level): boolean =>
      some.get(exercise, policy, classification) !== undefined,
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
      const label = labelIn(after);
      if (label !== undefined) {
        if (label !== null) {
          put.run(exercise, id, textOf(label.policy), textOf(label.classification), gone);
          rows?.add(id);
        } else if (known) drop.run(exercise, id);
      } else if (known && before === null) drop.run(exercise, id);
      else if (known && 'deleted' in after) bury.run(gone, exercise, id);
    },
  };
};

const tablesIn = (db: DatabaseSync) => ({
  own: tableIn(db, 'marking', (fields) =>
    'label' in fields ? ((fields['label'] ?? null) as Level | null) : undefined,
  ),
  retained: tableIn(db, 'retained_marking', (fields) =>
    'retained' in fields ? (((fields['retained'] ?? {}) as Retained).label?.label ?? null) : undefined,
  ),
});
type Tables = ReturnType<typeof tablesIn>;

const isTurn = ({ source }: Step): boolean => source === 'undo' || source === 'redo';

/** Judges what a step says about the ceiling itself, once its markings are taken in; keeps what was accepted before. */
const ceilingJudge = (db: DatabaseSync, { own, retained }: Tables) => {
  const ceilings = ceilingsIn(db);
  const standingAbove = (exercise: string, labelling: Labelling): readonly Standing[] => {
    const isTooHigh = aboveCeiling(labelling);
    const above = (table: Table): Standing[] =>
      table
        .levels(exercise)
        .filter(isTooHigh)
        .flatMap((level) => table.at(exercise, level).map((record) => ({ ...level, record })));
    return [...above(own), ...above(retained)];
  };
  const accepted = (step: Step, { ceiling, ...rest }: Labelling): void => {
    if (ceiling === undefined || isTurn(step)) return;
    const standing = standingAbove(step.exerciseId, { ...rest, ceiling });
    if (standing.length > 0) ceilings.accept(step, ceiling, standing);
  };
  const judge = (step: Step, before: Labelling, decided: Labelling, word: Labelling | undefined): void => {
    const { ceiling } = decided;
    const standing = standingAbove(step.exerciseId, decided);
    if (ceiling === undefined || standing.length === 0) return;
    const wasTooHigh = aboveCeiling(before);
    const over = standing.filter((level) => !wasTooHigh(level));
    const turns = isTurn(step);
    const isLawful =
      over.length === 0 ||
      isDeepStrictEqual(decided, word) ||
      (turns && ceilings.wasAccepted(step.exerciseId, ceiling, over));
    if (!isLawful) {
      const records = [...new Set(over.map(({ record }) => record))];
      throw new VaultError({
        code: 'LABEL_CEILING_TOO_LOW',
        data: {
          count: records.length,
          what: records.slice(0, NAMED).join(', '),
          ceiling: ceiling.classification,
        },
      });
    }
    if (!turns) ceilings.accept(step, ceiling, standing);
  };
  return { judge, accepted };
};

export const markingsIn = (db: DatabaseSync): Markings => {
  const tables = tablesIn(db);
  const { own, retained } = tables;
  const ceiling = ceilingJudge(db, tables);
  const taking = ({ exerciseId, ops }: Step): ((op: Op) => void) => {
    const known = [own, retained].map(
      (table) => [table, ops.length > MANY ? table.rows(exerciseId) : undefined] as const,
    );
    return (op) => {
      for (const [table, rows] of known) table.take(exerciseId, op, rows);
    };
  };
  const takeIn: Markings['takeIn'] = (step) => {
    const take = taking(step);
    for (const op of step.ops) take(op);
    const decided = decidedBy(step);
    // It is kept already, so it was accepted: undo and redo may lead there again.
    if (decided !== undefined) ceiling.accepted(step, decided);
  };
  /** What is retained was there before, on what protected the record: it is no higher than what stood already. */
  const isNew = (exerciseId: string, level: Level): boolean =>
    !own.has(exerciseId, level) && !retained.has(exerciseId, level);
  return {
    takeIn,
    judge: (step, before, word) => {
      const { exerciseId, ops } = step;
      const decided = decidedBy(step);
      const old = before === null ? DEFAULT_LABELLING : (JSON.parse(before) as Labelling);
      const labelling = decided ?? old;
      const isTooHigh = aboveCeiling(labelling);
      const refuse = (op: Op): never => {
        throw new VaultError({
          code: 'LABEL_ABOVE_CEILING',
          data: { what: op.id, ceiling: labelling.ceiling?.classification ?? '' },
        });
      };
      // Held against what stood before the step: nothing in it can make room for another part of it.
      for (const op of ops) {
        const kept = retainedIn(op);
        if (kept !== undefined && isTooHigh(kept) && isNew(exerciseId, kept)) refuse(op);
      }
      const take = taking(step);
      for (const op of ops) {
        const label: Level | undefined = broughtLabel(op, () => own.of(exerciseId, op.id) as Label | undefined);
        const back = isReturn(op) ? retained.of(exerciseId, op.id) : undefined;
        if ([label, back].some((each) => each !== undefined && isTooHigh(each))) refuse(op);
        take(op);
      }
      if (decided !== undefined) ceiling.judge(step, old, decided, word);
    },
  };
};
