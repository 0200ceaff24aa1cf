/** What the window can be told to do, by menu, key or search: one list for all three. */
import { spotlight } from '@mantine/spotlight';
import type { MenuCommand } from '#shared/contract/app.ts';
import { removeRecords } from '#shared/plan/commands.ts';
import { isScheduled } from '#shared/plan/schedule/scheduled.ts';
import { removeScheduled } from '#shared/plan/schedule/several.ts';
import { openExercise, redo, undo } from '../state/plan.ts';
import { setPreferences, usePreferences } from '../state/preferences.ts';
import { showScreen } from '../state/screen.ts';
import { runAction } from '../state/actions.ts';
import { select, selectionParts, showView, useView, type ViewId } from '../state/view.ts';
import { performWithUndo, takeBack } from '../ui/perform.ts';

export interface AppCommand {
  readonly id: MenuCommand;
  readonly shortcuts: readonly string[];
  /** Makes no sense without an open exercise. */
  readonly needsExercise: boolean;
  /** Leaves the key to a field that is being typed into. */
  readonly yieldsToFields?: boolean;
  readonly run: () => void;
}

const removeSelected = (): void => {
  const parts = selectionParts(useView.getState().selection).filter(({ kind }) => kind !== 'exercise');
  const [first] = parts;
  if (first === undefined) return;
  const records = parts.flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })));
  const removed = performWithUndo((context) =>
    parts.length === 1
      ? removeRecords(context, first.kind, first.ids)
      : removeScheduled(context, records.filter(isScheduled)),
  );
  if (removed.ok) select(first.kind, []);
};

const nextTheme = (): void => {
  const dark = document.documentElement.dataset['mantineColorScheme'] === 'dark';
  void setPreferences({ theme: dark ? 'light' : 'dark' });
};

const toView = (view: ViewId, digit: number): AppCommand => ({
  id: `view.${view}`,
  shortcuts: [`Mod+${digit}`],
  needsExercise: true,
  run: () => {
    showScreen({ exercises: false });
    showView(view);
  },
});

/** Runs what a feature has registered under a name, where it has. */
const action = (id: MenuCommand, shortcut: string, needsExercise: boolean): AppCommand => ({
  id,
  shortcuts: [shortcut],
  needsExercise,
  run: () => runAction(id),
});

export const COMMANDS: readonly AppCommand[] = [
  {
    id: 'exercise.new',
    shortcuts: ['Mod+N'],
    needsExercise: false,
    run: () => showScreen({ exercises: true, newExercise: true }),
  },
  { id: 'exercise.list', shortcuts: ['Mod+O'], needsExercise: false, run: () => showScreen({ exercises: true }) },
  action('file.import', 'Mod+I', false),
  action('file.export', 'Mod+E', true),
  action('file.print', 'Mod+P', true),
  { id: 'edit.undo', shortcuts: ['Mod+Z'], needsExercise: true, yieldsToFields: true, run: () => takeBack(undo) },
  {
    id: 'edit.redo',
    shortcuts: ['Mod+Y', 'Mod+Shift+Z'],
    needsExercise: true,
    yieldsToFields: true,
    run: () => takeBack(redo),
  },
  { id: 'edit.delete', shortcuts: ['Delete'], needsExercise: true, yieldsToFields: true, run: removeSelected },
  toView('overview', 1),
  toView('participants', 2),
  toView('forces', 3),
  toView('calendar', 4),
  toView('timeline', 5),
  toView('logistics', 6),
  toView('exchange', 7),
  toView('print', 8),
  toView('matrix', 9),
  { id: 'view.search', shortcuts: ['Mod+K'], needsExercise: false, run: () => spotlight.open() },
  { id: 'view.theme', shortcuts: [], needsExercise: false, run: nextTheme },
  { id: 'view.audit', shortcuts: [], needsExercise: false, run: () => showScreen({ audit: true }) },
  {
    id: 'help.keyboard',
    shortcuts: ['F1', '?'],
    needsExercise: false,
    yieldsToFields: true,
    run: () => showScreen({ keyboard: true }),
  },
];

export const switchLanguage = (): void => {
  void setPreferences({ language: usePreferences.getState().language === 'en' ? 'fr' : 'en' });
};

const RECENT = 'exercise.openRecent:';

/** Carries out what the native menu chose; a recent exercise comes as `exercise.openRecent:<id>`. */
export const runMenuCommand = (name: string): void => {
  if (name.startsWith(RECENT)) void openExercise(name.slice(RECENT.length));
  else COMMANDS.find(({ id }) => id === name)?.run();
};
