import {
  addLink,
  changeLink,
  linkInOrder,
  readLag,
  removeLink,
  typeBetween,
  unlink,
} from '#shared/plan/dependency/commands.ts';
import { createRecord, removeRecords, updateRecords } from '#shared/plan/commands.ts';
import { removeScheduled } from '#shared/plan/schedule/several.ts';
import { live } from '#shared/plan/state.ts';
import { locationRecord } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { actingOn, after, codeOf, linkRecord, schedule } from '#tests/support/schedule.ts';

const [a, b, c] = [activityRecord(10, 'A'), activityRecord(11, 'B'), activityRecord(12, 'C')];
const fin = participantRecord(2, 'FIN');
const turku = locationRecord(3, 'Turku');
const lift = movementRecord(13, 'FIN-S1', fin.id);
const free = schedule(a, b, c, fin, turku, lift);
const terms = { type: 'FS', lagMinutes: 0 } as const;
const linksOf = (plan: typeof free): string[] =>
  live(plan, 'dependency').map(({ from, to, type, lagMinutes }) => `${from} ${type}${lagMinutes} ${to}`);

test.each(['FS', 'SS', 'FF', 'SF'] as const)('%s with a lag, from each to the next', (type) => {
  const next = after(free, linkInOrder(actingOn(free), [c.id, a.id, b.id], { type, lagMinutes: -90 }));
  expect(linksOf(next)).toEqual([`${c.id} ${type}-90 ${a.id}`, `${a.id} ${type}-90 ${b.id}`]);
});

test('what is linked already takes the new terms', () => {
  const linked = schedule(a, b, c, linkRecord(20, a.id, b.id));
  const next = after(linked, linkInOrder(actingOn(linked), [a.id, b.id], { type: 'SS', lagMinutes: 30 }));
  expect(linksOf(next)).toEqual([`${a.id} SS30 ${b.id}`]);
  expect(codeOf(linkInOrder(actingOn(linked), [a.id, b.id], terms))).toBe('NOTHING_TO_CHANGE');
});

test('a ring is refused, however long, and so is a link with itself or with nothing', () => {
  const linked = schedule(a, b, c, linkRecord(20, a.id, b.id), linkRecord(21, b.id, c.id));
  expect(linkInOrder(actingOn(linked), [c.id, a.id], terms)).toEqual({
    ok: false,
    error: { code: 'DEPENDENCY_CYCLE', data: { from: 'C', to: 'A' } },
  });
  expect(codeOf(linkInOrder(actingOn(free), [a.id, b.id, a.id], terms))).toBeUndefined();
  expect(codeOf(linkInOrder(actingOn(free), [a.id, a.id], terms))).toBe('DEPENDENCY_SELF');
  expect(codeOf(linkInOrder(actingOn(free), [a.id], terms))).toBe('LINK_TOO_FEW');
});

