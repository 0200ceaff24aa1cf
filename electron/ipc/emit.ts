import type { BrowserWindow } from 'electron';
import type { EventName, Events } from '#shared/contract/ipc.ts';

/** Tells a window something unasked; a window that is gone hears nothing. */
export const emit = <N extends EventName>(window: BrowserWindow | undefined, name: N, payload: Events[N]): void => {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(name, payload);
};
