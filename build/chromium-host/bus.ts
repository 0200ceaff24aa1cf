/** State that the stand-in's modules share: the app's events, ipc handlers, protocol handlers and request filter. */
import { EventEmitter } from 'node:events';

type IpcHandler = (
  event: { sender: unknown; senderFrame: { url: string; parent: unknown } },
  input: unknown,
) => unknown;
type PermissionCheck = (contents: null, permission: string, origin: string) => boolean;
type RequestFilter = (details: { url: string }, done: (answer: { cancel?: boolean }) => void) => void;

export const appEvents = new EventEmitter();
export const sessionEvents = new EventEmitter();
export const ipcHandlers = new Map<string, IpcHandler>();
export const protocols = new Map<string, (request: Request) => Promise<Response>>();
export const filters: { request: RequestFilter | undefined; permission: PermissionCheck | undefined } = {
  request: undefined,
  permission: undefined,
};

/** Chromium knows no `app:` scheme: its pages stand under an https origin that only the stand-in answers. */
export const STAND_IN = 'https://entente.invalid';

export const toChromium = (url: string): string => url.replace(/^app:\/\/entente/, STAND_IN);
export const fromChromium = (url: string): string =>
  url.startsWith(STAND_IN) ? `app://entente${url.slice(STAND_IN.length)}` : url;
