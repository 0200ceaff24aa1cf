import { fieldName, valueWord, withoutWord } from '#renderer/features/timeline/fieldWords.ts';
import { setLanguage, startWords } from '#renderer/ui/words.ts';

beforeAll(() => startWords('en'));
afterEach(() => setLanguage('en'));

const spaced = (text: string): string => text.replaceAll(/\s/g, ' ');

test.each([
  ['pax', '0', 'None', 'Néant'],
  ['pax', '10', '10–49 pax', '10 à 49 pax'],
  ['tonnes', '1', 'Under 10 t', 'Moins de 10 t'],
  ['tonnes', '5000', '5,000 to under 10,000 t', '5 000 à moins de 10 000 t'],
  ['volumeM3', '10000', '10,000 m³ and more', '10 000 m³ et plus'],
  ['minutes', '0', 'Point in time', 'Ponctuel'],
  ['minutes', '240', '4h to under 12h', '4h à moins de 12h'],
  ['minutes', '10080', '7d to under 28d', '7j à moins de 28j'],
  ['start', '2027-06-07', 'Week 23, 07-13 JUN 27', 'Semaine 23, 07-13 JUN 27'],
  ['legs.arrive', '2026-12-28', 'Week 53, 28 DEC 26-03 JAN 27', 'Semaine 53, 28 DEC 26-03 JAN 27'],
  ['rld', 'x', 'x', 'x'],
  ['remarksGiven', 'false', 'Without remarks', 'Sans remarques'],
])('%s from %s reads %s, %s', async (field, key, english, french) => {
  expect(spaced(valueWord(field, key))).toBe(english);
  await setLanguage('fr');
  expect(spaced(valueWord(field, key))).toBe(french);
});

test('a remark stands as the beginning of its first line, a short one as it is', () => {
  expect(valueWord('remarks', 'By night')).toBe('By night');
  expect(valueWord('remarks', 'By night\nonly')).toBe('By night…');
  expect(valueWord('remarks', `${'x'.repeat(70)}`)).toBe(`${'x'.repeat(60)}…`);
});

test('fields name themselves within a sentence', () => {
  expect(fieldName('remarksGiven')).toBe('remarks, with or without');
  expect(fieldName('lengthM')).toBe('length (m)');
  expect(fieldName('minutes')).toBe('length');
  expect(fieldName('end')).toBe('end, by week');
  expect(fieldName('rld')).toBe('RLD, ready to load, by week');
  expect(fieldName('legs.depart')).toBe('departure (legs), by week');
  expect([withoutWord('rld'), withoutWord('unit')]).toEqual(['Not given', 'Not assigned']);
});
