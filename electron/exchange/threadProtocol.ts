/** What goes between the main thread and the exchange's. */
import type { ExchangeStage } from '#shared/contract/exchange.ts';
import type { Result } from '#shared/result.ts';
import type { VaultMethod } from '../vault/protocol.ts';
import type { ExchangeService } from './service.ts';

export interface ThreadData {
  readonly folder: string;
  /** One number, not zero once the work in progress is to stop. */
  readonly flag: SharedArrayBuffer;
}

export type ToThread =
  | { readonly id: number; readonly call: keyof ExchangeService; readonly args: readonly unknown[] }
  | { readonly reply: number; readonly result: Result<unknown> };

export type FromThread =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly vault: number; readonly method: VaultMethod; readonly args: readonly unknown[] }
  | { readonly stage: ExchangeStage };
