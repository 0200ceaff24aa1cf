/**
 * What the page gets of the main process: one named function per request and one subscription per event of the
 * contract. The raw channel stays here; a name outside the lists reaches nobody.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { EventName } from '#shared/contract/ipc.ts';
import { EVENT_NAMES, REQUEST_NAMES } from '#shared/contract/names.ts';

const subscribe =
  (name: EventName) =>
  (listener: (payload: unknown) => void): (() => void) => {
    // The event object carries the sender: the page gets the payload alone.
    const relay = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(name, relay);
    return () => ipcRenderer.off(name, relay);
  };

contextBridge.exposeInMainWorld('entente', {
  invoke: Object.fromEntries(REQUEST_NAMES.map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)])),
  on: Object.fromEntries(EVENT_NAMES.map((name) => [name, subscribe(name)])),
});
