import fc from 'fast-check';
import { formatDuration } from '#shared/time/display.ts';
import { readDuration } from '#shared/time/duration.ts';
import { MINUTE } from '#shared/time/instant.ts';

test.each([
  ['90', 90],
  ['90 min', 90],
  ['2h30', 150],
  ['2h 30m', 150],
  ['2:30', 150],
  ['1.5h', 90],
  ['1,5 h', 90],
  ['2 d 4 h', 3120],
  ['2j4h', 3120],
  ['1 week 2 days', 9 * 1440],
  ['1 sem 2 jours', 9 * 1440],
  ['3 Heures', 180],
  ['-1d', -1440],
  ['−15 mn', -15],
  ['+0h', 0],
])('%p is %p minutes', (text, minutes) => {
  expect(readDuration(text)).toEqual({ ok: true, value: minutes });
});

test.each(['', '-', 'soon', '4x', '1h2h', '4h 2d', '2h90', '1.001h', '1:75', '5 constructor'])('%p is none', (text) => {
  expect(readDuration(text)).toMatchObject({ ok: false, error: { code: 'DURATION_UNREADABLE' } });
});

test('what is shown is read back, in both languages', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3_000_000, max: 3_000_000 }), fc.constantFrom('en', 'fr'), (minutes, locale) => {
      expect(readDuration(formatDuration(minutes * MINUTE, locale))).toEqual({ ok: true, value: minutes });
    }),
  );
});
