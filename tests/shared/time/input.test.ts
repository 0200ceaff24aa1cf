import fc from 'fast-check';
import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';
import { anchorLookup, type TimeContext } from '#shared/time/context.ts';
import { formatWhen } from '#shared/time/display.ts';
import { formatInstant, SECOND } from '#shared/time/instant.ts';
import { parseWhen } from '#shared/time/input.ts';
import { resolveWhen, whenSchema, type Offset, type When } from '#shared/time/when.ts';
import { tallinn } from './context.ts';

const canonical = (text: string, context: TimeContext = tallinn): string | undefined => {
  const read = parseWhen(text, context);
  return read.ok ? formatWhen(read.value, context) : read.error.code;
};

test.each([
  ['121400ZJUN27', '121400ZJUN27'],
  ['12 1400z jun 27', '121400ZJUN27'],
  ['12 1400Z JUN 2027', '121400ZJUN27'],
  ['121400CJUN27', '121100ZJUN27'],
  ['1 1400Z Jun 27', '011400ZJUN27'],
  ['12 14:00Z June 27', '121400ZJUN27'],
  ['12140030ZJUN27', '12140030ZJUN27'],
  ['121400ZJUN1982', '121400ZJUN1982'],
  ['12 Jun 2027', '112100ZJUN27'],
  ['12JUN27', '112100ZJUN27'],
  ['12 Jun 27 1400Z', '121400ZJUN27'],
  ['12 juin 2027 14h00', '121100ZJUN27'],
  ['12 août 27 9h', '120600ZAUG27'],
  ['1er août 2027', '312100ZJUL27'],
  ['26/06/2027 09h00', '260600ZJUN27'],
  ['26.06.27', '252100ZJUN27'],
  ['2027-06-12T14:00:00Z', '121400ZJUN27'],
  ['2027-06-12T14:00+05:45', '120815ZJUN27'],
  ['2027-06-12 14:00', '121100ZJUN27'],
  ['2027-06-12', '112100ZJUN27'],
])('reads %s as %s', (typed, expected) => {
  expect(canonical(typed)).toBe(expected);
});

test.each([
  ['121400Z', '121400ZOCT27', 'the nearest month'],
  ['121400Z Nov', '121400ZNOV27', 'the nearest year'],
  ['02 0800Z Feb', '020800ZFEB28', 'the nearest year lies ahead'],
  ['1400Z', '251400ZOCT27', 'the day of the reference'],
  ['14:00', '251100ZOCT27', 'local time on the day of the reference'],
  ['31 0800Z', '310800ZOCT27', 'a month that has the day'],
])('completes %s to %s: %s', (typed, expected) => {
  expect(canonical(typed)).toBe(expected);
});

test.each([
  ['C+3', 'C+3'],
  ['c + 3', 'C+3'],
  ['C', 'C+0'],
  ['D-day', 'D+0'],
  ['D-2 0600', 'D-2 0600'],
  ['D−2 06:00', 'D-2 0600'],
  ['D 0600', 'D+0 0600'],
  ['STARTEX+90m', 'STARTEX+1h30'],
  ['startex-30', 'STARTEX-30d'],
  ['STARTEX-30d', 'STARTEX-30d'],
  ['STARTEX-2w', 'STARTEX-14d'],
  ['STARTEX-30j 0600', 'STARTEX-30d 0600'],
  ['H', 'H+0'],
  ['H+2', 'H+2'],
  ['H-hour+2', 'H+2'],
  ['H+1h30', 'H+1h30'],
  ['H+1:30', 'H+1h30'],
  ['H-0130', 'H-1h30'],
  ['H-45 min', 'H-45m'],
  ['H+1d 0600', 'H+1d 0600'],
  ['J-1', 'D-1'],
  ['E+2', 'E+2'],
])('reads %s as %s', (typed, expected) => {
  expect(canonical(typed)).toBe(expected);
});

test('J+1 H+2 counts from H-hour while it falls on D-day, calendar days over the change of clocks', () => {
  expect(canonical('J-1 H+2')).toBe('H-22');
  expect(canonical('J+1 H+2')).toBe('H+27');
  expect(canonical('J+1 H+2 M-5')).toBe('H+26h55');
  const apart = tallinn.anchors.map((anchor) =>
    anchor.id === 'h' ? { ...anchor, at: '2027-11-05T02:30:00Z' } : anchor,
  );
  expect(canonical('J+1 H+2', { ...tallinn, anchors: apart })).toBe('TIME_ANCHOR_PAIR');
});

test('J is an anchor of its own where the exercise has one, and unknown where there is neither J nor D', () => {
  const own = { id: 'j', code: 'J', counts: 'day', at: '2027-06-01T00:00:00Z' } as const;
  expect(canonical('J-1', { ...tallinn, anchors: [...tallinn.anchors, own] })).toBe('J-1');
  expect(canonical('J-1', { ...tallinn, anchors: [] })).toBe('TIME_ANCHOR_UNKNOWN');
});

