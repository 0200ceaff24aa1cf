import { removeScheduled, updateScheduled } from '#shared/plan/schedule/several.ts';
import { find } from '#shared/plan/state.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { actingOn, after, codeOf, schedule } from '#tests/support/schedule.ts';

const fin = participantRecord(2, 'FIN');
const [one, two] = [activityRecord(10, 'One'), activityRecord(11, 'Two')];
const lift = movementRecord(20, 'U1', fin.id);
const plan = schedule(fin, one, two, lift);
const both = [one, lift].map(({ kind, id }) => ({ kind, id }));

test('what both kinds have is set for all in one step', () => {
  const draft = updateScheduled(actingOn(plan), both, { state: 'confirmed', remarks: 'together' });
  expect(draft).toMatchObject({
    ok: true,
    value: { label: { key: 'steps.updateMany.scheduled', params: { count: 2 } } },
  });
  const next = after(plan, draft);
  for (const { kind, id } of both)
    expect(find(next, kind, id)).toMatchObject({ state: 'confirmed', remarks: 'together' });
  expect(find(next, 'activity', two.id)).toEqual(two);
});

test('both kinds go in one step, and one alone by its own name', () => {
  const next = after(plan, removeScheduled(actingOn(plan), both));
  expect([find(next, 'activity', one.id), find(next, 'movement', lift.id)]).toEqual([undefined, undefined]);
  expect(find(next, 'activity', two.id)).toEqual(two);
  expect(removeScheduled(actingOn(plan), [{ kind: 'movement', id: lift.id }])).toMatchObject({
    value: { label: { key: 'steps.remove', params: { what: 'U1' } } },
  });
});

test('nothing, and what is not there, is refused', () => {
  expect(codeOf(removeScheduled(actingOn(plan), []))).toBe('NOTHING_TO_CHANGE');
  expect(codeOf(updateScheduled(actingOn(plan), [{ kind: 'movement', id: uuidOf(99) }], { state: 'done' }))).toBe(
    'RECORD_MISSING',
  );
});
