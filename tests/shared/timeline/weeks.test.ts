import fc from 'fast-check';
import { rowsFixed } from '#shared/plan/schedule/reassign.ts';
import { SCHEDULE_FIELDS } from '#shared/plan/schedule/fields.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { colouringOf } from '#shared/timeline/colouring.ts';
import { isLaneField } from '#shared/timeline/fields.ts';
import { groupsOf } from '#shared/timeline/groups.ts';
import { isTimeField, readWeek, weekKey, weekRank } from '#shared/timeline/weeks.ts';
import { NO_HUE } from '#shared/timeline/palette.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { schedule } from '#tests/support/schedule.ts';

const TALLINN = 'Europe/Tallinn';
const fin = participantRecord(2, 'FIN');
const at = (time: string) => ({ at: time });
const leg = (n: number, depart: string, arrive: string) =>
  ({ id: uuidOf(n), mode: 'SEA', depart: at(depart), arrive: at(arrive) }) as const;

test.each([
  ['UTC', '2027-06-07T00:00:00Z', '2027-06-07'],
  ['UTC', '2027-06-13T23:59:59Z', '2027-06-07'],
  ['UTC', '2027-06-06T23:59:59Z', '2027-05-31'],
  // Monday has come in Tallinn while it is Sunday in Greenwich.
  [TALLINN, '2027-06-06T21:00:00Z', '2027-06-07'],
  [TALLINN, '2027-06-06T20:59:59Z', '2027-05-31'],
  // Clocks go forward on Sunday 28 March: the week ends at 2100Z, having begun at 2200Z.
  [TALLINN, '2027-03-21T22:00:00Z', '2027-03-22'],
  [TALLINN, '2027-03-21T21:59:59Z', '2027-03-15'],
  [TALLINN, '2027-03-28T20:59:59Z', '2027-03-22'],
  [TALLINN, '2027-03-28T21:00:00Z', '2027-03-29'],
  ['UTC', '2027-01-03T12:00:00Z', '2026-12-28'],
  ['UTC', '1969-12-28T12:00:00Z', '1969-12-22'],
])('in %s the week of %s begins on %s', (zone, time, monday) => {
  expect(weekKey(zone, Date.parse(time))).toBe(monday);
});

test.each([
  ['2027-06-07', 23, '07-13 JUN 27'],
  ['2027-05-31', 22, '31 MAY-06 JUN 27'],
  ['2026-12-28', 53, '28 DEC 26-03 JAN 27'],
  ['2027-01-04', 1, '04-10 JAN 27'],
])('%s is week %d, %s', (key, number, days) => {
  expect(readWeek(key)).toEqual({ number, days });
});

test.each(['', '2027', '2027-06-08', 'true', '2027-13-01'])('“%s” names no week', (key) => {
  expect(weekRank(key)).toBeUndefined();
  expect(readWeek(key)).toBeUndefined();
});

test('weeks follow one another as the times that lie in them do', () => {
  const time = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) });
  fc.assert(
    fc.property(time, time, fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York'), (a, b, zone) => {
      const [first, second] = [weekKey(zone, Math.min(a, b)), weekKey(zone, Math.max(a, b))];
      return (weekRank(first) ?? Number.NaN) <= (weekRank(second) ?? Number.NaN) && first <= second;
    }),
  );
});

const later = activityRecord(10, 'Later', { start: at('2027-06-14T08:00:00Z'), minutes: 60 });
const night = activityRecord(11, 'Night', { start: at('2027-06-06T21:30:00Z'), minutes: 24 * 60 });
const ship = movementRecord(20, 'U1', fin.id, {
  rld: at('2026-12-31T08:00:00Z'),
  legs: [
    leg(21, '2027-06-01T08:00:00Z', '2027-06-05T08:00:00Z'),
    leg(22, '2027-06-06T08:00:00Z', '2027-06-07T08:00:00Z'),
  ],
});
const bus = movementRecord(30, 'U2', fin.id, {
  rld: at('2027-01-02T08:00:00Z'),
  legs: [leg(31, '2027-06-08T08:00:00Z', '2027-06-08T12:00:00Z')],
});
const plan = schedule(fin, later, night, ship, bus);
const bars = barsOf(plan);
const rowsBy = (field: string, zone?: string) =>
  groupsOf(plan, bars, field, zone).map(({ key, members }) => [
    key,
    members.map((index) => bars[index]?.title ?? '').sort(),
  ]);

test('rows by a time are weeks in their order, what has none last', () => {
  expect(rowsBy('start')).toEqual([
    ['2027-05-31', ['Night', 'U1']],
    ['2027-06-07', ['U2']],
    ['2027-06-14', ['Later']],
  ]);
  expect(rowsBy('end')).toEqual([
    ['2027-06-07', ['Night', 'U1', 'U2']],
    ['2027-06-14', ['Later']],
  ]);
  // One week across the turn of the year.
  expect(rowsBy('rld')).toEqual([
    ['2026-12-28', ['U1', 'U2']],
    ['', ['Later', 'Night']],
  ]);
  expect(rowsBy('crd')).toEqual([['', ['Later', 'Night', 'U1', 'U2']]]);
});

test('a movement stands once in each week in which its legs depart or arrive', () => {
  expect(rowsBy('legs.depart')).toEqual([
    ['2027-05-31', ['U1']],
    ['2027-06-07', ['U2']],
    ['', ['Later', 'Night']],
  ]);
  expect(rowsBy('legs.arrive')).toEqual([
    ['2027-05-31', ['U1']],
    ['2027-06-07', ['U1', 'U2']],
    ['', ['Later', 'Night']],
  ]);
});

test('weeks are those of the zone in which times are shown', () => {
  expect(rowsBy('start', TALLINN)).toEqual([
    ['2027-05-31', ['U1']],
    ['2027-06-07', ['Night', 'U2']],
    ['2027-06-14', ['Later']],
  ]);
});

test('a week keeps its hue whatever else is there, has another than its neighbours, and no time is grey', () => {
  const hueOf = (state: typeof plan, week: string) =>
    colouringOf(state, barsOf(state), 'start').legend.find(({ value }) => value === week)?.hue;
  expect(hueOf(plan, '2027-06-14')).toBe(hueOf(schedule(fin, later), '2027-06-14'));
  const { legend, hues } = colouringOf(plan, bars, 'start');
  expect(legend.map(({ value }) => value)).toEqual(['2027-05-31', '2027-06-07', '2027-06-14']);
  expect(new Set(hues).size).toBe(3);
  const ready = colouringOf(plan, bars, 'rld').legend;
  expect(ready.map(({ value }) => value)).toEqual(['2026-12-28', '']);
  expect(ready.map(({ hue }) => hue === NO_HUE)).toEqual([false, true]);
});

test('every time of the schedule is offered, and nothing moves between its rows', () => {
  const times = [...SCHEDULE_FIELDS.values()].flatMap(({ id, form }) => (form === 'time' ? [id] : []));
  expect(times).toEqual(['start', 'rld', 'ald', 'ead', 'lad', 'rdd', 'crd', 'legs.depart', 'legs.arrive']);
  for (const field of [...times, 'end']) {
    expect([field, isLaneField(field), isTimeField(field), rowsFixed(field)]).toEqual([
      field,
      true,
      true,
      'REASSIGN_WEEK',
    ]);
  }
  expect(isTimeField('minutes')).toBe(false);
});
