/**
 * Entry of the exchange's thread. It has keys of its own making from the same sealed file, inside the main process; the
 * vault answers it through the main thread, which passes on bytes and never reads a large step itself.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { StoredStep } from '#shared/contract/vault.ts';
import type { Step } from '#shared/plan/step.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { openKeys } from '../keys/identity.ts';
import { openPartners } from '../keys/partners.ts';
import { unpackText } from '../vault/payload.ts';
import { type PackedPage, VAULT_METHODS, type VaultPort } from '../vault/port.ts';
import type { VaultMethod } from '../vault/protocol.ts';
import { createExchange } from './service.ts';
import type { FromThread, ThreadData, ToThread } from './threadProtocol.ts';

const { folder, flag } = workerData as ThreadData;
const cancelled = new Int32Array(flag);
const port = parentPort;
const send = (message: FromThread): void => port?.postMessage(message);

const waiting = new Map<number, (result: Result<unknown>) => void>();
let last = 0;

const askVault = (method: VaultMethod, args: readonly unknown[]): Promise<Result<unknown>> =>
  new Promise((resolve) => {
    last += 1;
    waiting.set(last, resolve);
    send({ vault: last, method, args });
  });

const proxied = Object.fromEntries(
  VAULT_METHODS.map((method) => [method, (...args: readonly unknown[]) => askVault(method, args)]),
) as unknown as VaultPort;

/** Steps are inflated and parsed here. */
const stepsOf = ({ steps, head }: PackedPage): Result<{ steps: readonly StoredStep[]; head: number }> => {
  const read: StoredStep[] = [];
  for (const packed of steps) {
    const text = unpackText(packed);
    if (text === undefined) return fail('VAULT_DAMAGED', { file: folder });
    read.push({ seq: packed.seq, step: JSON.parse(text) as Step });
  }
  return ok({ steps: read, head });
};

const vault: VaultPort = {
  ...proxied,
  steps: async (query) => {
    const page = await proxied.packedSteps(query);
    return page.ok ? stepsOf(page.value) : page;
  },
};

const service = createExchange({
  vault,
  // The identity may have been made, renewed or revoked since: what is sealed now counts.
  keys: new Proxy(openKeys(vault, folder, Date.now), {
    get: (_, name) => Reflect.get(openKeys(vault, folder, Date.now), name) as unknown,
  }),
  partners: openPartners(vault, Date.now),
  clock: Date.now,
  isCancelled: () => Atomics.load(cancelled, 0) !== 0,
  onStage: (stage) => send({ stage }),
});

port?.on('message', (message: ToThread) => {
  if ('reply' in message) {
    waiting.get(message.reply)?.(message.result);
    waiting.delete(message.reply);
    return;
  }
  const call = service[message.call] as (...args: readonly unknown[]) => Promise<Result<unknown>>;
  void call(...message.args)
    .catch((error: unknown) => fail('UNKNOWN', { code: String(error).slice(0, 200) }))
    .then((result) => send({ id: message.id, result }));
});
