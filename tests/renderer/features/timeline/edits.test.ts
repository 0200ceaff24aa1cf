/** Shifting very many bars: the window's timers run meanwhile, it shows how far it is, and it can be stopped. */
import { shiftBars } from '#renderer/features/timeline/edits.ts';
import { setActor, usePlan } from '#renderer/state/plan.ts';
import { useTask } from '#renderer/state/task.ts';
import { EMPTY_HISTORY } from '#shared/plan/history.ts';
import { planOf } from '#shared/plan/state.ts';
import { EXERCISE_ID, exerciseRecord } from '#tests/support/plans.ts';
import { activityRecord } from '#tests/support/records.ts';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));
jest.mock('#renderer/platform/bridge.ts', () => ({ ask: () => Promise.resolve({ ok: true, value: null }) }));

const activities = Array.from({ length: 12_000 }, (_, n) =>
  activityRecord(n + 1_000, `Serial ${n}`, { start: { at: '2027-06-12T08:00:00Z' } }),
);
const plan = planOf([exerciseRecord(), ...activities]);
const all = activities.map(({ id }) => ({ kind: 'activity', id }) as const);
const DAY = { unit: 'day', n: 1 } as const;

const startOf = (id: string | undefined): unknown => usePlan.getState().plan.activity.get(id ?? '')?.start;

/** Waits until the task that goes on has ended. */
const ended = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setInterval(() => {
      if (useTask.getState().stop !== null) return;
      clearInterval(timer);
      resolve();
    }, 2);
  });

beforeEach(() => {
  setActor({ author: 'us', nation: 'NOR', name: null });
  usePlan.setState({ status: { phase: 'open', id: EXERCISE_ID }, plan, history: EMPTY_HISTORY });
});

test('a few are shifted at once', () => {
  expect(shiftBars(all.slice(0, 3), DAY)?.ok).toBe(true);
  expect(startOf(all[2]?.id)).toEqual({ at: '2027-06-13T08:00:00Z' });
  expect(startOf(all[3]?.id)).toEqual({ at: '2027-06-12T08:00:00Z' });
});

test('very many are shifted in slices, as one step', async () => {
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
  }, 1);
  expect(shiftBars(all, DAY)).toBeUndefined();
  expect(usePlan.getState().plan).toBe(plan);
  expect(useTask.getState().task).toMatchObject({ stage: 'shifting', total: all.length });
  await ended();
  clearInterval(timer);
  expect(beats).toBeGreaterThan(3);
  expect(startOf(all.at(-1)?.id)).toEqual({ at: '2027-06-13T08:00:00Z' });
  expect(usePlan.getState().history.done).toHaveLength(1);
});

test('stopped on the way it leaves the plan as it was', async () => {
  shiftBars(all, DAY);
  useTask.getState().stop?.();
  await ended();
  expect(usePlan.getState()).toMatchObject({ plan, history: EMPTY_HISTORY });
});
