import fc from 'fast-check';
import { cellsOf, tsvOf } from '#renderer/ui/table/tsv.ts';

test.each([
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\tb\nc', [['a', 'b'], ['c']]],
  ['"two\nlines"\t"say ""so"""\tplain "quotes" inside', [['two\nlines', 'say "so"', 'plain "quotes" inside']]],
  ['\t\t', [['', '', '']]],
  ['', []],
  ['"never closed\tx', [['"never closed', 'x']]],
])('%j is read', (text, cells) => {
  expect(cellsOf(text)).toEqual(cells);
});

test('what is written is read again', () => {
  const row = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (cells) => {
      expect(cellsOf(tsvOf(cells))).toEqual(cells);
    }),
  );
});
