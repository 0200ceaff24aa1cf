/** Key combinations as commands name them (`Mod+Shift+Z`), matched against key presses and written for people. */
import { usePreferences } from '../state/preferences.ts';
import { wordFor } from '../ui/words.ts';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is the combination; `Mod` is Command on a Mac and Ctrl elsewhere. */
export const matches = (shortcut: string, event: Pressed, mac: boolean): boolean => {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  if (event.key.toLowerCase() !== key.toLowerCase()) return false;
  const wantsMod = parts.includes('Mod');
  const modDown = mac ? event.metaKey : event.ctrlKey;
  const otherDown = mac ? event.ctrlKey : event.metaKey;
  // A sign such as `?` stands on different keys, with and without Shift, from one keyboard to another.
  const shiftFits = /^[^a-z0-9]$/i.test(key) || event.shiftKey === parts.includes('Shift');
  return modDown === wantsMod && !otherDown && shiftFits && event.altKey === parts.includes('Alt');
};

const onMac = (): boolean => usePreferences.getState().platform === 'darwin';

export const isPressed = (shortcut: string, event: Pressed): boolean => matches(shortcut, event, onMac());

const ARROWS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
/** Keys with a word on them, which differs from language to language. */
const WORDED: ReadonlySet<string> = new Set([
  'Shift',
  'Home',
  'End',
  'PgUp',
  'PgDn',
  'Space',
  'Enter',
  'Esc',
  'Delete',
  'Insert',
  'ContextMenu',
]);

const keyText = (key: string): string =>
  key === 'Mod' ? 'Ctrl' : WORDED.has(key) ? wordFor(`app.keyName.${key}`) : (ARROWS[key] ?? key);

/** The combination as this platform and language write it: `Ctrl+Shift+Z`, `Ctrl+Maj+Z`, `⇧⌘Z`. */
export const shortcutText = (shortcut: string): string => {
  const plain = onMac() ? shortcut.replace('Mod+Shift+', '⇧⌘').replace('Mod+', '⌘') : shortcut;
  return plain.split('+').map(keyText).join('+');
};
