import { vaultHandlers } from '#electron/vault/handlers.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort, Writes } from '#electron/vault/port.ts';
import { MAX_SETTING, vaultRequests } from '#shared/contract/vault.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { firstStep } from '#tests/support/plans.ts';
import { must, useFolders } from './support.ts';

const newFolder = useFolders();
let vault: VaultPort;
beforeEach(() => {
  vault = must(openVault(newFolder()));
});
afterEach(() => vault.close());

type Person = { nation: string; name: string } | null;
const handlers = (person: Result<Person> = ok(null), tokens: Record<string, Writes> = {}) =>
  vaultHandlers({ vault, person: () => Promise.resolve(person), writesOf: (token) => tokens[token] });

test('an actor without an identity has a name for stamps only', async () => {
  const author = must(await vault.author());
  expect(must(await handlers()['vault.actor'](undefined))).toEqual({ author, nation: null, name: null });
});

test('an actor with one speaks for its nation, and a failing identity is told', async () => {
  const known = handlers(ok({ nation: 'EST', name: 'Estonia' }));
  expect(must(await known['vault.actor'](undefined))).toMatchObject({ nation: 'EST', name: 'Estonia' });
  expect(await handlers(fail('KEYS_SEALED'))['vault.actor'](undefined)).toMatchObject({ ok: false });
});

test('a bundle that main does not hold is refused, and its step is not stored', async () => {
  const step = firstStep();
  expect(await handlers()['vault.append']({ step, bundleToken: 'gone' })).toEqual(fail('VAULT_TOKEN_UNKNOWN'));
  expect(must(await vault.exercises())).toEqual([]);
  must(await handlers(ok(null), { held: { trust: '[]' } })['vault.append']({ step, bundleToken: 'held' }));
  expect(must(await vault.trust())).toBe('[]');
});

describe('what the schemas let in', () => {
  const accepts = (name: keyof typeof vaultRequests, input: unknown): boolean =>
    vaultRequests[name].input.safeParse(input).success;

  test('a whole step, and not one with more or less', () => {
    const step = firstStep();
    expect(accepts('vault.append', { step })).toBe(true);
    expect(accepts('vault.append', { step: { ...step, format: 2 } })).toBe(false);
    expect(accepts('vault.append', { step: { ...step, extra: 1 } })).toBe(false);
  });

  test('settings of bounded length', () => {
    expect(accepts('vault.setting', { key: 'timeline', value: 'x'.repeat(MAX_SETTING) })).toBe(true);
    expect(accepts('vault.setting', { key: 'timeline', value: 'x'.repeat(MAX_SETTING + 1) })).toBe(false);
    expect(accepts('vault.setting', { key: 'a b' })).toBe(false);
  });

  test('pages of bounded length', () => {
    const { exerciseId } = firstStep();
    expect(accepts('vault.steps', { exerciseId, after: 0, limit: 1000 })).toBe(true);
    expect(accepts('vault.steps', { exerciseId, after: 0, limit: 1001 })).toBe(false);
    expect(accepts('vault.steps', { exerciseId: 'all', after: 0, limit: 1 })).toBe(false);
  });
});
