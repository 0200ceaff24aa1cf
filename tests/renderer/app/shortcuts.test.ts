import { matches, shortcutText } from '#renderer/app/shortcuts.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { setLanguage, startWords } from '#renderer/ui/words.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test('Mod is Ctrl, and Command on a Mac', () => {
  expect(matches('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
  expect(matches('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
  expect(matches('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
});

test('one more or one less modifier is another combination', () => {
  expect(matches('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(matches('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(matches('Delete', press('Delete', { altKey: true }), false)).toBe(false);
});

test('a sign counts whether Shift is needed for it or not', () => {
  expect(matches('?', press('?', { shiftKey: true }), false)).toBe(true);
  expect(matches('?', press('?'), false)).toBe(true);
});

describe('written for people', () => {
  const SOME = ['Mod+Shift+Z', 'Shift+ArrowUp', 'PgUp', 'Delete'];

  beforeAll(() => startWords('en'));
  afterEach(async () => {
    usePreferences.setState({ platform: 'linux' });
    await setLanguage('en');
  });

  test('keys have the names that stand on the keyboard of the language', async () => {
    expect(SOME.map(shortcutText)).toEqual(['Ctrl+Shift+Z', 'Shift+↑', 'PgUp', 'Del']);
    await setLanguage('fr');
    expect(SOME.map(shortcutText)).toEqual(['Ctrl+Maj+Z', 'Maj+↑', 'Pg préc', 'Suppr']);
  });

  test('a Mac has signs for them', () => {
    usePreferences.setState({ platform: 'darwin' });
    expect(['Mod+Shift+Z', 'Mod+K'].map(shortcutText)).toEqual(['⇧⌘Z', '⌘K']);
  });
});
