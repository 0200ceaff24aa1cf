/** Steps of 50,000 operations: the window's timers run all the while, and the plan changes at once or not at all. */
import { isDeepStrictEqual } from 'node:util';
import { commandContext, commit, commitInSlices, redo, setActor, undo, usePlan } from '#renderer/state/plan.ts';
import { Dropped } from '#renderer/state/slices.ts';
import { updateRecords } from '#shared/plan/commands.ts';
import { EMPTY_HISTORY } from '#shared/plan/history.ts';
import { allRecords, exerciseOf, planOf } from '#shared/plan/state.ts';
import { type StepDraft, applyOps } from '#shared/plan/step.ts';
import { generate } from '#tests/bench/generate.ts';
import { EXERCISE_ID, creation, exerciseRecord } from '#tests/support/plans.ts';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

const RECORDS = 50_000;
const plan = planOf([exerciseRecord()]);
const draft: StepDraft = {
  label: { key: 'steps.test' },
  ops: generate(RECORDS)
    .filter(({ kind }) => kind !== 'exercise')
    .map(creation),
};

const sizeNow = (): number => [...allRecords(usePlan.getState().plan)].filter(({ deleted }) => deleted !== true).length;
const rename = (name: string): void => {
  const done = commit(updateRecords(commandContext(), 'exercise', [EXERCISE_ID], { name }));
  if (!done.ok) throw new Error(done.error.code);
};

/** How often a timer ran while something was done, and what the plan held then. */
const watched = async <T>(work: Promise<T>): Promise<{ readonly made: T; readonly sizes: ReadonlySet<number> }> => {
  const sizes = new Set<number>();
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
    sizes.add(usePlan.getState().plan.activity.size);
  }, 1);
  const made = await work;
  clearInterval(timer);
  expect(beats).toBeGreaterThan(3);
  return { made, sizes };
};

beforeEach(() => {
  setActor({ author: 'us', nation: 'NOR', name: null });
  usePlan.setState({ status: { phase: 'open', id: EXERCISE_ID }, plan, history: EMPTY_HISTORY });
});

test('the plan is the old one while it is made, and then the one that the step makes at once', async () => {
  const told: number[] = [];
  const { made, sizes } = await watched(commitInSlices(draft, { onProgress: (done) => told.push(done) }));
  if (!made.ok) throw new Error(made.error.code);
  expect([...sizes]).toEqual([0]);
  expect(told.length).toBeGreaterThan(3);
  const atOnce = applyOps(plan, made.value.ops);
  expect(isDeepStrictEqual(usePlan.getState().plan, atOnce.ok ? atOnce.value : undefined)).toBe(true);
  expect(usePlan.getState().history.done).toEqual([made.value]);
});

test('stopped half-way it leaves the plan as it was', async () => {
  const controller = new AbortController();
  const work = commitInSlices(draft, {
    signal: controller.signal,
    onProgress: (done) => {
      if (done > RECORDS / 4) controller.abort();
    },
  });
  await expect(work).rejects.toBeInstanceOf(Dropped);
  expect(usePlan.getState()).toMatchObject({ plan, history: EMPTY_HISTORY });
});

test('what is changed meanwhile stays, and the step comes on top of it', async () => {
  let renamed = false;
  const done = await commitInSlices(draft, {
    onProgress: () => {
      if (!renamed) rename('Renamed meanwhile');
      renamed = true;
    },
  });
  expect(done.ok).toBe(true);
  expect(exerciseOf(usePlan.getState().plan)?.name).toBe('Renamed meanwhile');
  expect(sizeNow()).toBe(RECORDS);
  expect(usePlan.getState().history.done).toHaveLength(2);
});

test('closed meanwhile, it says so and changes nothing', async () => {
  const done = await commitInSlices(draft, { onProgress: () => usePlan.setState({ status: { phase: 'none' } }) });
  expect(done).toMatchObject({ ok: false, error: { code: 'PLAN_CLOSED' } });
  expect(usePlan.getState().plan).toBe(plan);
});

test('undo takes it back in slices too, and a second press meanwhile takes back nothing else', async () => {
  rename('Before');
  await commitInSlices(draft);
  const undone = watched(undo());
  expect(await undo()).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_CHANGE' } });
  expect((await undone).made).toMatchObject({ ok: true, value: { source: 'undo' } });
  expect(sizeNow()).toBe(1);
  expect(exerciseOf(usePlan.getState().plan)?.name).toBe('Before');
});

test('changed while it is taken back or brought back, the plan keeps both as they are, and each can be undone in its turn', async () => {
  await commitInSlices(draft);
  const undone = undo();
  rename('Meanwhile');
  expect(await undone).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_CHANGE' } });
  expect(sizeNow()).toBe(RECORDS);
  expect(usePlan.getState().history.done.map(({ ops }) => ops.length)).toEqual([draft.ops.length, 1]);
  await undo();
  expect(await undo()).toMatchObject({ ok: true });
  expect(sizeNow()).toBe(1);
  const redone = redo();
  rename('Meanwhile');
  expect(await redone).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_CHANGE' } });
  expect([sizeNow(), usePlan.getState().history.undone.length]).toEqual([1, 0]);
});