test.each([
  ['', 'TIME_EMPTY', undefined],
  [' \u00a0 ', 'TIME_EMPTY', undefined],
  ['31 1400Z Jun 27', 'TIME_DAY_MISSING_IN_MONTH', { day: 31, month: 'JUN', year: 2027 }],
  ['32 1400Z Jun', 'TIME_DAY', { day: 32 }],
  ['121400JJUN27', 'TIME_LETTER_J', undefined],
  ['121400J', 'TIME_LETTER_J', undefined],
  ['122400ZJUN27', 'TIME_2400', undefined],
  ['122500ZJUN27', 'TIME_HOUR', { hour: 25 }],
  ['12 1475Z Jun', 'TIME_MINUTE', { minute: 75 }],
  ['12140099ZJUN27', 'TIME_SECOND', { second: 99 }],
  ['12 jui 27', 'TIME_MONTH', { month: 'JUI' }],
  ['12/13/2027', 'TIME_MONTH', { month: '13' }],
  ['2027-02-30', 'TIME_DAY_MISSING_IN_MONTH', { day: 30, month: 'FEB', year: 2027 }],
  ['1027-02-03', 'TIME_OUT_OF_RANGE', { text: '1027' }],
  ['X+3', 'TIME_ANCHOR_UNKNOWN', { code: 'X', known: 'C, D, H, STARTEX, E' }],
  ['ENDEX', 'TIME_ANCHOR_UNKNOWN', { code: 'ENDEX', known: 'C, D, H, STARTEX, E' }],
  ['D-2 0600Z', 'TIME_ANCHOR_LETTER', { letter: 'Z', zone: 'Europe/Tallinn' }],
  ['D-2 2500', 'TIME_HOUR', { hour: 25 }],
  ['H+1:75', 'TIME_MINUTE', { minute: 75 }],
  ['C+4000', 'TIME_OFFSET', { days: 3660 }],
  ['H+99999999999', 'TIME_OFFSET', { days: 3660 }],
  ['C+3 and more', 'TIME_UNREADABLE', { text: 'C+3 AND MORE' }],
  ['Jun 12', 'TIME_UNREADABLE', { text: 'JUN 12' }],
  ['12 1400 99', 'TIME_UNREADABLE', { text: '12 1400 99' }],
] as const)('refuses %p with %s', (typed, code, data) => {
  expect(parseWhen(typed, tallinn)).toEqual({ ok: false, error: data === undefined ? { code } : { code, data } });
});

test('a time in UTC may say so behind an anchor', () => {
  expect(canonical('D-2 0600Z', { ...tallinn, zone: 'UTC' })).toBe('D-2 0600');
});

const when = fc.oneof(
  fc
    .integer({ min: Date.UTC(1950, 0) / SECOND, max: Date.UTC(2150, 0) / SECOND })
    .map((n): When => ({ at: formatInstant(n * SECOND) })),
  fc
    .tuple(
      fc.constantFrom('c', 'd', 'h', 's', 'e'),
      fc.integer({ min: -3660, max: 3660 }),
      fc.integer({ min: -1, max: 1439 }),
    )
    .map(([anchor, n, clock]): When => {
      const time = `${String(Math.floor(clock / 60)).padStart(2, '0')}${String(clock % 60).padStart(2, '0')}`;
      const offset: Offset = clock < 0 ? { unit: 'day', n } : { unit: 'day', n, time };
      return { anchor, offset };
    }),
  fc
    .tuple(fc.constantFrom('c', 'd', 'h', 's', 'e'), fc.integer({ min: -200_000, max: 200_000 }))
    .map(([anchor, n]): When => ({ anchor, offset: { unit: 'minute', n } })),
);

test('a thousand hours are written so that they are not read as hours and minutes', () => {
  const far = { anchor: 'h', offset: { unit: 'minute', n: -119_460 } } as const;
  expect(formatWhen(far, tallinn)).toBe('H-1991h');
  expect(parseWhen('H-1991h', tallinn)).toEqual({ ok: true, value: far });
  expect(formatWhen({ anchor: 'h', offset: { unit: 'minute', n: 59_940 } }, tallinn)).toBe('H+999');
});

test('what a when is shown as is read back as the same when', () => {
  fc.assert(
    fc.property(when, (original) => {
      expect(parseWhen(formatWhen(original, tallinn) ?? '', tallinn)).toEqual({ ok: true, value: original });
    }),
    { numRuns: 2000 },
  );
});

const typing = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '12',
        '1400',
        'Z',
        'J',
        'JUN',
        '27',
        ' ',
        'C',
        'STARTEX',
        '+',
        '-',
        '3',
        'h',
        '30',
        ':',
        '/',
        'd',
      ),
      {
        maxLength: 9,
      },
    )
    .map((parts) => parts.join('')),
);

test('whatever is typed becomes a valid when or a code that has a sentence in both languages', () => {
  fc.assert(
    fc.property(typing, (text) => {
      const read = parseWhen(text, tallinn);
      if (read.ok) expect(whenSchema.safeParse(read.value).success).toBe(true);
      else {
        expect(Object.keys(en.errors)).toContain(read.error.code);
        expect(Object.keys(fr.errors)).toContain(read.error.code);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the local time that is typed is the local time that is meant, in whatever zone the exercise lies', () => {
  const read = parseWhen('12 Jun 2027 0600', { ...tallinn, zone: 'Asia/Kathmandu' });
  expect(read).toEqual({ ok: true, value: { at: '2027-06-12T00:15:00Z' } });
  const at = read.ok && resolveWhen(read.value, anchorLookup([]), { zone: 'Asia/Kathmandu' });
  expect(at).toEqual({ ok: true, value: Date.UTC(2027, 5, 12, 0, 15) });
});
