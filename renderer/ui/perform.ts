/** Carries out what a person asked for and tells them when it was refused or can be undone. */
import { notifications } from '@mantine/notifications';
import type { CommandContext } from '#shared/plan/command.ts';
import type { Step, StepDraft } from '#shared/plan/step.ts';
import type { Failure, Result } from '#shared/result.ts';
import type { Work } from '#shared/work.ts';
import { commandContext, commit, commitInSlices, type redo, undo, usePlan } from '../state/plan.ts';
import { Dropped, inSlices } from '../state/slices.ts';
import { type TaskStage, beginTask, endTask, stageOptions } from '../state/task.ts';
import { UndoToast } from './UndoToast.tsx';
import { createElement } from 'react';
import { notify } from './notify.ts';
import { sentenceFor, stepName } from './words.ts';

/** Codes that are no news to the person: what they asked for already holds. */
const SILENT: ReadonlySet<string> = new Set(['NOTHING_TO_CHANGE', 'NOTHING_TO_UNDO', 'NOTHING_TO_REDO']);

export const tellFailure = (failure: Failure): void => {
  if (!SILENT.has(failure.code)) {
    notify({ color: 'red', message: sentenceFor(failure), autoClose: 12_000 });
  }
};

/** Tells that something was done; a few seconds, no answer needed. */
export const tellDone = (message: string): void => {
  notify({ message, autoClose: 5_000 });
};

/** Runs a command on the open plan and commits its step; a refusal is told in one sentence. */
export const perform = (command: (context: CommandContext) => Result<StepDraft>): Result<Step> => {
  const result = commit(command(commandContext()));
  if (!result.ok) tellFailure(result.error);
  return result;
};

/**
 * As `perform`, for very many records: in slices while the window answers, with how far it is and the way to stop it.
 * @returns undefined when it was stopped; then nothing has changed.
 */
export const performInSlices = async (
  work: (context: CommandContext) => Work<Result<StepDraft>>,
  stage: TaskStage,
  total: number,
): Promise<Result<Step> | undefined> => {
  const signal = beginTask();
  try {
    const draft = await inSlices(work(commandContext()), stageOptions(stage, total, signal));
    const result = draft.ok ? await commitInSlices(draft.value, { signal }) : draft;
    if (!result.ok) tellFailure(result.error);
    return result;
  } catch (error) {
    if (error instanceof Dropped) return undefined;
    throw error;
  } finally {
    endTask();
  }
};

/** Takes the newest step back, or brings one back; a refusal is told in one sentence. */
export const takeBack = (turn: typeof undo | typeof redo): void => {
  void turn().then((result) => {
    if (!result.ok) tellFailure(result.error);
  });
};

/** As `perform`, for what destroys: done at once, with Undo in the toast for as long as it is the newest step. */
export const performWithUndo = (command: (context: CommandContext) => Result<StepDraft>): Result<Step> => {
  const result = perform(command);
  if (!result.ok) return result;
  const { id, label } = result.value;
  const onUndo = (): void => {
    notifications.hide(id);
    if (usePlan.getState().history.done.at(-1)?.id === id) takeBack(undo);
  };
  notify({
    id,
    message: createElement(UndoToast, { text: stepName(label), onUndo }),
    autoClose: 10_000,
  });
  return result;
};
