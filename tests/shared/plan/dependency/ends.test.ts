import { endOf, linkTimes, liveEnds, titleIn } from '#shared/plan/dependency/ends.ts';
import { locationRecord, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { codeOf, linkRecord, schedule } from '#tests/support/schedule.ts';

const fin = participantRecord(2, 'FIN');
const place = locationRecord(3, 'Turku');
const serial = activityRecord(10, 'Serial', { serial: '0101' });
const lift = movementRecord(20, 'FIN-S1', fin.id, { name: 'by sea' });
const gone = { ...movementRecord(21, 'FIN-S2', fin.id), deleted: true as const };
const plan = schedule(fin, place, serial, lift, gone);

test('an end is a live activity or movement, and nothing else', () => {
  expect(endOf(plan, serial.id)).toBe(serial);
  expect(endOf(plan, lift.id)).toBe(lift);
  for (const id of [gone.id, fin.id, place.id, uuidOf(99)]) expect(endOf(plan, id)).toBeUndefined();
  expect(liveEnds(plan, [lift.id, serial.id, lift.id])).toEqual({ ok: true, value: [lift, serial] });
  expect(codeOf(liveEnds(plan, [lift.id, place.id]))).toBe('RECORD_MISSING');
});

test.each([
  ['FS', 20, 50],
  ['SS', 10, 50],
  ['FF', 20, 60],
  ['SF', 10, 60],
] as const)('%s leaves at %d and reaches %d', (type, leave, reach) => {
  const [before, after] = [
    { start: 10, end: 20 },
    { start: 50, end: 60 },
  ];
  expect(linkTimes({ type, lagMinutes: 0 }, before, after)).toEqual({ leave, reach, late: false });
  expect(linkTimes({ type, lagMinutes: 1 }, before, after).late).toBe(true);
});

test('a link is told by what it joins, whatever kinds these are of', () => {
  expect(titleIn(plan, linkRecord(30, lift.id, serial.id))).toBe('FIN-S1 by sea → 0101 Serial (FS)');
  expect(titleIn(plan, linkRecord(30, serial.id, gone.id, 'SS'))).toBe('0101 Serial → FIN-S2 (SS)');
  expect(titleIn(plan, linkRecord(30, place.id, lift.id))).toBe('? → FIN-S1 by sea (FS)');
  expect(titleIn(plan, serial)).toBe('0101 Serial');
});
