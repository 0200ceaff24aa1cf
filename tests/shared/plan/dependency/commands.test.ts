import { linkInOrder, readLag, typeBetween, unlink } from '#shared/plan/dependency/commands.ts';
import { live } from '#shared/plan/state.ts';
import { activityRecord } from '#tests/support/records.ts';
import { actingOn, after, codeOf, linkRecord, schedule } from '#tests/support/schedule.ts';

const [a, b, c] = [activityRecord(10, 'A'), activityRecord(11, 'B'), activityRecord(12, 'C')];
const free = schedule(a, b, c);
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
