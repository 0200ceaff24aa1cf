import { neighbour } from '#renderer/features/timeline/neighbour.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { boardOf } from '#shared/timeline/board.ts';
import { activityRecord, participantRecord } from '#tests/support/records.ts';
import { schedule } from '#tests/support/schedule.ts';

const [fin, nor, swe] = [participantRecord(2, 'FIN'), participantRecord(3, 'NOR'), participantRecord(4, 'SWE')];
const at = (day: number): { at: string } => ({ at: `2027-06-${day}T08:00:00Z` });
const joint = activityRecord(10, 'Joint', { participants: [fin.id, nor.id, swe.id], start: at(12) });
const own = activityRecord(11, 'Own', { participants: [nor.id], start: at(20) });
const plan = schedule(fin, nor, swe, joint, own);
const board = boardOf(plan, barsOf(plan), { by: 'participant', form: 'stacked', folded: new Set() });

test('a bar that stands in several rows is walked through all of them', () => {
  let row = 0;
  const met: string[] = [];
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
    const next = neighbour(board, met.length === 2 ? own.id : joint.id, key, row);
    if (next === undefined) throw new Error(`${key} leads nowhere`);
    row = board.rows.indexOf(next.row);
    met.push(`${next.bar.title} in ${next.row.title}`);
  }
  expect(met).toEqual(['Joint in NOR', 'Own in NOR', 'Joint in SWE', 'Joint in NOR', 'Joint in FIN']);
});

test('at the ends there is nothing more, and from nowhere it begins with the first', () => {
  expect(neighbour(board, joint.id, 'ArrowUp', 0)).toBeUndefined();
  expect(neighbour(board, joint.id, 'ArrowLeft', 1)).toBeUndefined();
  expect(neighbour(board, undefined, 'ArrowDown', -1)?.bar.title).toBe('Joint');
});
