/**
 * The main thread's side of the exchange's thread. Reading a file can be stopped at once by ending the thread: nothing
 * is written before it is done. An export looks at the flag between its stages, and cleans up what it has begun.
 */
import { Worker } from 'node:worker_threads';
import type { ExchangeStage } from '#shared/contract/exchange.ts';
import { type Result, fail } from '#shared/result.ts';
import type { VaultPort } from '../vault/port.ts';
import { callVault } from '../vault/protocol.ts';
import { type ExchangeService, SERVICE_METHODS } from './service.ts';
import type { FromThread, ThreadData, ToThread } from './threadProtocol.ts';

export interface ThreadOptions {
  /** The bundled `exchange.js`, beside the main bundle. */
  readonly file: string;
  /** The data folder, for the keys. */
  readonly folder: string;
  readonly vault: VaultPort;
  readonly onStage: (stage: ExchangeStage) => void;
}

export interface CancellableExchange extends ExchangeService {
  /** Stops what is under way: it fails with CANCELLED and leaves nothing behind. */
  readonly cancel: () => void;
}

interface Pending {
  readonly call: keyof ExchangeService;
  readonly settle: (result: Result<unknown>) => void;
}

export const startExchange = ({ file, folder, vault, onStage }: ThreadOptions): CancellableExchange => {
  const flag = new SharedArrayBuffer(4);
  const cancelled = new Int32Array(flag);
  const pending = new Map<number, Pending>();
  let thread: Worker | undefined;
  let last = 0;
  const settleAll = (code: 'CANCELLED' | 'EXCHANGE_STOPPED'): void => {
    const all = [...pending.values()];
    pending.clear();
    for (const { settle } of all) settle(fail(code === 'CANCELLED' ? 'CANCELLED' : 'EXCHANGE_STOPPED'));
  };
  const start = (): Worker => {
    const data: ThreadData = { folder, flag };
    const started = new Worker(file, { workerData: data });
    const post = (message: ToThread): void => started.postMessage(message);
    started.on('message', (message: FromThread) => {
      if ('stage' in message) return onStage(message.stage);
      if ('vault' in message) {
        void callVault(vault, message.method, message.args).then((result) => post({ reply: message.vault, result }));
        return;
      }
      pending.get(message.id)?.settle(message.result);
      pending.delete(message.id);
    });
    // An error ends the thread; the next request starts another.
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (thread !== started) return;
      thread = undefined;
      settleAll('EXCHANGE_STOPPED');
    });
    // It never keeps the app from ending.
    started.unref();
    return started;
  };
  const ask = (call: keyof ExchangeService, args: readonly unknown[]): Promise<Result<unknown>> =>
    new Promise((settle) => {
      if (pending.size === 0) Atomics.store(cancelled, 0, 0);
      last += 1;
      pending.set(last, { call, settle });
      thread ??= start();
      thread.postMessage({ id: last, call, args } satisfies ToThread);
    });
  const cancel = (): void => {
    Atomics.store(cancelled, 0, 1);
    const isReading = [...pending.values()].every(
      ({ call }) => call === 'open' || call === 'openCarried' || call === 'part',
    );
    if (pending.size === 0 || !isReading) return;
    const ended = thread;
    thread = undefined;
    void ended?.terminate();
    settleAll('CANCELLED');
  };
  const methods = Object.fromEntries(
    SERVICE_METHODS.map((call) => [call, (...args: readonly unknown[]) => ask(call, args)]),
  );
  return { ...(methods as unknown as ExchangeService), cancel };
};
