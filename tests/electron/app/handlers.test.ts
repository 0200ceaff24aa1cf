import { appHandlers } from '#electron/app/handlers.ts';
import { openPreferences } from '#electron/app/preferences.ts';
import { ok } from '#shared/result.ts';
import { Menu, nativeTheme } from '#tests/support/electron.ts';
import { useFolders } from '../vault/support.ts';

const newFolder = useFolders();
const titles = (): (string | undefined)[] =>
  ((Menu.setApplicationMenu.mock.calls.at(-1)?.[0] ?? []) as { label?: string }[]).map(({ label }) => label);

const start = () => {
  const readyToClose = jest.fn();
  const preferences = openPreferences(newFolder(), 'en-GB');
  return {
    readyToClose,
    handlers: appHandlers({ preferences, fileGiven: () => false, send: () => undefined, readyToClose }),
  };
};

test('the app says what it is, and shows its menu before any page asks', () => {
  const { handlers } = start();
  expect(titles()).toContain('File');
  expect(handlers['app.info'](undefined, 1)).toMatchObject({
    ok: true,
    value: { version: '9.8.7', preferences: { language: 'en', theme: 'system' } },
  });
});

test('another language and theme are shown at once and remembered', () => {
  const { handlers } = start();
  expect(handlers['app.setPreferences']({ language: 'fr', theme: 'dark' }, 1)).toEqual(ok(null));
  expect(titles()).toContain('Fichier');
  expect(nativeTheme.themeSource).toBe('dark');
  expect(handlers['app.info'](undefined, 1)).toMatchObject({ value: { preferences: { language: 'fr' } } });
});

test('the menu keeps its state when the language changes', async () => {
  const { handlers } = start();
  await handlers['app.setMenu']({ undo: 'déplacer', redo: null, exerciseOpen: true, recent: [] }, 1);
  await handlers['app.setPreferences']({ language: 'fr', theme: 'light' }, 1);
  expect(JSON.stringify(Menu.setApplicationMenu.mock.calls.at(-1))).toContain('Annuler déplacer');
});

test('a page that is ready lets the window go', async () => {
  const { handlers, readyToClose } = start();
  await handlers['app.readyToClose'](undefined, 1);
  expect(readyToClose).toHaveBeenCalledTimes(1);
});
