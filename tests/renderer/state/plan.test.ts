import { adoptExercise, commandContext, commit, setActor, undo, usePlan } from '#renderer/state/plan.ts';
import { updateRecords } from '#shared/plan/commands.ts';
import { exerciseOf, planOf } from '#shared/plan/state.ts';
import { newClock, stampOf, tick } from '#shared/time/clock.ts';
import { EXERCISE_ID, creation, exerciseRecord, stepOf } from '#tests/support/plans.ts';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

/** As written by somebody whose clock is half a minute before ours. */
const ahead = stampOf(tick(newClock('somebody'), Date.now() + 30_000));
const record = { ...exerciseRecord(), stamp: ahead };

const begin = async (): Promise<void> => {
  setActor({ author: 'us', nation: 'NOR', name: null });
  await adoptExercise(EXERCISE_ID, planOf([record]), stepOf([creation(record)], {}, 'import'));
};

const stampOfOurs = (): string => {
  const exercise = exerciseOf(usePlan.getState().plan);
  if (exercise === undefined) throw new Error('no exercise');
  const done = commit(updateRecords(commandContext(), 'exercise', [exercise.id], { name: 'Renamed' }));
  if (!done.ok) throw new Error(done.error.code);
  return exerciseOf(usePlan.getState().plan)?.stamps?.['name'] ?? '';
};

test('what is written after an exercise began with an import is later than all that came in', async () => {
  await begin();
  expect(stampOfOurs() > ahead).toBe(true);
});

test('undo takes such a beginning back as one step', async () => {
  await begin();
  expect(await undo()).toMatchObject({ ok: true });
  expect(usePlan.getState().plan.exercise.size).toBe(0);
  expect(usePlan.getState().history.done).toHaveLength(0);
});
