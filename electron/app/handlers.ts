/** The app's own part of the contract: what it is, its menu, its preferences, its end. */
import { app, nativeTheme } from 'electron';
import type { Preferences } from '#shared/contract/app.ts';
import { ok } from '#shared/result.ts';
import type { Handlers } from '../ipc/handle.ts';
import type { PreferenceStore } from './preferences.ts';
import { EMPTY_MENU, showMenu } from './menu.ts';

type AppHandlers = Pick<Handlers, 'app.info' | 'app.setMenu' | 'app.setPreferences' | 'app.readyToClose'>;

export interface AppHandlerPorts {
  readonly preferences: PreferenceStore;
  /** Whether the desktop handed over a file that waits to be opened. */
  readonly fileGiven: () => boolean;
  readonly send: (command: string) => void;
  readonly readyToClose: () => void;
}

const platformOf = (platform: string): 'linux' | 'darwin' | 'win32' =>
  platform === 'darwin' || platform === 'win32' ? platform : 'linux';

export const appHandlers = ({ preferences, fileGiven, send, readyToClose }: AppHandlerPorts): AppHandlers => {
  let menu = EMPTY_MENU;
  const show = ({ language, theme }: Preferences): void => {
    nativeTheme.themeSource = theme;
    showMenu(language, menu, send);
  };
  show(preferences.get());
  return {
    'app.info': () =>
      ok({
        version: app.getVersion(),
        platform: platformOf(process.platform),
        preferences: preferences.get(),
        fileGiven: fileGiven(),
      }),
    'app.setMenu': (state) => {
      menu = state;
      show(preferences.get());
      return ok(null);
    },
    'app.setPreferences': (next) => {
      show(next);
      return preferences.set(next);
    },
    'app.readyToClose': () => {
      readyToClose();
      return ok(null);
    },
  };
};
