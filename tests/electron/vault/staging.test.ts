import { createStaging } from '#electron/vault/staging.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { EXERCISE_ID, creation, firstStep, locationRecord, locationStep, stepOf } from '#tests/support/plans.ts';
import { must, useFolders } from './support.ts';

const newFolder = useFolders();
const step = stepOf([1, 2, 3].map((n) => creation(locationRecord(10 + n))));
const [first, ...rest] = step.ops;
const bare = { ...step, ops: [] };
const texts = [JSON.stringify([first]), JSON.stringify(rest)];

test('parts make one step, which is appended whole, and its record finds it again', async () => {
  const vault = must(openVault(newFolder()));
  must(await vault.append(firstStep()));
  for (const [part, ops] of texts.entries()) must(await vault.stage(step.id, part, ops));
  must(await vault.append(bare, undefined, 2));
  must(await vault.append(locationStep(90)));
  const page = must(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 9 }));
  expect(page.steps[1]?.step).toEqual(step);
  const id = locationRecord(12).id;
  expect(must(await vault.recordSteps(EXERCISE_ID, id, 9)).map((stored) => stored.step.ops)).toEqual([
    [creation(locationRecord(12))],
  ]);
  await vault.close();
});

test('parts out of order, of another step, or too few make none', () => {
  const staging = createStaging();
  expect(staging.add(step.id, 1, '[]')).toMatchObject({ error: { code: 'VAULT_STEP_INVALID' } });
  must(staging.add(step.id, 0, texts[0] ?? ''));
  expect(staging.whole(bare, 2)).toMatchObject({ error: { code: 'VAULT_STEP_INVALID' } });
  expect(staging.whole({ ...bare, id: EXERCISE_ID }, 1)).toMatchObject({ error: { code: 'VAULT_STEP_INVALID' } });
  must(staging.add(EXERCISE_ID, 0, '[]'));
  expect(staging.whole(bare, 1)).toMatchObject({ error: { code: 'VAULT_STEP_INVALID' } });
  expect(must(staging.whole(step, undefined))).toBe(step);
});
