import { calendarContent, unscheduledContent } from '#renderer/features/calendar/calendarTable.ts';
import { entriesOf } from '#renderer/features/calendar/entries.ts';
import { usePlan } from '#renderer/state/plan.ts';
import { setLanguage, startWords } from '#renderer/ui/words.ts';
import { planOf } from '#shared/plan/state.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { exerciseRecord, locationRecord } from '#tests/support/plans.ts';
import { activityRecord, participantRecord } from '#tests/support/records.ts';

beforeAll(() => startWords('en'));
afterEach(() => setLanguage('en'));

const fin = participantRecord(1, 'FIN', 'Finland');
const swe = participantRecord(2, 'SWE', 'Sweden');
const hall = locationRecord(3, 'Hall');
const late = activityRecord(11, 'March', { start: { at: '2027-06-09T10:00:00Z' }, minutes: 60 });
const brief = activityRecord(10, 'Brief', {
  type: 'training',
  start: { at: '2027-06-07T08:00:00Z' },
  minutes: 90,
  participants: [fin.id, swe.id],
  location: hall.id,
});
const idea = activityRecord(13, 'Media day', { start: undefined, minutes: 120, participants: [swe.id] });
const plan = planOf([exerciseRecord(), fin, swe, hall, late, brief, idea]);
beforeEach(() => usePlan.setState({ plan }));

test('a page of the calendar is saved in the order of time, each entry once however many columns it stands in', () => {
  const entries = entriesOf(barsOf(plan), '');
  const twice = entries.flatMap((entry) => [entry, { ...entry, id: `${entry.id}#2`, resource: swe.id }]);
  const { table, ids } = calendarContent('June 2027', twice.toReversed());
  expect(table.name).toBe('Calendar, June 2027');
  expect(table.rows.map((row) => row[2])).toEqual(['Brief', 'March']);
  expect(table.rows[0]).toEqual([
    Date.UTC(2027, 5, 7, 8),
    Date.UTC(2027, 5, 7, 9, 30),
    'Brief',
    'Training',
    'FIN, SWE',
    'Hall',
  ]);
  expect(ids).toEqual([brief.id, late.id]);
});

test('what has no time is saved with what it will need, in the words of the language', async () => {
  const { table, ids } = unscheduledContent([idea]);
  expect(table.rows[0]?.slice(0, 4)).toEqual(['Media day', 'Serial', 120, 'SWE']);
  expect(ids).toEqual([idea.id]);
  await setLanguage('fr');
  expect(unscheduledContent([idea]).table).toMatchObject({
    name: 'À programmer',
    rows: [['Media day', 'Sérial', 120, 'SWE', null, null, null]],
  });
});
