import { openVault } from '#electron/vault/inProcess.ts';
import { knowledgeFromVault } from '#electron/vault/knowledge.ts';
import { planFromVault } from '#electron/vault/plan.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { EXERCISE_ID, change, firstStep, locationStep, stepOf, uuidOf } from '#tests/support/plans.ts';
import { must, useFolders } from './support.ts';

const newFolder = useFolders();
let vault: VaultPort;
beforeEach(() => {
  vault = must(openVault(newFolder()));
});
afterEach(() => vault.close());

const PROPOSED = '0myc87pc1.0000.partner';
const OVERRULED = '0myc87pc2.0000.own';

const rename = (stamp: string) =>
  stepOf([change('location', uuidOf(10), { name: null }, { name: stamp, stamps: { name: stamp } })]);

test('a partner’s change that we took and overwrote is still known, although the plan has forgotten it', async () => {
  for (const step of [firstStep(), locationStep(10), rename(PROPOSED), rename(OVERRULED)])
    must(await vault.append(step));
  const { plan } = must(await planFromVault(vault, EXERCISE_ID));
  expect(knowledgeOf(plan)).not.toHaveProperty('partner');
  expect(must(await knowledgeFromVault(vault, EXERCISE_ID))).toMatchObject({ partner: PROPOSED, own: OVERRULED });
});

test('a history of several pages is read to its end', async () => {
  must(await vault.append(firstStep()));
  for (let n = 0; n < 1_005; n += 1) must(await vault.append(locationStep(1_000 + n)));
  must(await vault.append(locationStep(10)));
  must(await vault.append(rename(OVERRULED)));
  expect(must(await knowledgeFromVault(vault, EXERCISE_ID))).toMatchObject({ own: OVERRULED });
});

test('an exercise that the vault does not have has shown us nothing', async () => {
  expect(must(await knowledgeFromVault(vault, EXERCISE_ID))).toEqual({});
});
