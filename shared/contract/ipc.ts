/**
 * The contract between renderer and main: the only way in which they know each other.
 * Requests go renderer -> main and are answered with a Result; events go main -> renderer, one way.
 */
import type { Result } from '../result.ts';
import type { InputOf, ReplyOf } from './define.ts';
import { appRequests } from './app.ts';
import { auditRequests } from './audit.ts';
import { cosignRequests } from './cosign.ts';
import { type ExchangeStage, exchangeRequests } from './exchange.ts';
import { outgoingRequests } from './outgoing.ts';
import { pictureRequests } from './picture.ts';
import { printRequests } from './print.ts';
import { vaultRequests } from './vault.ts';

/** Every request, by name; `area.verb`. */
export const requests = {
  ...appRequests,
  ...auditRequests,
  ...cosignRequests,
  ...exchangeRequests,
  ...outgoingRequests,
  ...pictureRequests,
  ...printRequests,
  ...vaultRequests,
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<N extends RequestName> = InputOf<(typeof requests)[N]>;
export type RequestReply<N extends RequestName> = ReplyOf<(typeof requests)[N]>;

/** What the preload exposes as `window.entente`: one named function per request, and a subscription per event. */
export interface EntenteBridge {
  readonly invoke: { readonly [N in RequestName]: (input: RequestInput<N>) => Promise<Result<RequestReply<N>>> };
  readonly on: { readonly [N in EventName]: (listener: (payload: Events[N]) => void) => () => void };
}

/** What main tells the renderer unasked. */
export interface Events {
  /** A menu item or accelerator was chosen; the name is one of `MENU_COMMANDS`. */
  'menu.command': { readonly command: string };
  /** The window is about to close; the renderer answers `app.readyToClose` when all is saved. */
  'app.closing': Record<string, never>;
  /** What the export or import under way is at. */
  'exchange.stage': { readonly stage: ExchangeStage };
}
export type EventName = keyof Events;
