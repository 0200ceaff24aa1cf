import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readIcs, type IcsModel } from '#shared/interchange/ics/read.ts';
import { formatInstant } from '#shared/time/instant.ts';

const options = { zone: 'Europe/Oslo', from: Date.UTC(2026, 0, 1), to: Date.UTC(2029, 0, 1) };
const fixture = readFileSync(path.resolve(__dirname, '../fixtures/committee.ics'), 'utf8');

const read = (text: string): IcsModel => {
  const model = readIcs(text, options);
  if (!model.ok) throw new Error(model.error.code);
  return model.value;
};
const event = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:u', 'SUMMARY:Thing', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
const starts = (text: string): string[] =>
  read(text).items.map(({ start }) => (start === undefined ? 'none' : formatInstant(start).slice(0, 16)));

test('a series is expanded on its own clock, with what is left out and what is moved', () => {
  const weekly = read(fixture).items.filter(({ key }) => key.startsWith('weekly-1'));
  expect(weekly.map(({ title, start, minutes }) => [title, formatInstant(start ?? 0), minutes])).toEqual([
    ['Weekly co-ordination, all nations', '2027-03-15T08:00:00Z', 90],
    // The clocks change on 28 March: nine o'clock stays nine o'clock.
    ['Weekly co-ordination, all nations', '2027-04-05T07:00:00Z', 90],
    ['Weekly co-ordination (moved)', '2027-03-30T12:00:00Z', 60],
  ]);
});

test('days are days of the exercise, however many hours they have', () => {
  const days = read(fixture).items.find(({ key }) => key === 'allday-1');
  expect(days).toMatchObject({ start: Date.parse('2027-03-26T23:00:00Z'), minutes: 47 * 60 });
});

test('times without a zone and zones known by their name are taken, and told', () => {
  const { items } = read(fixture);
  expect(items.find(({ key }) => key === 'floating-1')).toMatchObject({
    start: Date.parse('2027-04-01T06:00:00Z'),
    minutes: 0,
    notes: ['unreadable', 'floating'],
  });
  expect(items.find(({ key }) => key === 'named-1')).toMatchObject({
    start: Date.parse('2027-04-01T05:00:00Z'),
    minutes: 7 * 60,
    notes: ['zoneByName'],
  });
});

test('tasks are deadlines, or wait without a time', () => {
  const { items } = read(fixture);
  expect(items.find(({ key }) => key === 'task-1')).toMatchObject({
    start: Date.parse('2027-04-10T16:00:00Z'),
    minutes: 0,
  });
  expect(items.find(({ key }) => key === 'task-2')).toMatchObject({ start: undefined });
});

test('each entry that is left out says why, with its line', () => {
  const { leftOut, others } = read(fixture);
  const lines = fixture.split('\n');
  expect(leftOut.map(({ title, reason }) => [title, reason])).toEqual([
    ['Lost zone', 'zoneUnknown'],
    ['No such day', 'badTime'],
    ['Every second', 'badRule'],
    ['', 'noTitle'],
    ['Long ago', 'outside'],
  ]);
  for (const { line } of leftOut) expect(lines[line - 1]).toBe('BEGIN:VEVENT');
  expect(others).toBe(1);
});

test.each([
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ['2027-03-01T09:00']],
  ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', ['2027-03-01T09:00']],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', ['2027-03-01T09:00', '2027-03-26T09:00', '2027-04-30T09:00']],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
    ['2027-03-01T09:00', '2027-03-31T09:00', '2027-04-30T09:00'],
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20270601T000000Z', ['2027-03-01T09:00', '2027-03-31T09:00', '2027-05-31T09:00']],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2', ['2027-03-01T09:00', '2027-05-17T09:00']],
  ['FREQ=DAILY;INTERVAL=10;UNTIL=20270321', ['2027-03-01T09:00', '2027-03-11T09:00', '2027-03-21T09:00']],
  ['FREQ=WEEKLY;INTERVAL=99999;BYDAY=WE', ['2027-03-01T09:00', '2027-03-03T09:00']],
  ['FREQ=DAILY;BYHOUR=6,18;COUNT=3', ['2027-03-01T09:00', '2027-03-01T18:00', '2027-03-02T06:00']],
])('%s', (rule, wanted) => {
  expect(starts(event('DTSTART:20270301T090000Z', `RRULE:${rule}`))).toEqual(wanted);
});

test('an endless series is cut at the bounds and says so; a rule that never fits ends at once', () => {
  const endless = read(event('DTSTART:20270301T090000Z', 'RRULE:FREQ=DAILY'));
  expect(endless.items).toHaveLength(672);
  expect(endless.items[0]?.notes).toContain('cut');
  const before = performance.now();
  const many = Array.from({ length: 300 }, (_, n) =>
    [
      'BEGIN:VEVENT',
      `UID:${n}`,
      'SUMMARY:x',
      'DTSTART:19010101T000000Z',
      'RRULE:FREQ=DAILY;COUNT=999999;BYMONTH=2;BYMONTHDAY=30',
      'END:VEVENT',
    ].join('\n'),
  );
  read(['BEGIN:VCALENDAR', ...many, 'END:VCALENDAR'].join('\n'));
  expect(performance.now() - before).toBeLessThan(15_000);
});

test('extra dates, durations in days, and an end before the start', () => {
  expect(starts(event('DTSTART:20270301T090000Z', 'RDATE:20270305T100000Z,20270301T090000Z'))).toEqual([
    '2027-03-01T09:00',
    '2027-03-05T10:00',
  ]);
  expect(read(event('DTSTART;TZID=Europe/Oslo:20270327T120000', 'DURATION:P1D')).items[0]?.minutes).toBe(23 * 60);
  expect(read(event('DTSTART:20270301T090000Z', 'DTEND:20270301T080000Z')).items[0]?.minutes).toBe(0);
});

test.each([
  ['ICS_NONE', 'hello'],
  ['ICS_END', 'BEGIN:VCALENDAR\nEND:VEVENT'],
  ['ICS_TOO_DEEP', 'BEGIN:A\n'.repeat(20)],
  ['ICS_TOO_MANY', 'BEGIN:VCALENDAR\n'.concat('BEGIN:VEVENT\nEND:VEVENT\n'.repeat(50_001))],
  ['ICS_TOO_LARGE', 'x'.repeat(16_000_001)],
])('a broken frame is refused as a whole: %s', (code, text) => {
  expect(readIcs(text, options)).toMatchObject({ ok: false, error: { code } });
});

test('a zone that asks for more changes than a clock can make is no zone', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Z',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'RRULE:FREQ=DAILY',
    'TZOFFSETFROM:+0000',
    'TZOFFSETTO:+0100',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const text = [
    'BEGIN:VCALENDAR',
    ...zone,
    'BEGIN:VEVENT',
    'UID:u',
    'SUMMARY:s',
    'DTSTART;TZID=Z:20270301T090000',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n');
  expect(read(text).leftOut).toMatchObject([{ reason: 'zoneUnknown' }]);
});
