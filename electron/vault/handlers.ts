/** The vault's part of the contract, for the one choke point that checks sender and schema. */
import type { RequestInput, RequestReply } from '#shared/contract/ipc.ts';
import type { vaultRequests } from '#shared/contract/vault.ts';
import type { Step } from '#shared/plan/step.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import type { VaultPort, Writes } from './port.ts';

type VaultRequestName = keyof typeof vaultRequests;
export type VaultHandlers = {
  readonly [N in VaultRequestName]: (input: RequestInput<N>) => Promise<Result<RequestReply<N>>>;
};

export interface VaultHandlerPorts {
  readonly vault: VaultPort;
  /** Who the identity of this data folder says we are; null while there is none. */
  readonly person: () => Promise<Result<{ readonly nation: string; readonly name: string } | null>>;
  /** What to store with the step of a verified bundle; undefined when main holds nothing under that name. */
  readonly writesOf: (bundleToken: string) => Writes | undefined;
}

/** The log entry of an import says how much of it was taken in, and by which step. */
const withTaken = ({ log = [], ...writes }: Writes, { id, ops }: Step): Writes => ({
  ...writes,
  log: log.map((entry) => ({ ...entry, data: { ...entry.data, step: id, taken: ops.length } })),
});

/** Handlers for every `vault.*` request. */
export const vaultHandlers = ({ vault, person, writesOf }: VaultHandlerPorts): VaultHandlers => ({
  'vault.exercises': () => vault.exercises(),
  'vault.steps': ({ before, ...query }) => vault.steps(before === undefined ? query : { ...query, before }),
  'vault.append': async ({ step, bundleToken }) => {
    if (bundleToken === undefined) return vault.append(step);
    const writes = writesOf(bundleToken);
    return writes === undefined ? fail('VAULT_TOKEN_UNKNOWN') : vault.append(step, withTaken(writes, step));
  },
  'vault.actor': async () => {
    const author = await vault.author();
    if (!author.ok) return author;
    const known = await person();
    if (!known.ok) return known;
    return ok({ author: author.value, nation: known.value?.nation ?? null, name: known.value?.name ?? null });
  },
  'vault.setting': ({ key, value }) => vault.setting(key, value),
});
