/** The vault's part of the contract, for the one choke point that checks sender and schema. */
import type { RequestInput, RequestReply } from '#shared/contract/ipc.ts';
import { MAX_RECORD_STEPS, type vaultRequests } from '#shared/contract/vault.ts';
import { type Step, opsSchema } from '#shared/plan/step.ts';
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
  readonly writesOf: (bundleToken: string) => Promise<Writes | undefined> | Writes | undefined;
}

/** The log entry of an import says how much of it was taken in, and by which step. */
const withTaken = ({ log = [], ...writes }: Writes, { id }: Step, taken: number): Writes => ({
  ...writes,
  log: log.map((entry) => ({ ...entry, data: { ...entry.data, step: id, taken } })),
});

/** The operations of a part, if it holds some and nothing else. */
const opsIn = (text: string): readonly unknown[] | undefined => {
  try {
    const ops = opsSchema.safeParse(JSON.parse(text));
    return ops.success ? ops.data : undefined;
  } catch {
    return undefined;
  }
};

/** Handlers for every `vault.*` request. */
export const vaultHandlers = ({ vault, person, writesOf }: VaultHandlerPorts): VaultHandlers => {
  // How many operations were staged of the step that is on its way.
  let staged = { stepId: '', count: 0 };
  return {
    'vault.exercises': () => vault.exercises(),
    'vault.steps': ({ before, ...query }) => vault.stepHeads(before === undefined ? query : { ...query, before }),
    'vault.stepOps': ({ exerciseId, seq, from }) => vault.stepOps(exerciseId, seq, from),
    'vault.stage': ({ stepId, part, ops }) => {
      const found = opsIn(ops);
      if (found === undefined) return Promise.resolve(fail('IPC_INPUT', { name: 'vault.stage', field: 'ops' }));
      const before = part === 0 || staged.stepId !== stepId ? 0 : staged.count;
      staged = { stepId, count: before + found.length };
      return vault.stage(stepId, part, ops);
    },
    'vault.append': async ({ step, parts, bundleToken }) => {
      if (parts !== undefined && (step.ops.length > 0 || staged.stepId !== step.id))
        return fail('VAULT_STEP_INVALID', { seq: 0, reason: 'STAGED' });
      if (bundleToken === undefined) return vault.append(step, undefined, parts);
      const writes = await writesOf(bundleToken);
      if (writes === undefined) return fail('VAULT_TOKEN_UNKNOWN');
      const count = parts === undefined ? step.ops.length : staged.count;
      return vault.append(step, withTaken(writes, step, count), parts);
    },
    'vault.recordSteps': ({ exerciseId, id }) => vault.recordSteps(exerciseId, id, MAX_RECORD_STEPS),
    'vault.actor': async () => {
      const author = await vault.author();
      if (!author.ok) return author;
      const known = await person();
      if (!known.ok) return known;
      return ok({ author: author.value, nation: known.value?.nation ?? null, name: known.value?.name ?? null });
    },
    'vault.setting': ({ key, value }) => vault.setting(key, value),
  };
};
