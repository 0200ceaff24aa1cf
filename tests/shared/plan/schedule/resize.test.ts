import { resizeScheduled } from '#shared/plan/schedule/resize.ts';
import { find } from '#shared/plan/state.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { actingOn, after, codeOf, schedule } from '#tests/support/schedule.ts';

const fin = participantRecord(2, 'FIN');
const at = (time: string) => ({ at: `2027-06-12T${time}:00Z` });
const leg = (n: number, depart: string, arrive: string) => ({
  id: uuidOf(n),
  mode: 'SEA' as const,
  depart: at(depart),
  arrive: at(arrive),
});
const serial = activityRecord(10, 'Serial', { start: at('08:00'), minutes: 60 });
const lift = movementRecord(20, 'U1', fin.id, { legs: [leg(21, '08:00', '10:00'), leg(22, '11:00', '14:00')] });
const dated = movementRecord(30, 'U2', fin.id, { legs: [], rld: at('08:00'), lad: at('12:00'), rdd: at('16:00') });
const bare = movementRecord(40, 'U3', fin.id, { legs: [] });
const plan = schedule(fin, serial, lift, dated, bare);
const resized = (id: string, edge: 'start' | 'end', minutes: number) =>
  find(after(plan, resizeScheduled(actingOn(plan), [{ kind: 'movement', id }], edge, minutes)), 'movement', id);

test('a movement begins with the departure of its first leg and ends with the arrival of its last', () => {
  expect(resized(lift.id, 'start', -90)?.legs).toEqual([{ ...lift.legs[0], depart: at('06:30') }, lift.legs[1]]);
  expect(resized(lift.id, 'end', 30)?.legs).toEqual([lift.legs[0], { ...lift.legs[1], arrive: at('14:30') }]);
});

test('a leg does not arrive before it departs', () => {
  expect(resized(lift.id, 'start', 600)?.legs[0]).toMatchObject({ depart: at('10:00'), arrive: at('10:00') });
  expect(resized(lift.id, 'end', -600)?.legs[1]).toMatchObject({ depart: at('11:00'), arrive: at('11:00') });
});

test('without legs the outermost date moves', () => {
  expect(resized(dated.id, 'start', 60)).toMatchObject({ rld: at('09:00'), lad: at('12:00'), rdd: at('16:00') });
  expect(resized(dated.id, 'end', 60)).toMatchObject({ rld: at('08:00'), lad: at('12:00'), rdd: at('17:00') });
});

test('one without times has no ends, and what is not there is missing', () => {
  const refused = (id: string) => codeOf(resizeScheduled(actingOn(plan), [{ kind: 'movement', id }], 'end', 60));
  expect(refused(bare.id)).toBe('NOTHING_TO_CHANGE');
  expect(refused(uuidOf(99))).toBe('RECORD_MISSING');
});

test('both kinds are drawn in one step', () => {
  const both = [serial, lift].map(({ kind, id }) => ({ kind, id }));
  const draft = resizeScheduled(actingOn(plan), both, 'end', 60);
  expect(draft).toMatchObject({ value: { label: { key: 'steps.resizeScheduled', params: { count: 2 } } } });
  const next = after(plan, draft);
  expect(find(next, 'activity', serial.id)?.minutes).toBe(120);
  expect(find(next, 'movement', lift.id)?.legs[1]?.arrive).toEqual(at('15:00'));
});
