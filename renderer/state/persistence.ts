/** What the plan store knows of disks: opening, saving, listing, and whether all is saved. */
import type { ExerciseSummary } from '#shared/contract/vault.ts';
import type { PlanState } from '#shared/plan/state.ts';
import type { Step } from '#shared/plan/step.ts';
import { type Result, ok } from '#shared/result.ts';
import { ask } from '../platform/bridge.ts';
import { type Database, createDatabase } from '../db/database.ts';
import { LARGE_STEP, packOps } from './packing.ts';
import { type OpenedPlan, type Progress, markMirrored, openFrom } from './openPlan.ts';
import { type Append, type SaveState, createSaveQueue } from './saveQueue.ts';

export interface Persistence {
  readonly openPlan: (exerciseId: string, onProgress?: Progress) => Promise<Result<OpenedPlan>>;
  readonly saveStep: (step: Step, next: PlanState, bundleToken?: string) => Promise<Result<{ readonly seq: number }>>;
  readonly retrySaves: () => Promise<void>;
  /** Resolves when the working database holds all that is saved. */
  readonly mirrored: () => Promise<void>;
  readonly listExercises: () => Promise<Result<readonly ExerciseSummary[]>>;
  readonly saveState: () => SaveState;
  readonly subscribeSaveState: (listener: () => void) => () => void;
  /** Ends it as a crash would: nothing more is sent or tried again. */
  readonly dispose: () => void;
}

/** A large step goes in parts, so that no message holds up the window or main. */
const appendToVault: Append = async (step, bundleToken, packed) => {
  const parts = packed ?? (await packOps(step));
  const token = bundleToken === undefined ? {} : { bundleToken };
  if (parts === undefined) return ask('vault.append', { step, ...token });
  // One after the other: sent ahead, they would leave so much behind at once that clearing it up holds up the window.
  for (const [part, ops] of parts.entries()) {
    const staged = await ask('vault.stage', { stepId: step.id, part, ops });
    if (!staged.ok) return staged;
  }
  return ask('vault.append', { step: { ...step, ops: [] }, parts: parts.length, ...token });
};

/** Exercises whose first step is still in the outbox, so that what was just created is in the list. */
const unsaved = async (db: Database, known: ReadonlySet<string>): Promise<ExerciseSummary[]> => {
  const rows = await db.outbox.toArray();
  const ids = new Set(rows.map(({ exerciseId }) => exerciseId).filter((id) => !known.has(id)));
  const found: ExerciseSummary[] = [];
  for (const id of ids) {
    const exercise = (await db.exercises.get(id))?.exercise;
    if (exercise === undefined) continue;
    const steps = rows.filter(({ exerciseId }) => exerciseId === id);
    found.push({
      id,
      name: exercise.name,
      nickname: exercise.nickname,
      start: exercise.start,
      end: exercise.end,
      hostNation: exercise.hostNation,
      types: exercise.types,
      archived: exercise.archived === true,
      deleted: exercise.deleted === true,
      head: 0,
      steps: steps.length,
      updatedAt: Math.max(...steps.map(({ step }) => step.at)),
    });
  }
  return found;
};

/** @param database another one than the window's own, for tests. */
export const createPersistence = (database: Database = createDatabase()): Persistence => {
  const queue = createSaveQueue({ db: database, append: appendToVault });
  const ports = { db: database, append: appendToVault, queue };
  const marked = new Set<string>();
  return {
    openPlan: (exerciseId, onProgress = () => {}) => openFrom(ports, exerciseId, onProgress),
    saveStep: async (step, next, bundleToken) => {
      const saved = await queue.save(step, next, bundleToken);
      if (saved.ok && !marked.has(step.exerciseId)) {
        marked.add(step.exerciseId);
        const marking = queue.mirrored().then(() => markMirrored(step.exerciseId));
        if (step.ops.length <= LARGE_STEP) await marking;
      }
      return saved;
    },
    retrySaves: queue.flush,
    mirrored: queue.mirrored,
    listExercises: async () => {
      const listed = await ask('vault.exercises', undefined);
      if (!listed.ok) return listed;
      const known = new Set(listed.value.map(({ id }) => id));
      return ok([...(await unsaved(database, known).catch(() => [])), ...listed.value]);
    },
    saveState: queue.state,
    subscribeSaveState: queue.subscribe,
    dispose: () => {
      queue.dispose();
      database.close();
    },
  };
};

let own: Persistence | undefined;
const current = (): Persistence => (own ??= createPersistence());

/**
 * Opens an exercise and its history; undo survives a restart.
 * @param onProgress called with what is done and what there is, in the same unit.
 */
export const openPlan: Persistence['openPlan'] = (exerciseId, onProgress) => current().openPlan(exerciseId, onProgress);

/**
 * Saves a step: working database, then vault. Steps are saved in the order of the calls.
 * @returns its number in the vault, or why the vault has not got it; then it is tried again by itself.
 */
export const saveStep: Persistence['saveStep'] = (step, next, bundleToken) =>
  current().saveStep(step, next, bundleToken);

/** Tries at once what is not saved yet; resolves when that is saved or refused again. */
export const retrySaves: Persistence['retrySaves'] = () => current().retrySaves();

/** Resolves when the working database holds all that is saved: an exercise opens faster from there. */
export const mirrored: Persistence['mirrored'] = () => current().mirrored();

/** Every exercise in the vault, and those whose first step has not reached it. */
export const listExercises: Persistence['listExercises'] = () => current().listExercises();

/** Whether all is saved; the same object until it changes. */
export const saveState: Persistence['saveState'] = () => current().saveState();

/** Calls back whenever `saveState` changes. @returns what ends that. */
export const subscribeSaveState: Persistence['subscribeSaveState'] = (listener) =>
  current().subscribeSaveState(listener);
