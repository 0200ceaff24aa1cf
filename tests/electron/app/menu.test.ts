import type { MenuItemConstructorOptions } from 'electron';
import { EMPTY_MENU, menuTemplate } from '#electron/app/menu.ts';
import { MENU_COMMANDS } from '#shared/contract/app.ts';

const itemsOf = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

const OPEN = {
  ...EMPTY_MENU,
  exerciseOpen: true,
  undo: 'move of 2 Mech Bde',
  recent: [{ id: 'e1', name: 'NORDIC SHIELD' }],
};
const labelled = (items: readonly MenuItemConstructorOptions[], label: string) =>
  items.find((item) => item.label === label);
const click = (item: MenuItemConstructorOptions | undefined): void =>
  (item?.click as unknown as (() => void) | undefined)?.();

test('undo carries the step’s name and can be chosen only where there is a step', () => {
  const items = itemsOf(menuTemplate('en', OPEN, () => undefined));
  expect(labelled(items, 'Undo move of 2 Mech Bde')).toMatchObject({ enabled: true, accelerator: 'CmdOrCtrl+Z' });
  expect(labelled(items, 'Redo')).toMatchObject({ enabled: false });
});

test('French has its own words for every item', () => {
  const english = itemsOf(menuTemplate('en', EMPTY_MENU, () => undefined));
  const french = itemsOf(menuTemplate('fr', EMPTY_MENU, () => undefined));
  expect(french.map(({ type }) => type)).toEqual(english.map(({ type }) => type));
  expect(labelled(french, 'Fichier')).toBeDefined();
});

test('every item sends a command of the contract', () => {
  const sent: string[] = [];
  for (const item of itemsOf(menuTemplate('en', OPEN, (command) => void sent.push(command)))) click(item);
  const known: readonly string[] = MENU_COMMANDS;
  expect(sent.length).toBeGreaterThan(12);
  expect(sent.filter((command) => !known.includes(command.split(':')[0] ?? ''))).toEqual([]);
  expect(sent).toContain('exercise.openRecent:e1');
});

test('no two items share an accelerator', () => {
  const keys = itemsOf(menuTemplate('en', OPEN, () => undefined)).flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

test('without an exercise, what needs one is off', () => {
  const items = itemsOf(menuTemplate('en', EMPTY_MENU, () => undefined));
  for (const label of ['Export a bundle…', 'Print…', 'Timeline', 'Recent exercises']) {
    expect(labelled(items, label)).toMatchObject({ enabled: false });
  }
});
