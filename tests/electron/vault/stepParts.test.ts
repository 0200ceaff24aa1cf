/** Steps as the window reads them: no message is long, and together they are the very steps that were appended. */
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import type { StepHead } from '#shared/contract/vault.ts';
import type { Op, Step } from '#shared/plan/step.ts';
import {
  EXERCISE_ID,
  creation,
  firstStep,
  locationRecord,
  locationStep,
  stepOf,
  uuidOf,
} from '#tests/support/plans.ts';
import { must, useFolders } from './support.ts';

const MESSAGE = 200_000;
const newFolder = useFolders();
let vault: VaultPort;
beforeEach(() => {
  vault = must(openVault(newFolder()));
});
afterEach(() => vault.close());

const large = (from: number): Step =>
  stepOf(Array.from({ length: 2_000 }, (_, n) => creation(locationRecord(from + n))));

/** Everything, as the window goes through it, and how long its messages were. */
const readAll = async (): Promise<{
  readonly steps: readonly Step[];
  readonly longest: number;
  readonly pages: number;
}> => {
  const steps: Step[] = [];
  let [longest, pages, after] = [0, 0, 0];
  const see = <T>(message: T): T => {
    longest = Math.max(longest, JSON.stringify(message).length);
    return message;
  };
  const whole = async ({ seq, step, apart }: StepHead): Promise<Step> => {
    if (apart !== true) return step;
    expect(step.ops).toEqual([]);
    const ops: Op[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const part: { ops: string; next: number | null } = see(must(await vault.stepOps(EXERCISE_ID, seq, from)));
      ops.push(...(JSON.parse(part.ops) as Op[]));
      from = part.next;
    }
    return { ...step, ops };
  };
  for (let head = 1; after < head; pages += 1) {
    const page = see(must(await vault.stepHeads({ exerciseId: EXERCISE_ID, after, limit: 1000 })));
    for (const one of page.steps) steps.push(await whole(one));
    head = page.head;
    after = page.steps.at(-1)?.seq ?? head;
  }
  return { steps, longest, pages };
};

test('small and large steps come whole and in order, in short messages', async () => {
  const small = Array.from({ length: 400 }, (_, n) => locationStep(10_000 + n));
  const steps = [firstStep(), large(20_000), large(30_000), ...small, large(40_000)];
  for (const step of steps) must(await vault.append(step));
  const read = await readAll();
  expect(read.steps).toEqual(steps);
  expect(read.longest).toBeLessThan(MESSAGE);
  expect(read.pages).toBeGreaterThan(2);
});

test('the newest steps below a number come as they do whole', async () => {
  const steps = [firstStep(), large(20_000), locationStep(3), locationStep(4)];
  for (const step of steps) must(await vault.append(step));
  const page = must(await vault.stepHeads({ exerciseId: EXERCISE_ID, after: 0, before: 4, limit: 2 }));
  expect(page.steps.map(({ step, apart }) => [step.id, apart])).toEqual([
    [steps[1]?.id, true],
    [steps[2]?.id, undefined],
  ]);
});

test('operations are found again when another step was read between', async () => {
  const [one, other] = [large(20_000), large(30_000)];
  for (const step of [firstStep(), one, other]) must(await vault.append(step));
  const first = must(await vault.stepOps(EXERCISE_ID, 2, 0));
  must(await vault.stepOps(EXERCISE_ID, 3, 0));
  const next = must(await vault.stepOps(EXERCISE_ID, 2, first.next ?? 0));
  expect((JSON.parse(next.ops) as Op[])[0]).toEqual(one.ops[first.next ?? 0]);
});

test('a step that is not there, or is of another exercise, has none', async () => {
  must(await vault.append(firstStep()));
  expect(await vault.stepOps(EXERCISE_ID, 9, 0)).toMatchObject({ error: { code: 'VAULT_STEP_INVALID' } });
  expect(await vault.stepOps(uuidOf(999), 1, 0)).toMatchObject({ error: { code: 'VAULT_STEP_INVALID' } });
});
