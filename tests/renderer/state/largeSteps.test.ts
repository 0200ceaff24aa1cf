/** Steps of very many records: to the vault in parts, and into the working database behind what is saved. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Dexie } from 'dexie';
import { openVault } from '#electron/vault/inProcess.ts';
import { planFromVault } from '#electron/vault/plan.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { createDatabase } from '#renderer/db/database.ts';
import { readPlan } from '#renderer/db/records.ts';
import { type Persistence, createPersistence } from '#renderer/state/persistence.ts';
import { EMPTY_PLAN, allRecords, live } from '#shared/plan/state.ts';
import type { Step } from '#shared/plan/step.ts';
import { must } from '#tests/electron/vault/support.ts';
import { type TestBridge, installBridge } from '#tests/support/bridge.ts';
import { EXERCISE_ID, creation, firstStep, locationRecord, locationStep, stepOf } from '#tests/support/plans.ts';
import { after, saveAll, sorted } from './saving.ts';

const DATABASE = 'large-steps';
let folder: string;
let vault: VaultPort;
let bridge: TestBridge;
let opened: Persistence[] = [];

const start = (): Persistence => {
  const persistence = createPersistence(createDatabase(DATABASE));
  opened.push(persistence);
  return persistence;
};
/** As after a crash: what was begun is let go of. */
const reopen = async () => {
  for (const persistence of opened) persistence.dispose();
  const persistence = start();
  return { persistence, ...must(await persistence.openPlan(EXERCISE_ID)) };
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-large-'));
  vault = must(openVault(folder));
  bridge = installBridge(vault);
  opened = [];
});
afterEach(async () => {
  for (const persistence of opened) persistence.dispose();
  await Dexie.delete(DATABASE);
  await bridge.vault.close();
  rmSync(folder, { recursive: true });
});

const large = (): Step => stepOf(Array.from({ length: 1_500 }, (_, n) => creation(locationRecord(100 + n))));

describe('a large step', () => {
  test('goes to the vault in parts, as one step, and comes back whole', async () => {
    const steps = [firstStep(), large()];
    const plan = await saveAll(start(), steps);
    expect(bridge.asked.filter((request) => request === 'vault.stage').length).toBeGreaterThan(1);
    const page = must(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 9 }));
    expect(page.steps.map(({ step }) => step)).toEqual(steps);
    const again = await reopen();
    expect(sorted(again.plan)).toEqual(sorted(plan));
    expect(again.history.done.at(-1)).toEqual(steps[1]);
    expect(bridge.asked.filter((request) => request === 'vault.stepOps').length).toBeGreaterThan(1);
  });

  test('that the vault has not got when the window dies is still there, and sent once', async () => {
    const persistence = start();
    const first = firstStep();
    const plan = await saveAll(persistence, [first]);
    const step = large();
    bridge.trouble = 'die-before';
    void persistence.saveStep(step, after(plan, step));
    await bridge.reached();
    bridge.trouble = undefined;
    const again = await reopen();
    expect(live(again.plan, 'location')).toHaveLength(1_500);
    await again.persistence.retrySaves();
    const page = must(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 9 }));
    expect(page.steps.map(({ step: { id, ops } }) => [id, ops.length])).toEqual([
      [first.id, 1],
      [step.id, 1_500],
    ]);
  });
});

describe('the records of a large step come behind', () => {
  const recordsHere = async (): Promise<number> => {
    const db = createDatabase(DATABASE);
    const plan = (await readPlan(db, EXERCISE_ID))?.plan ?? EMPTY_PLAN;
    db.close();
    return [...allRecords(plan)].length;
  };

  test('it is saved, and what comes after it too, before they are written', async () => {
    const persistence = start();
    const first = await saveAll(persistence, [firstStep()]);
    const plan = await saveAll(persistence, [large(), locationStep(10)], first);
    expect(persistence.saveState().state).toBe('saved');
    expect(sorted(must(await planFromVault(vault, EXERCISE_ID)).plan)).toEqual(sorted(plan));
    await persistence.mirrored();
    expect(await recordsHere()).toBe(1_502);
    expect(await reopen()).toMatchObject({ source: 'db', rebuilt: false });
  });

  test('a window that ends before they are written opens from the vault, whole and without alarm', async () => {
    const persistence = start();
    const first = await saveAll(persistence, [firstStep()]);
    const plan = await saveAll(persistence, [large(), locationStep(10)], first);
    const again = await reopen();
    expect(again.rebuilt).toBe(false);
    expect(sorted(again.plan)).toEqual(sorted(plan));
    expect(await recordsHere()).toBe(1_502);
    expect(await reopen()).toMatchObject({ source: 'db', rebuilt: false });
  });

  test('neither in database nor in vault, it is in the plan all the same, and sent later', async () => {
    const persistence = start();
    const first = await saveAll(persistence, [firstStep()]);
    bridge.trouble = 'die-before';
    const step = large();
    void persistence.saveStep(step, after(first, step));
    await bridge.reached();
    bridge.trouble = { refuse: { code: 'VAULT_DISK_FULL' } };
    const again = await reopen();
    expect(sorted(again.plan)).toEqual(sorted(after(first, step)));
    bridge.trouble = undefined;
    await again.persistence.retrySaves();
    expect(sorted(must(await planFromVault(vault, EXERCISE_ID)).plan)).toEqual(sorted(after(first, step)));
  });

  test('with a vault that cannot be read, the plan still has it', async () => {
    const persistence = start();
    const first = await saveAll(persistence, [firstStep()]);
    bridge.trouble = 'die-before';
    const step = large();
    void persistence.saveStep(step, after(first, step));
    await bridge.reached();
    bridge.trouble = undefined;
    await bridge.vault.close();
    const again = await reopen();
    expect(sorted(again.plan)).toEqual(sorted(after(first, step)));
    expect(again.persistence.saveState()).toMatchObject({ failure: { code: 'VAULT_STOPPED' } });
  });
});
