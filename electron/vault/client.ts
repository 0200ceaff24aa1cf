/** The main process's side of the vault's process. A dead vault is failures with a code, never a silent wait. */
import { type Failure, type Result, fail } from '#shared/result.ts';
import type { VaultPort } from './port.ts';
import type { VaultMethod, VaultReply, VaultRequest } from './protocol.ts';

/** What is needed of Electron's `UtilityProcess`. */
export interface VaultChild {
  readonly postMessage: (message: VaultRequest) => void;
  readonly onMessage: (listener: (message: VaultReply) => void) => void;
  readonly onExit: (listener: (code: number) => void) => void;
  readonly kill: () => void;
}

export interface VaultClientOptions {
  readonly folder: string;
  readonly fork: () => VaultChild;
  /** Called when the process ended unasked, with its exit code: for the log. */
  readonly onStopped: (code: number) => void;
}

/** Started again once: a vault that dies twice dies of something that starting does not cure. */
const RESTARTS = 1;

type Settle = (result: Result<unknown>) => void;

interface Link {
  readonly request: (method: VaultRequest['method'], args: readonly unknown[]) => Promise<Result<unknown>>;
  readonly kill: () => void;
  readonly isAlive: () => boolean;
}

/** One started process: requests are matched to replies by number, and all fail when it ends. */
const linkTo = (child: VaultChild, onExit: (code: number) => void): Link => {
  const waiting = new Map<number, Settle>();
  let alive = true;
  let last = 0;
  child.onMessage(({ id, result }) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  child.onExit((code) => {
    alive = false;
    for (const settle of waiting.values()) settle(fail('VAULT_STOPPED'));
    waiting.clear();
    onExit(code);
  });
  return {
    request: (method, args) =>
      new Promise((settle) => {
        if (!alive) return settle(fail('VAULT_STOPPED'));
        last += 1;
        waiting.set(last, settle);
        child.postMessage({ id: last, method, args });
      }),
    kill: () => child.kill(),
    isAlive: () => alive,
  };
};

/** Keeps one process running: starts it again once, opens the folder before anything else is asked. */
const supervise = ({ folder, fork, onStopped }: VaultClientOptions) => {
  let starts = 0;
  let closed = false;
  let link: Link | undefined;
  let opening: Promise<Result<unknown>> = Promise.resolve(fail('VAULT_STOPPED'));
  const start = (): void => {
    starts += 1;
    const started = linkTo(fork(), (code) => {
      if (!closed) onStopped(code);
    });
    link = started;
    opening = started.request('open', [folder]);
  };
  const ask = async (method: VaultMethod, args: readonly unknown[]): Promise<Result<unknown>> => {
    if (closed) return fail('VAULT_STOPPED');
    if (link?.isAlive() !== true) {
      if (starts > RESTARTS) return fail('VAULT_STOPPED');
      start();
    }
    const current = link;
    const opened = await opening;
    if (!opened.ok || current === undefined) return opened.ok ? fail('VAULT_STOPPED') : opened;
    return current.request(method, args);
  };
  const open = (): Promise<Result<unknown>> => {
    start();
    return opening;
  };
  const end = async (): Promise<Result<unknown>> => {
    const result = await ask('close', []);
    closed = true;
    link?.kill();
    return result;
  };
  return { open, ask, end };
};

/**
 * Starts the vault's process and opens the data folder in it.
 * @returns what opening refused (VAULT_BUSY, VAULT_NEWER, ...); the process is ended again then.
 */
export const connectVault = async (options: VaultClientOptions): Promise<Result<VaultPort>> => {
  const { open, ask, end } = supervise(options);
  const opened = await open();
  if (!opened.ok) {
    await end();
    return opened as Result<never, Failure>;
  }
  const method =
    <K extends VaultMethod>(name: K): VaultPort[K] =>
    (...args: readonly unknown[]) =>
      // The reply has the type of the port's method: the other side calls that very method.
      ask(name, args) as never;
  return {
    ok: true,
    value: {
      exercises: method('exercises'),
      steps: method('steps'),
      stepHeads: method('stepHeads'),
      stepOps: method('stepOps'),
      packedSteps: method('packedSteps'),
      append: method('append'),
      stage: method('stage'),
      recordSteps: method('recordSteps'),
      sent: method('sent'),
      write: method('write'),
      author: method('author'),
      setting: method('setting'),
      identity: method('identity'),
      trust: method('trust'),
      authors: method('authors'),
      freshness: method('freshness'),
      log: method('log'),
      auditPage: method('auditPage'),
      auditHead: method('auditHead'),
      auditEnd: method('auditEnd'),
      snapshot: method('snapshot'),
      putSnapshot: method('putSnapshot'),
      close: () => end() as Promise<Result<null>>,
    },
  };
};
