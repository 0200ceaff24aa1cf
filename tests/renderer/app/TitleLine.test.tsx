/** The line above everything: what its buttons take back and bring back, and what is told when they cannot. */
import { act, screen } from '@testing-library/react';
import { TitleLine } from '#renderer/app/TitleLine.tsx';
import { usePlan } from '#renderer/state/plan.ts';
import { perform } from '#renderer/ui/perform.ts';
import { startWords } from '#renderer/ui/words.ts';
import { updateRecords } from '#shared/plan/commands.ts';
import { exerciseOf } from '#shared/plan/state.ts';
import { exerciseRecord } from '#tests/support/plans.ts';
import { showPlan } from '#tests/support/show.tsx';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
  saveState: () => SAVED,
  subscribeSaveState: () => () => undefined,
}));
const SAVED = { state: 'saved', at: 0 };

const exercise = exerciseRecord();
const nameNow = () => exerciseOf(usePlan.getState().plan)?.name;
const rename = (name: string) =>
  act(() => void perform((context) => updateRecords(context, 'exercise', [exercise.id], { name })));

beforeEach(() => startWords('en'));

test('undo and redo by their buttons', async () => {
  const user = showPlan([exercise], <TitleLine />);
  rename('Renamed');
  await user.click(await screen.findByRole('button', { name: /^Undo: / }));
  expect(nameNow()).toBe('Exercise ANCHOR');
  await user.click(screen.getByRole('button', { name: /^Redo: / }));
  expect(nameNow()).toBe('Renamed');
});

test('what cannot be taken back is told, and changes nothing', async () => {
  const user = showPlan([exercise], <TitleLine />);
  rename('Renamed');
  const { plan } = usePlan.getState();
  // The record that the step speaks of is gone.
  act(() => usePlan.setState({ plan: { ...plan, exercise: new Map() } }));
  await user.click(await screen.findByRole('button', { name: /^Undo: / }));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(usePlan.getState().history.done).toHaveLength(1);
});
