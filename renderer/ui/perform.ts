/** Carries out what a person asked for and tells them when it was refused or can be undone. */
import { notifications } from '@mantine/notifications';
import type { CommandContext } from '#shared/plan/command.ts';
import type { Step, StepDraft } from '#shared/plan/step.ts';
import type { Failure, Result } from '#shared/result.ts';
import { commandContext, commit, undo, usePlan } from '../state/plan.ts';
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

/** As `perform`, for what destroys: done at once, with Undo in the toast for as long as it is the newest step. */
export const performWithUndo = (command: (context: CommandContext) => Result<StepDraft>): Result<Step> => {
  const result = perform(command);
  if (!result.ok) return result;
  const { id, label } = result.value;
  const takeBack = (): void => {
    notifications.hide(id);
    if (usePlan.getState().history.done.at(-1)?.id === id) undo();
  };
  notify({
    id,
    message: createElement(UndoToast, { text: stepName(label), onUndo: takeBack }),
    autoClose: 10_000,
  });
  return result;
};
