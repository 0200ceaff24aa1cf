import i18next from 'i18next';
import { numberText } from '#renderer/ui/numbers.ts';
import { setLanguage, startWords } from '#renderer/ui/words.ts';

test('figures are grouped as the language of the window does, at once after it changes', async () => {
  await startWords('en');
  expect(numberText(1234.56)).toBe('1,234.6');
  await setLanguage('fr');
  expect(numberText(1234.56)).toBe(`1\u202f234,6`);
  expect(numberText(999)).toBe('999');
  await i18next.changeLanguage('en');
  expect(numberText(999)).toBe('999');
});
