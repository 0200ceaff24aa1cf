import { planOf } from '#shared/plan/state.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { boardOf } from '#shared/timeline/board.ts';
import { layingLinks, linksTouching } from '#shared/timeline/links.ts';
import type { RecordOf } from '#shared/plan/records.ts';
import { finish } from '#shared/work.ts';
import { stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord } from '#tests/support/records.ts';

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
