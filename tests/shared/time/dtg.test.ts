import fc from 'fast-check';
import { formatDtg, formatDtgIn, letterOffset, offsetLetter, parseDtg } from '#shared/time/dtg.ts';
import { EARLIEST, HOUR, LATEST, MINUTE, SECOND } from '#shared/time/instant.ts';
import { ODD_ZONES } from './context.ts';

const second = fc.integer({ min: EARLIEST / SECOND, max: LATEST / SECOND }).map((n) => n * SECOND);
const AFTERNOON = Date.UTC(2027, 5, 12, 14);

test('a group survives writing and reading, compact and spaced', () => {
  fc.assert(
    fc.property(second, fc.boolean(), (ms, spaced) => {
      expect(parseDtg(formatDtg(ms, { spaced }))).toEqual({ ok: true, value: ms });
    }),
  );
});

test('a group with the letter of a zone is the same instant', () => {
  const minute = fc
    .integer({ min: Date.UTC(1975, 0) / MINUTE, max: Date.UTC(2090, 0) / MINUTE })
    .map((n) => n * MINUTE);
  fc.assert(
    fc.property(fc.constantFrom(...ODD_ZONES), minute, (zone, ms) => {
      const [group = ''] = formatDtgIn(ms, zone).split(' (');
      expect(parseDtg(group)).toEqual({ ok: true, value: ms });
    }),
  );
});

test('writes what messages carry', () => {
  expect(formatDtg(AFTERNOON)).toBe('121400ZJUN27');
  expect(formatDtg(AFTERNOON, { spaced: true })).toBe('12 1400Z JUN 27');
  expect(formatDtg(AFTERNOON + 5 * SECOND)).toBe('12140005ZJUN27');
  expect(formatDtg(Date.UTC(1982, 4, 21, 4))).toBe('210400ZMAY1982');
});

test('a zone with a letter gets it, a zone without is Zulu with its offset beside, never rounded', () => {
  expect(formatDtgIn(AFTERNOON, 'Europe/Tallinn')).toBe('121700CJUN27');
  expect(formatDtgIn(AFTERNOON, 'America/Toronto')).toBe('121000QJUN27');
  expect(formatDtgIn(AFTERNOON, 'Asia/Kathmandu')).toBe('121400ZJUN27 (+05:45)');
  expect(formatDtgIn(AFTERNOON, 'Pacific/Apia')).toBe('121400ZJUN27 (+13:00)');
});

test('letters run from Y to M without J', () => {
  const hours = Array.from({ length: 25 }, (_, index) => index - 12);
  expect(hours.map((n) => offsetLetter(n * HOUR)).join('')).toBe('YXWVUTSRQPONZABCDEFGHIKLM');
  for (const n of hours) {
    const letter = offsetLetter(n * HOUR) ?? '';
    expect(letterOffset(letter)).toMatchObject({ ok: true });
    const offset = letterOffset(letter);
    expect(offset.ok && offset.value === n * HOUR).toBe(true);
  }
  expect([5.5, 5.75, 13, 14, -13].map((n) => offsetLetter(n * HOUR))).toEqual(Array(5).fill(undefined));
});

test.each([
  ['121400ZJUN', 'TIME_UNREADABLE'],
  ['121400zJUN27', 'TIME_UNREADABLE'],
  [' 121400ZJUN27', 'TIME_UNREADABLE'],
  ['121400JJUN27', 'TIME_LETTER_J'],
  ['001400ZJUN27', 'TIME_DAY'],
  ['311400ZJUN27', 'TIME_DAY_MISSING_IN_MONTH'],
  ['291400ZFEB27', 'TIME_DAY_MISSING_IN_MONTH'],
  ['122400ZJUN27', 'TIME_2400'],
  ['122500ZJUN27', 'TIME_HOUR'],
  ['121460ZJUN27', 'TIME_MINUTE'],
  ['12140060ZJUN27', 'TIME_SECOND'],
  ['121400ZAVR27', 'TIME_MONTH'],
  ['121400ZJUN1627', 'TIME_OUT_OF_RANGE'],
])('refuses %s with %s', (text, code) => {
  expect(parseDtg(text)).toMatchObject({ ok: false, error: { code } });
});

test('29 February exists in a leap year', () => {
  expect(parseDtg('291400ZFEB28')).toEqual({ ok: true, value: Date.UTC(2028, 1, 29, 14) });
});
