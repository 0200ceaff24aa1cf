/** Tells Chromium what the product's permission handler says, so that no page is ever asked about by a prompt. */
import type { CDPSession } from 'playwright-core';
import { filters, STAND_IN } from './bus.ts';

/** Electron's names of permissions, and Chromium's. */
const NAMES: Readonly<Record<string, string>> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  media: 'camera',
  midi: 'midi',
  'persistent-storage': 'persistent-storage',
  sensors: 'gyroscope',
  'storage-access': 'storage-access',
  'window-management': 'window-management',
  'local-fonts': 'local-fonts',
  'idle-detection': 'idle-detection',
};

export const applyPermissions = async (cdp: CDPSession): Promise<void> => {
  const { permission: check } = filters;
  if (check === undefined) return;
  const set = (name: string, granted: boolean): Promise<unknown> =>
    cdp
      .send('Browser.setPermission', {
        origin: STAND_IN,
        permission: { name },
        setting: granted ? 'granted' : 'denied',
      })
      // An older Chromium may not know one of them, and then has nothing to give.
      .catch(() => undefined);
  const granted = (name: string): boolean => check(null, name, 'app://entente');
  await Promise.all([
    ...Object.entries(NAMES).map(([electron, chromium]) => set(chromium, granted(electron))),
    set('microphone', granted('media')),
  ]);
};
