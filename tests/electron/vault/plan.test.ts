import { openVault } from '#electron/vault/inProcess.ts';
import { SNAPSHOT_EVERY, planFromVault } from '#electron/vault/plan.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { EMPTY_PLAN, allRecords } from '#shared/plan/state.ts';
import { applyOps } from '#shared/plan/step.ts';
import { EXERCISE_ID, change, firstStep, locationStep, stepOf, uuidOf } from '#tests/support/plans.ts';
import { must, useFolders } from './support.ts';

const newFolder = useFolders();
let vault: VaultPort;
beforeEach(() => {
  vault = must(openVault(newFolder()));
});
afterEach(() => vault.close());

const rename = (n: number, name: string) =>
  stepOf([change('location', uuidOf(n), { name: null }, { name, stamps: { name: `000000000.0000.${n}` } })]);

test('the plan is what its steps make of nothing', async () => {
  const steps = [firstStep(), locationStep(10), locationStep(11), rename(10, 'Harbour')];
  for (const step of steps) must(await vault.append(step));
  const { plan, head } = must(await planFromVault(vault, EXERCISE_ID));
  expect(plan).toEqual(
    must(
      applyOps(
        EMPTY_PLAN,
        steps.flatMap(({ ops }) => ops),
      ),
    ),
  );
  expect(head).toBe(4);
});

test('a long history starts at its snapshot and ends in the same plan', async () => {
  must(await vault.append(firstStep()));
  for (let n = 0; n < SNAPSHOT_EVERY; n += 1) must(await vault.append(locationStep(1000 + n)));
  const whole = must(await planFromVault(vault, EXERCISE_ID));
  const snapshot = must(await vault.snapshot(EXERCISE_ID));
  expect(snapshot?.seq).toBe(whole.head);
  must(await vault.append(rename(1000, 'After the snapshot')));
  const asked: number[] = [];
  const counting: VaultPort = { ...vault, steps: (query) => (asked.push(query.after), vault.steps(query)) };
  const again = must(await planFromVault(counting, EXERCISE_ID));
  expect(asked).toEqual([whole.head]);
  expect(again.plan.location.get(uuidOf(1000))?.name).toBe('After the snapshot');
  expect([...allRecords(again.plan)]).toHaveLength(SNAPSHOT_EVERY + 1);
});

test('a snapshot that older rules wrote is passed over', async () => {
  must(await vault.append(firstStep()));
  must(await vault.putSnapshot(EXERCISE_ID, { seq: 1, records: '[{"kind":"exercise"}]' }));
  expect(must(await planFromVault(vault, EXERCISE_ID)).plan.exercise.size).toBe(1);
});

test('a step that fits nothing is named', async () => {
  must(await vault.append(firstStep()));
  const { seq } = must(await vault.append(rename(77, 'Nowhere')));
  expect(await planFromVault(vault, EXERCISE_ID)).toEqual({
    ok: false,
    error: { code: 'VAULT_STEP_INVALID', data: { seq, reason: 'STEP_RECORD_MISSING' } },
  });
});

test('an unknown exercise is refused', async () => {
  expect(await planFromVault(vault, uuidOf(5))).toMatchObject({ error: { code: 'VAULT_EXERCISE_UNKNOWN' } });
});
