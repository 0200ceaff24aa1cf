/** The native menu, in the planner's language, with the platform's accelerators and the names of the next undo and redo. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, MenuState, Preferences } from '#shared/contract/app.ts';
import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';

type Send = (command: string) => void;
type Words = (typeof en)['menu'] | (typeof fr)['menu'];

const item = (
  label: string,
  command: MenuCommand,
  send: Send,
  more: MenuItemConstructorOptions = {},
): MenuItemConstructorOptions => ({
  label,
  ...more,
  click: () => send(command),
});

const fileMenu = (words: Words, state: MenuState, send: Send): MenuItemConstructorOptions => ({
  label: words.file,
  submenu: [
    item(words.newExercise, 'exercise.new', send, { accelerator: 'CmdOrCtrl+N' }),
    item(words.exercises, 'exercise.list', send, { accelerator: 'CmdOrCtrl+O' }),
    {
      label: words.recent,
      enabled: state.recent.length > 0,
      submenu: state.recent.map(({ id, name }) => ({ label: name, click: () => send(`exercise.openRecent:${id}`) })),
    },
    { type: 'separator' },
    item(words.import, 'file.import', send, { accelerator: 'CmdOrCtrl+I' }),
    item(words.export, 'file.export', send, { accelerator: 'CmdOrCtrl+E', enabled: state.exerciseOpen }),
    item(words.print, 'file.print', send, { accelerator: 'CmdOrCtrl+P', enabled: state.exerciseOpen }),
    { type: 'separator' },
    { role: 'quit', label: words.quit },
  ],
});

const editMenu = (words: Words, state: MenuState, send: Send): MenuItemConstructorOptions => ({
  label: words.edit,
  submenu: [
    item(state.undo === null ? words.undo : `${words.undo} ${state.undo}`, 'edit.undo', send, {
      accelerator: 'CmdOrCtrl+Z',
      enabled: state.undo !== null,
    }),
    item(state.redo === null ? words.redo : `${words.redo} ${state.redo}`, 'edit.redo', send, {
      accelerator: process.platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z',
      enabled: state.redo !== null,
    }),
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
  ],
});

const VIEWS = [
  'overview',
  'participants',
  'forces',
  'calendar',
  'timeline',
  'logistics',
  'exchange',
  'print',
  'matrix',
] as const;

const viewMenu = (words: Words, state: MenuState, send: Send): MenuItemConstructorOptions => ({
  label: words.view,
  submenu: [
    ...VIEWS.map((view, index) =>
      item(words.views[view], `view.${view}`, send, {
        accelerator: `CmdOrCtrl+${index + 1}`,
        enabled: state.exerciseOpen,
      }),
    ),
    { type: 'separator' },
    item(words.search, 'view.search', send, { accelerator: 'CmdOrCtrl+K' }),
    item(words.theme, 'view.theme', send),
    item(words.audit, 'view.audit', send),
    { type: 'separator' },
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { role: 'togglefullscreen', label: words.fullScreen },
  ],
});

/** The template, apart from Electron so that it can be read in tests. */
export const menuTemplate = (
  language: Preferences['language'],
  state: MenuState,
  send: Send,
): MenuItemConstructorOptions[] => {
  const words = language === 'fr' ? fr.menu : en.menu;
  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    fileMenu(words, state, send),
    editMenu(words, state, send),
    viewMenu(words, state, send),
    { label: words.help, submenu: [item(words.keyboard, 'help.keyboard', send, { accelerator: 'F1' })] },
  ];
};

export const EMPTY_MENU: MenuState = { undo: null, redo: null, exerciseOpen: false, recent: [] };

export const showMenu = (language: Preferences['language'], state: MenuState, send: Send): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, state, send)));
