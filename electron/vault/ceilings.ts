/**
 * The ceilings that were accepted although records stood above them: a verified bundle of the exercise's owner brought
 * them, or they were changed while it held. Each is kept with what stood above it, so that undo and redo can lead back
 * to it. Whoever makes such a step up gets no more by it: nothing new can stand above the ceiling then.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Label } from '#shared/label/label.ts';
import type { Step } from '#shared/plan/step.ts';

/** How high something is marked: what a ceiling looks at. */
export type Level = Pick<Label, 'policy' | 'classification'>;

/** A record and how high it is marked. */
export interface Standing extends Level {
  readonly record: string;
}

interface Ceilings {
  /** Keeps a ceiling with what stands above it; runs inside the transaction that appends the step. */
  readonly accept: (step: Step, ceiling: Level, standing: readonly Standing[]) => void;
  /** Whether the ceiling was accepted once with all of these above it, marked as they are now. */
  readonly wasAccepted: (exerciseId: string, ceiling: Level, over: readonly Standing[]) => boolean;
}

const levelText = ({ policy, classification }: Level): string => `${policy}\n${classification}`;

export const ceilingsIn = (db: DatabaseSync): Ceilings => {
  const put = db.prepare(
    'INSERT OR REPLACE INTO ceiling (step, exercise, policy, classification, standing) VALUES (?, ?, ?, ?, ?)',
  );
  const get = db.prepare('SELECT standing FROM ceiling WHERE exercise = ? AND policy = ? AND classification = ?');
  return {
    accept: ({ id, exerciseId }, { policy, classification }, standing) => {
      const levels = Object.fromEntries(standing.map((each) => [each.record, levelText(each)]));
      put.run(id, exerciseId, policy, classification, JSON.stringify(levels));
    },
    wasAccepted: (exerciseId, { policy, classification }, over) =>
      get.all(exerciseId, policy, classification).some((row) => {
        const levels = new Map(Object.entries(JSON.parse(String(row['standing'])) as Record<string, string>));
        return over.every((each) => levels.get(each.record) === levelText(each));
      }),
  };
};
