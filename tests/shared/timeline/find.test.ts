import { barsOf } from '#shared/timeline/bars.ts';
import { nextHit, searchIndex } from '#shared/timeline/find.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { locationRecord } from '#tests/support/plans.ts';
import { schedule } from '#tests/support/schedule.ts';

const fin = participantRecord(2, 'FIN', 'Finland');
const bn = unitRecord(3, 'État-major', fin.id);
const turku = locationRecord(4, 'Turku');
const a = activityRecord(10, 'River crossing', { participants: [fin.id], units: [bn.id], responsible: 'Maj Niemi' });
const b = activityRecord(11, 'Bridging', { location: turku.id, start: { at: '2027-06-13T14:00:00Z' } });
const lift = movementRecord(12, 'FIN-001', fin.id, { ead: { at: '2027-06-14T14:00:00Z' }, pod: turku.id });
const plan = schedule(fin, bn, turku, a, b, lift);
const search = searchIndex(plan, barsOf(plan));

test('bars are found by their words and by those of what they name, whatever case and accents', () => {
  expect(search('river')).toEqual([a.id]);
  expect(search('ETAT')).toEqual([a.id]);
  expect(search('niemi cross')).toEqual([a.id]);
  expect(search('turku')).toEqual([b.id, lift.id]);
  expect(search('finland')).toEqual([a.id, lift.id]);
  expect(search('river turku')).toEqual([]);
  expect(search('  ')).toEqual([]);
});

test('next and previous go round, and from outside to the nearest end', () => {
  const hits = ['a', 'b', 'c'];
  expect(nextHit(hits, 'b', 1)).toBe('c');
  expect(nextHit(hits, 'c', 1)).toBe('a');
  expect(nextHit(hits, 'a', -1)).toBe('c');
  expect(nextHit(hits, undefined, 1)).toBe('a');
  expect(nextHit(hits, 'x', -1)).toBe('c');
  expect(nextHit([], 'a', 1)).toBeUndefined();
});
