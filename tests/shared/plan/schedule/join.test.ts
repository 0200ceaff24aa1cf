import { moveActivities } from '#shared/plan/activity/commands.ts';
import { joinDrafts, joinOps, relabelled } from '#shared/plan/schedule/join.ts';
import { reassign } from '#shared/plan/schedule/reassign.ts';
import { find } from '#shared/plan/state.ts';
import { fail } from '#shared/result.ts';
import { activityRecord } from '#tests/support/records.ts';
import { change, creation, uuidOf } from '#tests/support/plans.ts';
import { actingOn, after, codeOf, schedule } from '#tests/support/schedule.ts';

const serial = activityRecord(10, 'Serial');
const plan = schedule(serial);
const label = { key: 'steps.move', params: { what: 'Serial' } };
const moved = moveActivities(actingOn(plan), [serial.id], 60);
const typed = reassign(actingOn(plan), [{ kind: 'activity', id: serial.id }], { by: 'type', from: '', to: 'training' });

test('a record that two commands change has one operation and a stamp for each field', () => {
  const joined = joinDrafts(actingOn(plan), label, [moved, typed]);
  expect(joined.ok && joined.value.ops).toHaveLength(1);
  const next = find(after(plan, joined), 'activity', serial.id);
  expect(next).toMatchObject({ type: 'training', start: { at: '2027-06-12T15:00:00Z' } });
  expect(Object.keys(next?.stamps ?? {}).toSorted()).toEqual(['start', 'type']);
});

test('a part that changes nothing is left out, any other refusal refuses the whole', () => {
  const nothing = fail('NOTHING_TO_CHANGE');
  expect(joinDrafts(actingOn(plan), label, [nothing, moved]).ok).toBe(true);
  expect(codeOf(joinDrafts(actingOn(plan), label, [nothing]))).toBe('NOTHING_TO_CHANGE');
  expect(codeOf(joinDrafts(actingOn(plan), label, [moved, fail('REASSIGN_KIND')]))).toBe('REASSIGN_KIND');
});

test('a change of what is created in the same step is part of the creation', () => {
  const id = uuidOf(10);
  const ops = joinOps([
    creation(serial),
    change('activity', id, { minutes: 60, serial: null }, { minutes: 30, serial: null }),
  ]);
  expect(ops).toEqual([{ kind: 'activity', id, before: null, after: { ...serial, minutes: 30 } }]);
});

test('the earlier value is what undo brings back', () => {
  const [op] = joinOps([
    change('activity', serial.id, { minutes: 60 }, { minutes: 30 }),
    change('activity', serial.id, { minutes: 30 }, { minutes: 15 }),
  ]);
  expect(op).toMatchObject({ before: { minutes: 60 }, after: { minutes: 15 } });
});

test('a draft under another name changes the same, a refusal stays one', () => {
  const named = relabelled(moved, { key: 'steps.paste', params: { what: 'x' } });
  expect(named.ok && named.value.label.key).toBe('steps.paste');
  expect(codeOf(relabelled(fail('REASSIGN_KIND'), label))).toBe('REASSIGN_KIND');
});
