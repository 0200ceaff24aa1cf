import { useEffect } from 'react';
import { hasAction } from '../state/actions.ts';
import { onEvent } from '../platform/bridge.ts';
import { usePlan } from '../state/plan.ts';
import { usePreferences } from '../state/preferences.ts';
import { COMMANDS, type AppCommand, runMenuCommand } from './commands.ts';
import { isPressed } from './shortcuts.ts';
import { VIEW_ENTRIES } from './views.tsx';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role="dialog"]') !== null);

/** Whether a command leads anywhere now: an exercise is open where it needs one, and the feature behind it is there. */
export const isAvailable = ({ id, needsExercise }: AppCommand): boolean => {
  if (needsExercise && usePlan.getState().status.phase !== 'open') return false;
  if (id.startsWith('file.')) return hasAction(id);
  const view = id.startsWith('view.') ? id.slice('view.'.length) : '';
  return ['', 'search', 'theme', 'audit'].includes(view) || VIEW_ENTRIES.some((entry) => entry.id === view);
};

const onKey = (event: KeyboardEvent): void => {
  // A list that has dealt with the key itself (Delete, arrows) has said so.
  if (event.defaultPrevented) return;
  const command = COMMANDS.find(({ shortcuts }) => shortcuts.some((shortcut) => isPressed(shortcut, event)));
  if (command === undefined || (command.yieldsToFields === true && event.key !== 'F1' && isField(event.target))) return;
  event.preventDefault();
  if (isAvailable(command)) command.run();
};

/** Listens for the keys and menu items of the window's commands, once for the whole window. */
export const useAppCommands = (): void => {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    const stop = onEvent('menu.command', ({ command }) => runMenuCommand(command));
    if (usePreferences.getState().fileGiven) {
      usePreferences.setState({ fileGiven: false });
      runMenuCommand('file.import');
    }
    return () => {
      document.removeEventListener('keydown', onKey);
      stop();
    };
  }, []);
};
