/** The list of exercises, and what is done with whole exercises: each of it an ordinary step that the vault keeps. */
import { v7 as uuid } from 'uuid';
import { create } from 'zustand';
import type { ExerciseSummary } from '#shared/contract/vault.ts';
import type { CommandContext } from '#shared/plan/command.ts';
import { archiveExercise, deleteExercise, duplicateExercise, restoreExercise } from '#shared/plan/exercise/commands.ts';
import { UNKNOWN_NATION } from '#shared/plan/participant/codes.ts';
import { EMPTY_PLAN, type PlanState } from '#shared/plan/state.ts';
import { applyOps, type StepDraft } from '#shared/plan/step.ts';
import { type Failure, type Result, fail, ok } from '#shared/result.ts';
import { useActor } from './actor.ts';
import { listExercises, openPlan, saveStep } from './persistence.ts';
import { closeExercise, commandContext, commit, openExercise, ownStep, usePlan } from './plan.ts';

export type ExerciseList =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly list: readonly ExerciseSummary[] }
  | { readonly phase: 'failed'; readonly failure: Failure };

export const useExercises = create<ExerciseList>()(() => ({ phase: 'loading' }));

/** Reads the list anew. */
export const refreshExercises = async (): Promise<void> => {
  const listed = await listExercises();
  useExercises.setState(
    listed.ok ? { phase: 'ready', list: listed.value } : { phase: 'failed', failure: listed.error },
    true,
  );
};

/** What commands that begin an exercise need to know; its records belong to our nation, or to the host while we have none. */
export const firstContext = (hostNation: string | undefined): CommandContext => ({
  plan: EMPTY_PLAN,
  actor: useActor.getState().nation ?? hostNation ?? UNKNOWN_NATION,
  newId: () => uuid(),
});

/** Stores the first step of a new exercise, which its first operation creates. @returns the exercise's id. */
const beginExercise = async (draft: Result<StepDraft>): Promise<Result<string>> => {
  if (!draft.ok) return draft;
  const id = draft.value.ops.find(({ kind }) => kind === 'exercise')?.id;
  if (id === undefined) return fail('RECORD_MISSING', { kind: 'exercise' });
  const step = ownStep(EMPTY_PLAN, id, draft.value);
  const plan = applyOps(EMPTY_PLAN, step.ops);
  if (!plan.ok) return plan;
  // A vault that refuses keeps the step waiting and says so in the title line: the exercise is there all the same.
  await saveStep(step, plan.value);
  return ok(id);
};

/** Begins an exercise and opens it. */
export const beginAndOpen = async (draft: Result<StepDraft>): Promise<Result<string>> => {
  const begun = await beginExercise(draft);
  if (!begun.ok) return begun;
  const opened = await openExercise(begun.value);
  return opened.ok ? begun : opened;
};

const isOpen = (id: string): boolean => {
  const { status } = usePlan.getState();
  return status.phase === 'open' && status.id === id;
};

const planOf = async (id: string): Promise<Result<PlanState>> => {
  if (isOpen(id)) return ok(usePlan.getState().plan);
  const opened = await openPlan(id, () => {});
  return opened.ok ? ok(opened.value.plan) : opened;
};

/** Changes an exercise whether it is the open one or not. */
const change = async (id: string, command: (context: CommandContext) => Result<StepDraft>): Promise<Result<null>> => {
  if (isOpen(id)) {
    const done = commit(command(commandContext()));
    return done.ok ? ok(null) : done;
  }
  const plan = await planOf(id);
  if (!plan.ok) return plan;
  const draft = command({ ...firstContext(undefined), plan: plan.value });
  if (!draft.ok) return draft;
  const step = ownStep(plan.value, id, draft.value);
  const next = applyOps(plan.value, step.ops);
  if (!next.ok) return next;
  const saved = await saveStep(step, next.value);
  return saved.ok ? ok(null) : saved;
};

const thenRefresh = async <T>(work: Promise<Result<T>>): Promise<Result<T>> => {
  const result = await work;
  await refreshExercises();
  return result;
};

export const archive = (id: string): Promise<Result<null>> => thenRefresh(change(id, archiveExercise));

/** Brings back what was archived or deleted. */
export const restore = (id: string): Promise<Result<null>> => thenRefresh(change(id, restoreExercise));

/** Deletes an exercise; its records stay behind the tombstone, so that `restore` brings all of it back. */
export const remove = async (id: string): Promise<Result<null>> => {
  const result = await thenRefresh(change(id, deleteExercise));
  if (result.ok && isOpen(id)) closeExercise();
  return result;
};

/** Copies an exercise under a new name. @returns the copy's id. */
export const duplicate = async (id: string, name: string): Promise<Result<string>> => {
  const plan = await planOf(id);
  if (!plan.ok) return plan;
  return thenRefresh(beginExercise(duplicateExercise({ ...firstContext(undefined), plan: plan.value }, name)));
};
