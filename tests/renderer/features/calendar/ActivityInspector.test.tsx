import { screen } from '@testing-library/react';
import { ActivityInspector } from '#renderer/features/calendar/ActivityInspector.tsx';
import { usePlan } from '#renderer/state/plan.ts';
import { startWords } from '#renderer/ui/words.ts';
import { live } from '#shared/plan/state.ts';
import { exerciseRecord } from '#tests/support/plans.ts';
import { activityRecord } from '#tests/support/records.ts';
import { showPlan } from '#tests/support/show.tsx';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

beforeAll(() => startWords('fr'));

const typeNow = () => live(usePlan.getState().plan, 'activity')[0]?.type;

test('a kind with a meaning reads and is written in the language of the window; any other word stays as it is', async () => {
  const patrol = activityRecord(50, 'Patrouille', { type: 'training', start: { at: '2027-06-07T08:00:00Z' } });
  const user = showPlan([exerciseRecord(), patrol], <ActivityInspector ids={[patrol.id]} />);
  const kind = screen.getByLabelText('Nature', { selector: 'input' });
  const steps = () => usePlan.getState().history.done.length;
  const before = steps();
  expect(kind).toHaveValue('Instruction');
  await user.clear(kind);
  await user.type(kind, 'instruction{Enter}');
  expect(kind).toHaveValue('Instruction');
  expect(steps()).toBe(before);
  await user.clear(kind);
  await user.type(kind, 'jalon{Enter}');
  expect(typeNow()).toBe('milestone');
  expect(kind).toHaveValue('Jalon');
  await user.clear(kind);
  await user.type(kind, 'Visite{Enter}');
  expect(typeNow()).toBe('Visite');
});
