import { contentOfRow, reassign } from '#shared/plan/schedule/reassign.ts';
import { find } from '#shared/plan/state.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { locationRecord, uuidOf } from '#tests/support/plans.ts';
import { actingOn, after, codeOf, schedule } from '#tests/support/schedule.ts';

const [fin, nor] = [participantRecord(2, 'FIN'), participantRecord(3, 'NOR')];
const [bn, coy] = [unitRecord(4, '1 Bn', fin.id), unitRecord(5, '2 Coy', fin.id)];
const [turku, oslo] = [locationRecord(6, 'Turku'), locationRecord(7, 'Oslo')];
const phase = activityRecord(9, 'Live phase', { type: 'phase' });
const serial = activityRecord(10, 'Serial', { participants: [fin.id], units: [bn.id], location: turku.id });
const free = activityRecord(11, 'Free');
const when = { at: '2027-06-12T14:00:00Z' };
const lift = movementRecord(20, 'U1', fin.id, {
  units: [bn.id],
  pod: turku.id,
  destination: turku.id,
  legs: [{ id: uuidOf(21), mode: 'SEA', from: oslo.id, to: turku.id, depart: when, arrive: when }],
});
const plan = schedule(fin, nor, bn, coy, turku, oslo, phase, serial, free, lift);
const one = [{ kind: 'activity' as const, id: serial.id }];
const ship = [{ kind: 'movement' as const, id: lift.id }];

test.each([
  ['participant', fin.id, nor.id, { participants: [nor.id] }],
  ['participant', fin.id, '', { participants: [] }],
  ['participant', '', nor.id, { participants: [fin.id, nor.id] }],
  ['unit', bn.id, coy.id, { units: [coy.id] }],
  ['location', turku.id, oslo.id, { location: oslo.id }],
  ['phase', '', phase.id, { phase: phase.id }],
  ['type', 'serial', 'training', { type: 'training' }],
  ['state', 'planned', 'confirmed', { state: 'confirmed' }],
] as const)('an activity in rows by %s', (by, from, to, expected) => {
  const next = after(plan, reassign(actingOn(plan), one, { by, from, to }));
  expect(find(next, 'activity', serial.id)).toMatchObject(expected);
});

test('an activity taken off its place has none', () => {
  const next = after(plan, reassign(actingOn(plan), one, { by: 'location', from: turku.id, to: '' }));
  expect(find(next, 'activity', serial.id)?.location).toBeUndefined();
});

test.each([
  ['participant', fin.id, nor.id, { participant: nor.id }],
  ['unit', bn.id, coy.id, { units: [coy.id] }],
  ['location', turku.id, oslo.id, { pod: oslo.id, destination: oslo.id, legs: [{ from: oslo.id, to: oslo.id }] }],
  ['location', '', oslo.id, { pod: turku.id, destination: oslo.id }],
  ['state', 'planned', 'done', { state: 'done' }],
  ['type', 'movement', 'logistics', { countsAs: 'logistics' }],
  ['responsible', '', 'J4', { responsible: 'J4' }],
] as const)('a movement in rows by %s', (by, from, to, expected) => {
  const next = after(plan, reassign(actingOn(plan), ship, { by, from, to }));
  expect(find(next, 'movement', lift.id)).toMatchObject(expected);
});

test('what makes no sense is refused with its reason, and then nothing moves', () => {
  const refused = (records: typeof one | typeof ship, by: 'type' | 'phase' | 'participant', to: string) =>
    codeOf(reassign(actingOn(plan), records, { by, from: '', to }));
  expect(refused(one, 'type', 'movement')).toBe('REASSIGN_KIND');
  expect(refused(ship, 'type', 'phase')).toBe('REASSIGN_KIND');
  expect(refused(ship, 'phase', phase.id)).toBe('REASSIGN_FIELD');
  expect(refused(ship, 'participant', '')).toBe('REASSIGN_NEEDS_PARTICIPANT');
  expect(refused([{ kind: 'activity', id: phase.id }], 'phase', uuidOf(99))).toBe('REASSIGN_PHASE');
  expect(refused(one, 'participant', uuidOf(99))).toBe('REFERENCE_MISSING');
  const mixed = reassign(actingOn(plan), [...one, ...ship], { by: 'phase', from: '', to: phase.id });
  expect(codeOf(mixed)).toBe('REASSIGN_FIELD');
});

test('what is drawn in a row belongs to it', () => {
  expect(contentOfRow('unit', bn.id)).toEqual({ units: [bn.id] });
  expect(contentOfRow('type', 'training')).toEqual({ type: 'training' });
  expect(contentOfRow('type', 'movement')).toEqual({});
  expect(contentOfRow('location', '')).toEqual({});
  expect(contentOfRow('owner', 'NOR')).toEqual({});
  expect(contentOfRow('state', 'confirmed')).toEqual({ state: 'confirmed' });
  expect(contentOfRow('minutes', '60')).toEqual({});
});

test.each([
  ['direction', 'redeployment', { direction: 'redeployment' }],
  ['dangerousGoods', 'true', { dangerousGoods: true }],
  ['priority', '7', { priority: 7 }],
  ['pod', oslo.id, { pod: oslo.id, destination: turku.id }],
  ['provider', 'Navy', { provider: 'Navy' }],
])('rows by any other field write what they stand for: %s', (by, to, expected) => {
  const next = after(plan, reassign(actingOn(plan), ship, { by, from: '', to }));
  expect(find(next, 'movement', lift.id)).toMatchObject(expected);
});

test.each([
  ['owner', 'REASSIGN_OWNER'],
  ['label', 'REASSIGN_LABEL'],
  ['uln', 'REASSIGN_NAME'],
  ['legs.mode', 'REASSIGN_FIXED'],
  ['nothing', 'REASSIGN_FIXED'],
  ['direction', 'REASSIGN_REQUIRED'],
  ['pax', 'REASSIGN_RANGE'],
  ['volumeM3', 'REASSIGN_RANGE'],
  ['minutes', 'REASSIGN_RANGE'],
  ['remarks', 'REASSIGN_REMARK'],
  ['remarksGiven', 'REASSIGN_REMARK'],
])('rows by %s are refused with %s', (by, code) => {
  expect(codeOf(reassign(actingOn(plan), ship, { by, from: 'x', to: '' }))).toBe(code);
});

test('an activity has no direction to be moved to', () => {
  expect(codeOf(reassign(actingOn(plan), one, { by: 'direction', from: '', to: 'deployment' }))).toBe('REASSIGN_FIELD');
});
