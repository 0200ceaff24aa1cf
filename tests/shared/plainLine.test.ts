import { markingText } from '#shared/label/label.ts';
import { plainLine } from '#shared/plainLine.ts';

test.each(['', 'Ødegård – “C+3”', 'שלום', 'a\u200db', 'REL TO FIN, SWE'])('text stays as it is (%j)', (text) => {
  expect(plainLine(text)).toBe(text);
});

test.each([
  ['a\nb', 'a\ufffdb'],
  ['\u001b[2J', '\ufffd[2J'],
  ['a\u0000', 'a\ufffd'],
  ['\u202eabc\u202c', '\ufffdabc\ufffd'],
  ['\u2066a\u2069\u2028\u009b', '\ufffda\ufffd\ufffd\ufffd'],
])('what would leave its line or turn it round is shown as such (%j)', (text, plain) => {
  expect(plainLine(text)).toBe(plain);
});

test('a marking stays on its line whatever a partner writes into a caveat', () => {
  const label = { policy: 'NATO', classification: 'NATO SECRET', releasableTo: ['FIN'] };
  expect(markingText({ ...label, caveat: 'x\nFrom: \u202eUSA' })).toBe(
    `${markingText(label)} – x\ufffdFrom: \ufffdUSA`,
  );
});
