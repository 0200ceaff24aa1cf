/** @jest-environment jsdom */
import { waitFor } from '@testing-library/react';
import { followFindings, useFindings } from '#renderer/state/findings.ts';
import { usePlan } from '#renderer/state/plan.ts';
import { planOf } from '#shared/plan/state.ts';
import { exerciseRecord, uuidOf } from '#tests/support/plans.ts';
import { activityRecord } from '#tests/support/records.ts';

const plan = planOf([
  exerciseRecord(uuidOf(1), 'Anchor Watch'),
  activityRecord(10, 'Drill', { participants: [uuidOf(77)] }),
]);

/** Called when the pause after a change is over. */
const idle = jest.fn((done: () => void) => setTimeout(done));
let end: () => void;
beforeEach(() => {
  idle.mockClear();
  Object.assign(window, { requestIdleCallback: idle });
  end = followFindings();
});
afterEach(() => {
  end();
  usePlan.setState(usePlan.getInitialState());
});

const found = (): number => useFindings.getState().list.length;

test('a plan that was in memory before its exercise was open is checked when it is', async () => {
  usePlan.setState({ status: { phase: 'opening', id: 'a', done: 0, total: 1 }, plan });
  await waitFor(() => expect(idle).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve));
  // It has been looked at, and was not open.
  expect(found()).toBe(0);
  usePlan.setState({ status: { phase: 'open', id: 'a' } });
  await waitFor(() => expect(found()).toBeGreaterThan(0), { timeout: 3_000 });
});

test('nothing is left of an exercise that was closed', async () => {
  usePlan.setState({ status: { phase: 'open', id: 'a' }, plan });
  await waitFor(() => expect(found()).toBeGreaterThan(0), { timeout: 3_000 });
  usePlan.setState({ status: { phase: 'none' } });
  await waitFor(() => expect(found()).toBe(0), { timeout: 3_000 });
});
