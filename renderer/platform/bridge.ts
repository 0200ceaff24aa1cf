/** The renderer's only door to the main process: no other file touches `window.entente`. */
import type {
  EntenteBridge,
  EventName,
  Events,
  RequestInput,
  RequestName,
  RequestReply,
} from '#shared/contract/ipc.ts';
import { type Result, fail } from '#shared/result.ts';

declare global {
  interface Window {
    readonly entente: EntenteBridge;
  }
}

/**
 * Asks the main process. Never rejects: a request that could not be carried across is BRIDGE_FAILED {request}.
 * @param input as the contract's schema bounds it.
 */
export const ask = async <N extends RequestName>(name: N, input: RequestInput<N>): Promise<Result<RequestReply<N>>> => {
  try {
    return await window.entente.invoke[name](input);
  } catch {
    return fail('BRIDGE_FAILED', { request: name });
  }
};

/** Listens to what main tells unasked. @returns what ends the listening. */
export const onEvent = <N extends EventName>(name: N, listener: (payload: Events[N]) => void): (() => void) =>
  window.entente.on[name](listener);
