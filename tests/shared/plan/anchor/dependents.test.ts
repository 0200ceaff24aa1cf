import { dependentsOf } from '#shared/plan/anchor/dependents.ts';
import { planOf } from '#shared/plan/state.ts';
import { activityRecord, anchorRecord, movementRecord, participantRecord } from '#tests/support/records.ts';

const startex = anchorRecord(1, 'STARTEX', { at: '2027-06-12T06:00:00Z' });
const c = anchorRecord(2, 'C', { anchor: startex.id, offset: { unit: 'day', n: -30 } });
const other = anchorRecord(3, 'M', { at: '2027-01-01T00:00:00Z' });
const onC = activityRecord(10, 'On C', { start: { anchor: c.id, offset: { unit: 'day', n: 3 } } });
const fixed = activityRecord(11, 'Fixed');
const fin = participantRecord(20, 'FIN');
const lift = movementRecord(30, 'U1', fin.id, { ead: { anchor: startex.id, offset: { unit: 'day', n: 0 } } });
const plan = planOf([startex, c, other, onC, fixed, fin, lift]);

test('what hangs on an anchor through another one moves too', () => {
  expect([...dependentsOf(plan, startex.id)]).toEqual([
    ['anchor', 1],
    ['activity', 1],
    ['movement', 1],
  ]);
  expect([...dependentsOf(plan, c.id)]).toEqual([['activity', 1]]);
});

test('nothing hangs on an anchor that nobody names', () => {
  expect(dependentsOf(plan, other.id).size).toBe(0);
});
