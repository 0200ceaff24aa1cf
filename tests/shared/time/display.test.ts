import fc from 'fast-check';
import { anchorLookup, type TimeContext } from '#shared/time/context.ts';
import {
  allReadings,
  anchorReading,
  formatDuration,
  formatSpan,
  formatTime,
  formatWhen,
} from '#shared/time/display.ts';
import { parseWhen } from '#shared/time/input.ts';
import { DAY, HOUR, MINUTE } from '#shared/time/instant.ts';
import { resolveWhen } from '#shared/time/when.ts';
import { tallinn } from './context.ts';

const AT = Date.UTC(2027, 10, 7, 4);

test('one switch of three', () => {
  expect(formatTime(AT, 'dtg', tallinn)).toBe('070400ZNOV27');
  expect(formatTime(AT, 'local', tallinn)).toBe('7 Nov 2027 06:00 +02:00');
  expect(formatTime(AT, 'anchor', tallinn)).toBe('STARTEX-3d 0600');
});

test('every reading of one time, local at the place it belongs to', () => {
  expect(allReadings(AT, { ...tallinn, placeZone: 'Asia/Kathmandu' })).toEqual({
    dtg: '070400ZNOV27',
    localDtg: '070400ZNOV27 (+05:45)',
    local: '7 Nov 2027 09:45 (Kathmandu +05:45)',
    anchor: 'STARTEX-3d 0600',
  });
  expect(allReadings(AT, { ...tallinn, locale: 'fr' }).local).toBe('7 nov. 2027 06:00 (Tallinn +02:00)');
});

test('without a dated anchor the anchor reading is the group', () => {
  const bare: TimeContext = { ...tallinn, anchors: [{ id: 'e', code: 'E', counts: 'day' }] };
  expect(formatTime(AT, 'anchor', bare)).toBe('070400ZNOV27');
  expect(allReadings(AT, bare).anchor).toBeUndefined();
});

test('an hour is the measure near it, days are further off', () => {
  expect(anchorReading(Date.UTC(2027, 9, 30, 3), tallinn)).toBe('H+1h30');
  expect(anchorReading(Date.UTC(2027, 10, 2, 4), tallinn)).toBe('D+3 0600');
});

test('the anchor reading is read back as the same minute, on the day clocks change too', () => {
  const minute = fc.oneof(
    fc.integer({ min: Date.UTC(2027, 9, 30) / MINUTE, max: Date.UTC(2027, 10, 1) / MINUTE }),
    fc.integer({ min: Date.UTC(2020, 0) / MINUTE, max: Date.UTC(2035, 0) / MINUTE }),
  );
  fc.assert(
    fc.property(minute, (n) => {
      const read = parseWhen(anchorReading(n * MINUTE, tallinn) ?? '', tallinn);
      const back = read.ok ? resolveWhen(read.value, anchorLookup(tallinn.anchors), tallinn) : read;
      expect(back).toEqual({ ok: true, value: n * MINUTE });
    }),
    { numRuns: 500 },
  );
});

test('a span within one local day names the day once', () => {
  expect(formatSpan(AT, AT + 3 * HOUR, 'local', tallinn)).toBe('7 Nov 2027 06:00–09:00 +02:00');
  expect(formatSpan(AT, AT + DAY, 'local', tallinn)).toBe('7 Nov 2027 06:00 +02:00 – 8 Nov 2027 06:00 +02:00');
  expect(formatSpan(AT, AT + HOUR, 'dtg', tallinn)).toBe('070400ZNOV27 – 070500ZNOV27');
});

test('a span over the change of clocks shows both offsets', () => {
  const start = Date.UTC(2027, 9, 30, 22);
  expect(formatSpan(start, start + 4 * HOUR, 'local', tallinn)).toBe(
    '31 Oct 2027 01:00 +03:00 – 31 Oct 2027 04:00 +02:00',
  );
});

test('a when without its anchor, or without an instant, has no text', () => {
  expect(formatWhen({ anchor: 'nowhere', offset: { unit: 'day', n: 1 } }, tallinn)).toBeUndefined();
  expect(formatWhen({ at: 'soon' }, tallinn)).toBeUndefined();
});

test('durations in the signs of the language', () => {
  expect(formatDuration(3 * DAY + 4 * HOUR + 30 * MINUTE, 'en')).toBe('3d 4h 30m');
  expect(formatDuration(3 * DAY, 'fr')).toBe('3j');
  expect(formatDuration(0, 'en')).toBe('0m');
  expect(formatDuration(-90 * MINUTE, 'en')).toBe('−1h 30m');
});
