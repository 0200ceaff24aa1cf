/** Keeps the native menu in step: the names of the next undo and redo, and the recent exercises. */
import i18next from 'i18next';
import type { MenuState } from '#shared/contract/app.ts';
import { ask } from '../platform/bridge.ts';
import { recentExercises, useRecent } from '../state/recent.ts';
import { usePlan } from '../state/plan.ts';
import { stepName } from '../ui/words.ts';

const menuState = (): MenuState => {
  const { status, history } = usePlan.getState();
  const done = history.done.at(-1);
  const undone = history.undone.at(-1);
  return {
    undo: done === undefined ? null : stepName(done.label).slice(0, 200),
    redo: undone === undefined ? null : stepName(undone.label).slice(0, 200),
    exerciseOpen: status.phase === 'open',
    recent: recentExercises().map(({ id, name }) => ({ id, name: name.slice(0, 200) })),
  };
};

/** Sends the menu's state whenever it differs from what was sent last. */
export const followMenu = (): void => {
  let sent = '';
  const send = (): void => {
    const state = menuState();
    const text = `${i18next.language} ${JSON.stringify(state)}`;
    if (text === sent) return;
    sent = text;
    void ask('app.setMenu', state);
  };
  send();
  usePlan.subscribe(send);
  useRecent.subscribe(send);
  i18next.on('languageChanged', send);
};
