import { planOf } from '#shared/plan/state.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { boardOf } from '#shared/timeline/board.ts';
import { layingLinks, linksTouching } from '#shared/timeline/links.ts';
import type { RecordOf } from '#shared/plan/records.ts';
import { finish } from '#shared/work.ts';
import { stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord } from '#tests/support/records.ts';

const first = activityRecord(10, 'First', { start: { at: '2027-06-12T08:00:00Z' }, minutes: 120 });
const second = activityRecord(11, 'Second', { start: { at: '2027-06-12T11:00:00Z' }, minutes: 60 });

const dependency = (type: RecordOf<'dependency'>['type'], lagMinutes = 0, to = second.id): RecordOf<'dependency'> => ({
  id: uuidOf(20),
  kind: 'dependency',
  owner: 'NOR',
  stamp: stampAt(20),
  from: first.id,
  to,
  type,
  lagMinutes,
});

const linksWith = (link: RecordOf<'dependency'>) => {
  const plan = planOf([first, second, link]);
  return finish(layingLinks(plan, boardOf(plan, barsOf(plan), { by: 'type', form: 'stacked', folded: new Set() })));
};

const at = (time: string): number => Date.parse(`2027-06-12T${time}:00Z`);

test.each([
  ['FS', '10:00', '11:00'],
  ['SS', '08:00', '11:00'],
  ['FF', '10:00', '12:00'],
  ['SF', '08:00', '12:00'],
] as const)('%s leaves at %s and reaches %s', (type, leave, reach) => {
  expect(linksWith(dependency(type)).all).toMatchObject([{ leave: at(leave), reach: at(reach), late: false }]);
});

test('what begins before the lag has passed is late', () => {
  expect(linksWith(dependency('FS', 60)).all).toMatchObject([{ late: false }]);
  expect(linksWith(dependency('FS', 61)).all).toMatchObject([{ late: true }]);
});

test('a line leaves a movement at its last arrival and reaches it at its first departure', () => {
  const leg = (n: number, depart: string, arrive: string) => ({
    id: uuidOf(n),
    mode: 'SEA' as const,
    depart: { at: `2027-06-12T${depart}:00Z` },
    arrive: { at: `2027-06-12T${arrive}:00Z` },
  });
  const lift = movementRecord(12, 'U1', uuidOf(1), { legs: [leg(40, '04:00', '06:00'), leg(41, '06:30', '07:30')] });
  const board = (...records: Parameters<typeof planOf>[0] extends Iterable<infer R> ? R[] : never[]) => {
    const plan = planOf(records);
    return finish(layingLinks(plan, boardOf(plan, barsOf(plan), { by: 'type', form: 'stacked', folded: new Set() })));
  };
  const brings = { ...dependency('FS', 30, first.id), from: lift.id };
  expect(board(first, lift, brings).all).toMatchObject([{ leave: at('07:30'), reach: at('08:00'), late: false }]);
  expect(board(first, lift, { ...brings, lagMinutes: 31 }).all).toMatchObject([{ late: true }]);
  expect(board(first, lift, dependency('FS', 0, lift.id)).all).toMatchObject([{ reach: at('04:00'), late: true }]);
  expect(board(first, { ...lift, legs: [] }, brings).all).toEqual([]);
});

test('a line needs both of its ends', () => {
  expect(linksWith(dependency('FS', 0, uuidOf(99))).all).toEqual([]);
});

test('a bar knows the lines that begin and end at it', () => {
  const { offsets, of } = linksWith(dependency('FS'));
  expect([...offsets]).toEqual([0, 1, 2]);
  expect([...of]).toEqual([0, 0]);
});

test('a window finds the lines that touch it, and no others', () => {
  const links = linksWith(dependency('FS'));
  const touching = (start: string, end: string, top: number, bottom: number) =>
    linksTouching(links, [at(start), at(end), top, bottom], 9, () => true);
  expect(touching('10:30', '10:40', 0, 100)).toEqual([0]);
  expect(touching('11:30', '11:40', 0, 100)).toEqual([]);
  expect(touching('10:30', '10:40', 500, 600)).toEqual([]);
});

test('a search that finds more than was asked for is given up; what does not count is no find', () => {
  const links = linksWith(dependency('FS'));
  const box = [at('10:30'), at('10:40'), 0, 100] as const;
  expect(linksTouching(links, box, 0, () => true)).toBeUndefined();
  expect(linksTouching(links, box, 0, () => false)).toEqual([]);
});
