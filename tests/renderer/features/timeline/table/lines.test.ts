import { linesOf } from '#renderer/features/timeline/table/lines.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { boardOf } from '#shared/timeline/board.ts';
import { activityRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { schedule } from '#tests/support/schedule.ts';

const fin = participantRecord(2, 'FIN');
const brigade = unitRecord(3, '2 Mech Bde', fin.id);
const battalion = unitRecord(4, '21 Mech Bn', fin.id, { parent: brigade.id });
const both = activityRecord(10, 'Both', { units: [brigade.id, battalion.id] });
const none = activityRecord(11, 'None');
const plan = schedule(fin, brigade, battalion, both, none);
const bars = barsOf(plan);

test('the table has a line for each place of a bar on the chart, in the same order', () => {
  const lines = linesOf(plan, bars, 'unit');
  expect(lines.map(({ title, bar }) => [title, bar.title])).toEqual([
    ['2 Mech Bde', 'Both'],
    ['21 Mech Bn', 'Both'],
    ['', 'None'],
  ]);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(3);
});

test('what is folded on the chart is still in the table', () => {
  const folded = boardOf(plan, bars, { by: 'unit', form: 'stacked', folded: new Set([fin.id]) });
  expect(folded.rows.length).toBe(2);
  expect(linesOf(plan, bars, 'unit')).toHaveLength(3);
});
