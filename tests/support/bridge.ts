/** `window.entente` on a real vault in this process: schemas and copies as on the way between processes. */
import type { EntenteBridge } from '#shared/contract/ipc.ts';
import { vaultRequests } from '#shared/contract/vault.ts';
import { type Failure, type Result, fail, ok } from '#shared/result.ts';
import { vaultHandlers } from '#electron/vault/handlers.ts';
import type { VaultPort, Writes } from '#electron/vault/port.ts';

/** Where an append goes wrong: refused, or the window dies before or after the vault has the step. */
export type Trouble = { readonly refuse: Failure } | 'die-before' | 'die-after' | undefined;

export interface TestBridge {
  trouble: Trouble;
  vault: VaultPort;
  /** What main holds of verified bundles. */
  readonly tokens: Map<string, Writes>;
  /** Resolves when an append met its trouble. */
  readonly reached: () => Promise<void>;
  /** Every request that was made, by name. */
  readonly asked: string[];
}

/** jsdom has no structured clone of its own, and the stand-in for it cannot take undefined. */
const copied = <T>(value: T): T => (value === undefined ? value : structuredClone(value));

const handlersOf = (bridge: TestBridge): ReturnType<typeof vaultHandlers> =>
  vaultHandlers({
    vault: bridge.vault,
    person: () => Promise.resolve(ok({ nation: 'NOR', name: 'Norway' })),
    writesOf: (token) => bridge.tokens.get(token),
  });

export const installBridge = (vault: VaultPort): TestBridge => {
  let tell = (): void => {};
  const bridge: TestBridge = {
    trouble: undefined,
    vault,
    tokens: new Map(),
    reached: () => new Promise((resolve) => (tell = resolve)),
    asked: [],
  };
  const never = (): Promise<never> => {
    tell();
    return new Promise(() => {});
  };
  let served: VaultPort | undefined;
  let handlers = handlersOf(bridge);
  const invoke = async (name: keyof typeof vaultRequests, input: unknown): Promise<Result<unknown>> => {
    bridge.asked.push(name);
    const parsed = vaultRequests[name].input.safeParse(copied(input));
    if (!parsed.success) return fail('REQUEST_INVALID', { request: name });
    const { trouble } = bridge;
    if (name === 'vault.append' && trouble === 'die-before') return never();
    if (name === 'vault.append' && typeof trouble === 'object') return { ok: false, error: trouble.refuse };
    // A test may put another vault in the place of the first.
    if (served !== bridge.vault) handlers = handlersOf(bridge);
    served = bridge.vault;
    const reply = await (handlers[name] as (value: unknown) => Promise<Result<unknown>>)(parsed.data);
    if (name === 'vault.append' && trouble === 'die-after') return never();
    return copied(reply);
  };
  const functions = Object.fromEntries(
    Object.keys(vaultRequests).map((name) => [
      name,
      (input: unknown) => invoke(name as keyof typeof vaultRequests, input),
    ]),
  );
  const entente = { invoke: functions, on: {} } as unknown as EntenteBridge;
  Object.defineProperty(globalThis.window, 'entente', { value: entente, configurable: true });
  return bridge;
};
