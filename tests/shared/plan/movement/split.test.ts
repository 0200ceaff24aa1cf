import fc from 'fast-check';
import { LOADS, type MovementShare, proposedShare, splitMovement } from '#shared/plan/movement/split.ts';
import type { Movement } from '#shared/plan/movement/schema.ts';
import { type PlanState, find, live } from '#shared/plan/state.ts';
import { movementSpan, timeResolver } from '#shared/plan/times.ts';
import { DAY } from '#shared/time/instant.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { activityRecord, anchorRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { actingOn, after, codeOf, linkRecord, schedule } from '#tests/support/schedule.ts';

const fin = participantRecord(2, 'FIN');
const [bn, coy] = [unitRecord(4, '1 Bn', fin.id), unitRecord(5, '2 Coy', fin.id)];
const [anchor, at] = [anchorRecord(6, 'C', { at: '2027-06-12T00:00:00Z' }), { at: '2027-06-12T14:00:00Z' }];
const label = { policy: 'NATO', classification: 'NATO RESTRICTED', releasableTo: [] };
const lift = movementRecord(20, 'FIN-001', fin.id, {
  label,
  units: [bn.id, coy.id],
  pax: 481,
  tonnes: 100.3,
  volumeM3: 0,
  dangerousGoods: true,
  rdd: at,
  crd: at,
  legs: [{ id: uuidOf(21), mode: 'SEA', depart: at, arrive: { at: '2027-06-13T14:00:00Z' } }],
});
const plan = schedule(fin, bn, coy, anchor, lift);
const proposed = proposedShare(plan, lift);
const split = (share: Partial<MovementShare> = {}, from: PlanState = plan) =>
  splitMovement(actingOn(from), lift.id, { ...proposed, ...share });
const secondIn = (next: PlanState): Movement | undefined =>
  live(next, 'movement').find(({ id }) => find(plan, 'movement', id) === undefined);

test('half of the load goes a day later under a number of its own, with the marking of the whole', () => {
  const next = after(plan, split());
  const [first, second] = [find(next, 'movement', lift.id), secondIn(next)];
  expect(first).toMatchObject({ uln: 'FIN-001', pax: 241, tonnes: 50.1, volumeM3: 0, units: [bn.id, coy.id] });
  expect(second).toMatchObject({ uln: 'FIN-001-B', pax: 240, tonnes: 50.2, volumeM3: 0, dangerousGoods: true, label });
  expect(second?.lengthM).toBeUndefined();
  expect(second).toMatchObject({ rdd: { at: '2027-06-13T14:00:00Z' }, crd: at });
  expect(second?.legs[0]?.id).not.toBe(lift.legs[0]?.id);
  const resolve = timeResolver(next);
  const [a, b] = [first, second].map((each) => each && movementSpan(each, resolve)?.start);
  expect((b ?? 0) - (a ?? 0)).toBe(DAY);
});

test('units travel with the part that they are given to, and both may carry one', () => {
  const next = after(plan, split({ first: [bn.id], second: [coy.id], later: { unit: 'minute', n: 0 } }));
  expect(find(next, 'movement', lift.id)?.units).toEqual([bn.id]);
  expect(secondIn(next)).toMatchObject({ units: [coy.id], rdd: at });
});

test('the letter behind the number goes on, and never doubles one', () => {
  const next = after(plan, split());
  const second = secondIn(next);
  expect(second && proposedShare(next, second).uln).toBe('FIN-001-C');
  expect(proposedShare(next, lift).uln).toBe('FIN-001-C');
  const own = movementRecord(30, 'KIT-B', fin.id);
  expect(proposedShare(schedule(fin, own), own).uln).toBe('KIT-B-B');
  const long = movementRecord(31, 'L'.repeat(40), fin.id);
  expect(proposedShare(schedule(fin, long), long).uln.length).toBeLessThanOrEqual(40);
});

test.each([
  ['SPLIT_ULN', { uln: ' ' }],
  ['SPLIT_ULN', { uln: 'x'.repeat(41) }],
  ['SPLIT_ULN_TAKEN', { uln: 'FIN-001' }],
  ['SPLIT_SHARE', { loads: { pax: 482 } }],
  ['SPLIT_SHARE', { loads: { pax: -1 } }],
  ['SPLIT_SHARE', { loads: { pax: 1.5 } }],
  ['SPLIT_SHARE', { loads: { lengthM: 1 } }],
  ['SPLIT_UNIT_LEFT', { first: [bn.id], second: [] }],
  ['SPLIT_EMPTY', { second: [], loads: {} }],
  ['SPLIT_EMPTY', { first: [], loads: { pax: 481, tonnes: 100.3 } }],
] as const)('%s: nothing is shared', (code, share) => {
  expect(codeOf(split(share))).toBe(code);
});

test('what waits for the whole waits for both parts, and both wait for what the whole waited for', () => {
  const [packed, exercise] = [activityRecord(40, 'Packed'), activityRecord(41, 'Exercise')];
  const linked = schedule(
    fin,
    bn,
    coy,
    anchor,
    lift,
    packed,
    exercise,
    linkRecord(42, packed.id, lift.id),
    linkRecord(43, lift.id, exercise.id, 'FS', 90),
  );
  const next = after(linked, split({}, linked));
  const second = secondIn(next)?.id ?? '';
  const links = live(next, 'dependency').map(({ from, to, type, lagMinutes }) =>
    [from, type, lagMinutes, to].join(' '),
  );
  expect(links.toSorted()).toEqual(
    [
      `${packed.id} FS 0 ${lift.id}`,
      `${packed.id} FS 0 ${second}`,
      `${lift.id} FS 90 ${exercise.id}`,
      `${second} FS 90 ${exercise.id}`,
    ].toSorted(),
  );
});

test('a movement that is not there is not split', () => {
  expect(codeOf(splitMovement(actingOn(plan), uuidOf(99), proposed))).toBe('RECORD_MISSING');
});

test('whatever is shared, nothing of the load is lost or made', () => {
  const part = fc.record({ pax: fc.nat({ max: 481 }), tonnes: fc.integer({ min: 0, max: 1003 }).map((n) => n / 10) });
  fc.assert(
    fc.property(part, (loads) => {
      const next = after(plan, split({ loads }));
      const [first, second] = [find(next, 'movement', lift.id), secondIn(next)];
      return LOADS.every((load) => Math.abs((first?.[load] ?? 0) + (second?.[load] ?? 0) - (lift[load] ?? 0)) < 1e-6);
    }),
  );
});
