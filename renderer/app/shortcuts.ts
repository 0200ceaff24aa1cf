/** Key combinations as commands name them (`Mod+Shift+Z`), matched against key presses and written for people. */
import { usePreferences } from '../state/preferences.ts';

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

/** The combination as this platform writes it: `Ctrl+Shift+Z`, `⇧⌘Z`. */
export const shortcutText = (shortcut: string): string => {
  const arrows = shortcut
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace('ArrowUp', '↑')
    .replace('ArrowDown', '↓');
  return onMac()
    ? arrows.replace('Mod+Shift+', '⇧⌘').replace('Mod+', '⌘')
    : arrows.replace('Mod', 'Ctrl').replace('Delete', 'Del');
};
