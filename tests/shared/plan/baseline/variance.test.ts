import type { Baseline } from '#shared/plan/baseline/schema.ts';
import { takeBaseline } from '#shared/plan/baseline/commands.ts';
import { varianceIn, variancesOf } from '#shared/plan/baseline/variance.ts';
import { moveActivities, resizeActivity } from '#shared/plan/activity/commands.ts';
import { removeRecords, updateRecords } from '#shared/plan/commands.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { type PlanState, planOf } from '#shared/plan/state.ts';
import { type StepDraft, applyOps } from '#shared/plan/step.ts';
import type { Result } from '#shared/result.ts';
import { exerciseRecord, uuidOf, stampAt } from '#tests/support/plans.ts';
import { activityRecord, anchorRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { must } from '#tests/shared/plan/merge/world.ts';

const nor = participantRecord(10, 'NOR');
const date = (day: string) => ({ at: `2027-06-${day}T08:00:00Z` });
const plan = planOf([
  exerciseRecord(),
  nor,
  activityRecord(50, 'Patrol'),
  activityRecord(51, 'Drill'),
  movementRecord(40, 'NOR-1', nor.id, { rld: date('01'), rdd: date('03') }),
  movementRecord(41, 'NOR-2', nor.id),
]);
const contextOf = (state: PlanState) => ({ plan: state, actor: 'NOR', newId: () => uuidOf(90) });
const done = (state: PlanState, draft: Result<StepDraft>): PlanState =>
  must(
    applyOps(
      state,
      must(draft).ops.map((op) => (op.before === null ? { ...op, after: { ...op.after, stamp: stampAt(9) } } : op)),
    ),
  );
const kept = done(plan, takeBaseline(contextOf(plan), 'At the MPC', Date.UTC(2027, 0, 1)));
const baselineOf = (state: PlanState): Baseline => {
  const found = state.baseline.get(uuidOf(90));
  if (found === undefined) throw new Error('no baseline');
  return found;
};
const baseline = baselineOf(kept);
const stateOf = (state: PlanState, n: number) => variancesOf(state, baseline).find(({ id }) => id === uuidOf(n));

test('it keeps what has a time, sorted by id, and nothing moves at first', () => {
  expect(baseline.times.map(([id, , minutes]) => [id, minutes])).toEqual([
    [uuidOf(40), 2 * 24 * 60],
    [uuidOf(50), 60],
    [uuidOf(51), 60],
  ]);
  expect(variancesOf(kept, baseline).map(({ state }) => state)).toEqual(['same', 'same', 'same']);
});

test('a plan without times has nothing to keep', () => {
  const empty = planOf([exerciseRecord()]);
  expect(takeBaseline(contextOf(empty), 'x', 0)).toEqual({ ok: false, error: { code: 'BASELINE_EMPTY' } });
});

test('start and end are counted apart', () => {
  const later = done(kept, moveActivities(contextOf(kept), [uuidOf(50)], 90));
  expect(stateOf(later, 50)).toMatchObject({ state: 'moved', start: 90, end: 90 });
  const longer = done(kept, resizeActivity(contextOf(kept), uuidOf(50), 'end', -30));
  expect(stateOf(longer, 50)).toMatchObject({ state: 'moved', start: 0, end: -30 });
  expect(stateOf(longer, 51)).toMatchObject({ state: 'same' });
});

test('what hangs on an anchor has moved when the anchor has', () => {
  const anchored = (at: string): PlanRecord[] => [
    exerciseRecord(),
    anchorRecord(60, 'D', { at }),
    activityRecord(50, 'Patrol', { start: { anchor: uuidOf(60), offset: { unit: 'minute', n: 0 } } }),
  ];
  const before = planOf(anchored('2027-06-12T14:00:00Z'));
  const taken = baselineOf(done(before, takeBaseline(contextOf(before), 'x', 0)));
  expect(variancesOf(planOf(anchored('2027-06-12T16:00:00Z')), taken)).toMatchObject([{ start: 120, end: 120 }]);
});

test('what was added is new, and what was deleted is gone; what was never here is neither', () => {
  const fewer = done(kept, removeRecords(contextOf(kept), 'activity', [uuidOf(51)]));
  expect(stateOf(fewer, 51)).toMatchObject({ state: 'gone', now: undefined });
  const more = planOf([...kept.activity.values(), activityRecord(52, 'New')]);
  expect(stateOf(more, 52)).toMatchObject({ state: 'new', before: undefined });
  expect(variancesOf(planOf([exerciseRecord()]), baseline)).toEqual([]);
});

test('the variance of one record is the same as in the list', () => {
  const later = done(kept, moveActivities(contextOf(kept), [uuidOf(50)], 90));
  const listed = stateOf(later, 50);
  expect(varianceIn('activity', uuidOf(50), listed?.now, baseline)).toEqual(listed);
  expect(varianceIn('activity', uuidOf(99), undefined, baseline)).toBeUndefined();
});

test('it takes another name without its lines being written again', () => {
  const draft = must(updateRecords(contextOf(kept), 'baseline', [uuidOf(90)], { name: 'At the FPC' }));
  expect(draft.ops[0]?.after).toEqual({ name: 'At the FPC' });
});
