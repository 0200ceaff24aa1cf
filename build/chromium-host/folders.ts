import { homedir } from 'node:os';
import path from 'node:path';

let userData = path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'), 'Entente');

/** Electron's userData folder, moved by `app.setPath`. */
export const userDataFolder = (): string => userData;
export const setUserDataFolder = (folder: string): void => {
  userData = folder;
};
