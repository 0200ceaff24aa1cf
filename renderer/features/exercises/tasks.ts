/** What the list does with exercises, with the words that tell of it and the way back. */
import { createElement } from 'react';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ExerciseSummary } from '#shared/contract/vault.ts';
import type { Result } from '#shared/result.ts';
import { archive, duplicate, remove, restore } from '../../state/exercises.ts';
import { forgetRecent } from '../../state/recent.ts';
import { notify } from '../../ui/notify.ts';
import { tellFailure } from '../../ui/perform.ts';
import { UndoToast } from '../../ui/UndoToast.tsx';

const told = async <T>(work: Promise<Result<T>>): Promise<Result<T>> => {
  const result = await work;
  if (!result.ok) tellFailure(result.error);
  return result;
};

const tellWithUndo = (id: string, text: string): void => {
  notify({
    id,
    autoClose: 10_000,
    message: createElement(UndoToast, {
      text,
      onUndo: () => {
        notifications.hide(id);
        void told(restore(id));
      },
    }),
  });
};

export const deleteWithUndo = async (summaries: readonly ExerciseSummary[]): Promise<void> => {
  for (const { id, name } of summaries) {
    if (!(await told(remove(id))).ok) return;
    forgetRecent(id);
    tellWithUndo(id, i18next.t('exercises.deleted', { name }));
  }
};

export const archiveWithUndo = async (summaries: readonly ExerciseSummary[]): Promise<void> => {
  for (const { id, name } of summaries) {
    if (!(await told(archive(id))).ok) return;
    tellWithUndo(id, i18next.t('exercises.archived', { name }));
  }
};

export const restoreAll = async (summaries: readonly ExerciseSummary[]): Promise<void> => {
  for (const { id } of summaries) if (!(await told(restore(id))).ok) return;
};

export const duplicateAll = async (summaries: readonly ExerciseSummary[]): Promise<void> => {
  for (const { id, name } of summaries) {
    if (!(await told(duplicate(id, i18next.t('exercises.copyName', { name }).slice(0, 120)))).ok) return;
  }
};
