/** Numbers and yes or no, as people of either language read them. */
import { DEFAULT_LABELLING } from '#shared/label/policies.ts';
import { fieldTextIn } from '#shared/plan/fieldText.ts';
import { tallinn } from '#tests/shared/time/context.ts';

const textIn = (locale: string) =>
  fieldTextIn({
    word: (key) => key,
    context: { ...tallinn, locale },
    labelling: DEFAULT_LABELLING,
    recordFor: () => undefined,
  });

test.each([
  ['en', 'activity', 'minutes', 1_650, '1d 3h 30m'],
  ['fr', 'activity', 'minutes', 90, '1h 30min'],
  ['en', 'dependency', 'lagMinutes', -45, '−45m'],
  ['en', 'baseline', 'times', [['2027-06-12T14:00:00Z', 90]], '121400ZJUN27, 1h 30m'],
  ['en', 'unit', 'personnel', 64, '64'],
] as const)(
  'in %s the %s’s %s is written with its unit where it is a length of time',
  (locale, kind, field, value, text) => {
    expect(textIn(locale)(value, kind, field)).toBe(text);
  },
);

test('yes and no are words', () => {
  expect([true, false].map((value) => textIn('en')(value, 'exercise', 'twoPersons'))).toEqual([
    'timeline.truth.true',
    'timeline.truth.false',
  ]);
});

test('sentences stand one after the other, words with commas', () => {
  expect(textIn('en')(['Protect a harbour.', 'Hand over command'], 'exercise', 'objectives')).toBe(
    'Protect a harbour. Hand over command',
  );
  expect(textIn('en')(['NOR', 'POL'], 'exercise', 'objectives')).toBe('NOR, POL');
});
