import { countByDay, pageDays } from '#renderer/features/calendar/days.ts';
import { type CalendarEntry, entriesOf } from '#renderer/features/calendar/entries.ts';
import { columnsOf, resourcesOf, spreadOver } from '#renderer/features/calendar/resources.ts';
import { shownSpan } from '#renderer/features/calendar/shown.ts';
import { lanesFor, thinnedDays, thinnedHours } from '#renderer/features/calendar/thinned.ts';
import { zoneLocalizer } from '#renderer/features/calendar/zoneLocalizer.ts';
import { planOf } from '#shared/plan/state.ts';
import { HOUR } from '#shared/time/instant.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { enGB } from 'date-fns/locale';
import { locationRecord } from '#tests/support/plans.ts';
import { activityRecord, participantRecord } from '#tests/support/records.ts';

const [fin, swe, nor] = [participantRecord(1, 'FIN'), participantRecord(2, 'SWE'), participantRecord(3, 'NOR')];
const hall = locationRecord(9, 'Hall');
const both = activityRecord(10, 'Crossing', { participants: [fin.id, swe.id], location: hall.id });
const alone = activityRecord(11, 'Brief', { participants: [fin.id] });
const nobody = activityRecord(12, 'Papers out', { type: 'deadline', minutes: 0 });
const week = activityRecord(13, 'Conference', { type: 'conference', minutes: 3 * 24 * 60 });
const plan = planOf([fin, swe, nor, hall, both, alone, nobody, week]);
const entries = entriesOf(barsOf(plan), '');

test('days, deadlines and milestones stand in the head of a day, hours in the hours', () => {
  expect(entries.filter(({ allDay }) => allDay).map(({ title }) => title)).toEqual(['Conference', 'Papers out']);
});

test('only what reaches into the shown time is handed over, filtered by words of title and kind', () => {
  const at = Date.UTC(2027, 5, 14);
  expect(entriesOf(barsOf(plan), '', { start: at, end: at + HOUR }).map(({ title }) => title)).toEqual(['Conference']);
  expect(entriesOf(barsOf(plan), 'deadline').map(({ title }) => title)).toEqual(['Papers out']);
});

test('an entry stands once in the column of each of its participants, and in that of nobody without any', () => {
  const all = resourcesOf(plan, 'participant', entries, 'Nobody');
  expect(all.map(({ title, count }) => [title, count])).toEqual([
    ['FIN', 2],
    ['Nobody', 2],
    ['SWE', 1],
    ['NOR', 0],
  ]);
  const columns = columnsOf(all, [], 12);
  expect(columns.map(({ title }) => title)).toEqual(['FIN', 'NOR', 'SWE', 'Nobody']);
  const spread = spreadOver(entries, 'participant', columns);
  expect(spread.filter(({ bar }) => bar.id === both.id).map(({ resource }) => resource)).toEqual([fin.id, swe.id]);
  expect(new Set(spread.map(({ id }) => id)).size).toBe(spread.length);
});

test('columns are those that were chosen, never more than can be read, and never none', () => {
  const all = resourcesOf(plan, 'location', entries, 'Nowhere');
  expect(columnsOf(all, [hall.id], 12).map(({ title }) => title)).toEqual(['Hall']);
  expect(columnsOf(all, [], 1)).toHaveLength(1);
  const empty = resourcesOf(plan, 'participant', [], 'Nobody');
  expect(columnsOf(empty, [], 2)).toHaveLength(2);
});

const hours = (title: string, from: number, length: number, type = 'serial'): CalendarEntry => {
  const start = Date.UTC(2027, 5, 12) + from * HOUR;
  const [bar] = barsOf(
    planOf([
      activityRecord(100 + from, title, {
        type,
        start: { at: new Date(start).toISOString().replace('.000', '') },
        minutes: length * 60,
      }),
    ]),
  );
  if (bar === undefined) throw new Error('no bar');
  return { id: title, title, start: new Date(bar.start), end: new Date(bar.end), allDay: false, bar };
};

test('more at once than can be read are left out and counted; one after the other all stay; conferences stay', () => {
  const crowd = [
    hours('a', 0, 4),
    hours('b', 0, 4),
    hours('c', 1, 4),
    hours('d', 5, 1),
    hours('e', 2, 1, 'conference'),
  ];
  const { entries: kept, left } = thinnedHours(crowd, 2);
  expect(kept.map(({ title }) => title)).toEqual(['a', 'b', 'd', 'e']);
  expect(left.map(({ title }) => title)).toEqual(['c']);
  expect(thinnedHours(crowd, 5).left).toEqual([]);
});

test('columns of the hours have as many lanes as can be read, and never fewer than two', () => {
  expect(lanesFor('week', 7 * 134 + 50, 7)).toBe(5);
  expect(lanesFor('week', 4000, 7)).toBe(6);
  expect(lanesFor('week', 7 * 60 + 50, 7)).toBe(2);
  expect(lanesFor('day', 0, 1)).toBe(2);
  expect(lanesFor('day', 1050, 1)).toBe(24);
});

const oslo = zoneLocalizer('Europe/Oslo', { en: enGB }, enGB);
const june = pageDays(shownSpan('month', new Date('2027-06-12T12:00:00Z'), oslo), oslo);

test('an entry reaches into the days of its zone, and what ends at midnight into none further', () => {
  // The page begins on Monday 31 May; 12 June at 2200Z is midnight in Oslo.
  expect(june.count).toBe(35);
  expect(june.of(hours('a', 21, 1))).toEqual([12, 12]);
  expect(june.of(hours('b', 22, 1))).toEqual([13, 13]);
  expect(june.of(hours('c', 21, 2))).toEqual([12, 13]);
  const on = countByDay([hours('a', 21, 1), hours('c', 21, 2)], june);
  expect([on(new Date('2027-06-11T22:00:00Z')), on(new Date('2027-06-12T22:00:00Z'))]).toEqual([2, 1]);
});

test('of a day of the month the longest and first are handed over, and the rest is counted', () => {
  const crowd = [hours('late', 9, 1), hours('early', 1, 1), hours('long', 4, 30), hours('next', 30, 1)];
  const { entries: kept, left } = thinnedDays(crowd, june, 2);
  expect(kept.map(({ title }) => title)).toEqual(['early', 'long', 'next']);
  expect(left.map(({ title }) => title)).toEqual(['late']);
  expect(thinnedDays(crowd, june, 3).left).toEqual([]);
});

test('each view shows its own stretch of time, in the calendar of its zone', () => {
  const localizer = zoneLocalizer('Europe/Oslo', { en: enGB }, enGB);
  const date = new Date('2027-06-12T22:30:00Z');
  const spanOf = (view: 'month' | 'week' | 'day'): string[] => {
    const { start, end } = shownSpan(view, date, localizer);
    return [start, end].map((ms) => new Date(Math.round(ms / 1000) * 1000).toISOString().slice(0, 16));
  };
  expect(spanOf('day')).toEqual(['2027-06-12T22:00', '2027-06-13T22:00']);
  expect(spanOf('week')).toEqual(['2027-06-06T22:00', '2027-06-13T22:00']);
  expect(spanOf('month')).toEqual(['2027-05-30T22:00', '2027-07-04T22:00']);
});