describe('with movements', () => {
  test('the ends may be of either kind, in any pairing', () => {
    const draft = linkInOrder(actingOn(free), [a.id, lift.id, b.id], terms);
    expect(linksOf(after(free, draft))).toEqual([`${a.id} FS0 ${lift.id}`, `${lift.id} FS0 ${b.id}`]);
    const other = movementRecord(14, 'FIN-S2', fin.id);
    const two = schedule(fin, lift, other);
    const link = addLink(actingOn(two), lift.id, other.id, { type: 'SS', lagMinutes: 60 });
    expect(linksOf(after(two, link))).toEqual([`${lift.id} SS60 ${other.id}`]);
    expect(link).toMatchObject({
      value: { label: { key: 'steps.link', params: { from: 'FIN-S1', to: 'FIN-S2' } } },
    });
  });

  test.each([
    ['participant', fin.id],
    ['location', turku.id],
  ])('a %s is no end', (_kind, id) => {
    for (const ends of [
      [a.id, id],
      [id, lift.id],
    ] as const) {
      expect(linkInOrder(actingOn(free), ends, terms)).toMatchObject({
        error: { code: 'RECORD_MISSING', data: { kind: 'end' } },
      });
      expect(codeOf(addLink(actingOn(free), ...ends))).toBe('RECORD_MISSING');
      const [from, to] = ends;
      expect(createRecord(actingOn(free), 'dependency', { from, to, ...terms })).toMatchObject({
        error: { code: 'REFERENCE_MISSING', data: { kind: 'end' } },
      });
    }
    const linked = schedule(a, b, fin, turku, linkRecord(20, a.id, b.id));
    expect(codeOf(updateRecords(actingOn(linked), 'dependency', [linkRecord(20, '', '').id], { to: id }))).toBe(
      'REFERENCE_MISSING',
    );
  });

  test('a ring through a movement is refused, and so is a movement that waits for itself', () => {
    const linked = schedule(a, b, fin, lift, linkRecord(20, a.id, lift.id), linkRecord(21, lift.id, b.id));
    expect(addLink(actingOn(linked), b.id, a.id)).toMatchObject({
      error: { code: 'DEPENDENCY_CYCLE', data: { from: 'B', to: 'A' } },
    });
    expect(addLink(actingOn(linked), lift.id, a.id)).toMatchObject({
      error: { code: 'DEPENDENCY_CYCLE', data: { from: 'FIN-S1', to: 'A' } },
    });
    expect(codeOf(addLink(actingOn(linked), lift.id, lift.id))).toBe('DEPENDENCY_SELF');
    expect(codeOf(addLink(actingOn(linked), a.id, lift.id))).toBe('DEPENDENCY_DUPLICATE');
    expect(codeOf(addLink(actingOn(linked), a.id, b.id))).toBeUndefined();
  });

  test('a removed movement takes its links with it, a participant those of its movements, and no others', () => {
    const linked = schedule(
      a,
      b,
      fin,
      lift,
      linkRecord(20, a.id, lift.id),
      linkRecord(21, lift.id, b.id, 'SS'),
      linkRecord(22, a.id, b.id),
    );
    const rest = [`${a.id} FS0 ${b.id}`];
    expect(linksOf(after(linked, removeRecords(actingOn(linked), 'movement', [lift.id])))).toEqual(rest);
    expect(linksOf(after(linked, removeRecords(actingOn(linked), 'participant', [fin.id])))).toEqual(rest);
    const both = [
      { kind: 'activity', id: a.id },
      { kind: 'movement', id: lift.id },
    ] as const;
    expect(linksOf(after(linked, removeScheduled(actingOn(linked), both)))).toEqual([]);
    expect(linksOf(after(linked, unlink(actingOn(linked), [lift.id])))).toEqual(rest);
  });
});

test('one link is changed or taken away, and the step names what it joins', () => {
  const linked = schedule(a, fin, lift, linkRecord(20, a.id, lift.id));
  const { id } = linkRecord(20, a.id, lift.id);
  const changed = changeLink(actingOn(linked), id, { lagMinutes: 90 });
  expect(changed).toMatchObject({ value: { label: { key: 'steps.changeLink', params: { from: 'A', to: 'FIN-S1' } } } });
  expect(linksOf(after(linked, changed))).toEqual([`${a.id} FS90 ${lift.id}`]);
  expect(codeOf(changeLink(actingOn(linked), id, { type: 'FS' }))).toBe('NOTHING_TO_CHANGE');
  const removed = removeLink(actingOn(linked), id);
  expect(removed).toMatchObject({ value: { label: { key: 'steps.unlink', params: { from: 'A', to: 'FIN-S1' } } } });
  expect(linksOf(after(linked, removed))).toEqual([]);
  expect(codeOf(removeLink(actingOn(linked), a.id))).toBe('RECORD_MISSING');
});

test('unlinking takes all links of one, but of several only those among them', () => {
  const linked = schedule(a, b, c, linkRecord(20, a.id, b.id), linkRecord(21, b.id, c.id));
  expect(linksOf(after(linked, unlink(actingOn(linked), [b.id])))).toEqual([]);
  expect(linksOf(after(linked, unlink(actingOn(linked), [a.id, b.id])))).toEqual([`${b.id} FS0 ${c.id}`]);
  expect(codeOf(unlink(actingOn(linked), [a.id, c.id]))).toBe('NOTHING_TO_CHANGE');
});

test('the ends that a line joins say which type it is', () => {
  expect(typeBetween('end', 'start')).toBe('FS');
  expect(typeBetween('start', 'start')).toBe('SS');
  expect(typeBetween('end', 'end')).toBe('FF');
  expect(typeBetween('start', 'end')).toBe('SF');
});

test.each([
  ['', 0],
  ['90', 90],
  ['+90m', 90],
  ['-1d', -1440],
  ['2h30', 150],
  ['1d 4h', 1680],
  ['−15 min', -15],
  ['1j', 1440],
])('the lag %p is %p minutes', (text, minutes) => {
  expect(readLag(text)).toEqual({ ok: true, value: minutes });
});

test.each(['soon', '+', '4x', '400d', '1h2h'])('%p is no lag', (text) => {
  expect(codeOf(readLag(text))).toBe('LAG_UNREADABLE');
});
