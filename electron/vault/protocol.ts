/** What goes to and from the vault's process. Both ends are ours; the method is checked all the same. */
import type { Result } from '#shared/result.ts';
import { VAULT_METHODS, type VaultPort } from './port.ts';

export type VaultMethod = (typeof VAULT_METHODS)[number];

export interface VaultRequest {
  readonly id: number;
  /** `open` takes the data folder and comes first. */
  readonly method: VaultMethod | 'open';
  readonly args: readonly unknown[];
}

export interface VaultReply {
  readonly id: number;
  readonly result: Result<unknown>;
}

export const isVaultMethod = (name: string): name is VaultMethod => (VAULT_METHODS as readonly string[]).includes(name);

/** Calls a method by name. The arguments were typed on the other side of the same port. */
export const callVault = (vault: VaultPort, method: VaultMethod, args: readonly unknown[]): Promise<Result<unknown>> =>
  (vault[method] as (...all: readonly unknown[]) => Promise<Result<unknown>>)(...args);
