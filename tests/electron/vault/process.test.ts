import { connectVault } from '#electron/vault/client.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { EXERCISE_ID, firstStep, locationStep } from '#tests/support/plans.ts';
import { type ForkedVault, forkVaultChild, must, useFolders } from './support.ts';

const newFolder = useFolders();

const connect = async (folder: string) => {
  const children: ForkedVault[] = [];
  const stopped: number[] = [];
  const fork = () => {
    const child = forkVaultChild();
    children.push(child);
    return child;
  };
  const result = await connectVault({ folder, fork, onStopped: (code) => stopped.push(code) });
  return { result, children, stopped };
};

test('the vault in its own process keeps steps and bytes, and frees the folder when closed', async () => {
  const folder = newFolder();
  const { result, stopped } = await connect(folder);
  const vault = must(result);
  const step = firstStep();
  must(await vault.append(step));
  must(await vault.write({ identity: new Uint8Array([7, 8]) }));
  expect([...(must(await vault.identity()) ?? [])]).toEqual([7, 8]);
  expect(must(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 5 })).steps[0]?.step).toEqual(step);
  must(await vault.close());
  const here = must(openVault(folder));
  expect(must(await here.exercises())).toHaveLength(1);
  await here.close();
  expect(stopped).toEqual([]);
});

test('what opening refuses comes back with its code', async () => {
  const folder = newFolder();
  const here = must(openVault(folder));
  expect((await connect(folder)).result).toMatchObject({ ok: false, error: { code: 'VAULT_BUSY' } });
  await here.close();
});

test('a dead process is a failure with a code, started again once and no more', async () => {
  const { result, children, stopped } = await connect(newFolder());
  const vault = must(result);
  must(await vault.append(firstStep()));
  const killAndWait = async (n: number): Promise<void> => {
    const gone = new Promise<void>((resolve) => children[n]?.onExit(() => resolve()));
    children[n]?.killHard();
    await gone;
  };
  await killAndWait(0);
  expect(must(await vault.exercises())).toHaveLength(1);
  expect(children).toHaveLength(2);
  await killAndWait(1);
  expect(await vault.exercises()).toEqual({ ok: false, error: { code: 'VAULT_STOPPED' } });
  expect(children).toHaveLength(2);
  expect(stopped).toHaveLength(2);
});

test('a request under way when the process dies fails instead of waiting for ever', async () => {
  const { result, children } = await connect(newFolder());
  const vault = must(result);
  const asked = vault.append(firstStep());
  children[0]?.killHard();
  const settled = await asked;
  if (!settled.ok) expect(settled.error.code).toBe('VAULT_STOPPED');
  await vault.close();
});

test.each([3, 17, 40])('killed amid appends, every acknowledged step is there (%i acknowledged)', async (enough) => {
  const folder = newFolder();
  const { result, children } = await connect(folder);
  const vault = must(result);
  const acknowledged: string[] = [];
  const all = [firstStep(), ...Array.from({ length: 400 }, (_, n) => locationStep(100 + n))];
  const gone = new Promise<void>((resolve) => children[0]?.onExit(() => resolve()));
  const asked = all.map(async (step) => {
    const appended = await vault.append(step);
    if (!appended.ok) return;
    acknowledged.push(step.id);
    if (acknowledged.length === enough) children[0]?.killHard();
  });
  await Promise.all([gone, ...asked]);
  await vault.close();
  expect(acknowledged.length).toBeGreaterThanOrEqual(enough);
  expect(acknowledged.length).toBeLessThan(all.length);
  const here = must(openVault(folder));
  const stored = must(await here.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 1000 })).steps;
  expect(stored.map(({ step }) => step.id)).toEqual(expect.arrayContaining(acknowledged));
  // In order and without gaps: what is there is a beginning of what was asked.
  expect(stored.map(({ step }) => step.id)).toEqual(all.slice(0, stored.length).map(({ id }) => id));
  await here.close();
});
