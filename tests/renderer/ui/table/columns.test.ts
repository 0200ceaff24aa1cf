import { type Column, filterRows, sortRows, toTsv } from '#renderer/ui/table/columns.ts';

interface Row {
  readonly name: string;
  readonly strength?: number;
}
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name, width: 100 },
  { id: 'strength', header: 'Strength', value: ({ strength }) => strength, width: 80 },
];
const rows: readonly Row[] = [{ name: '10 Bn', strength: 600 }, { name: '2 Bn' }, { name: 'Éclair', strength: 40 }];
const names = (list: readonly Row[]): string[] => list.map(({ name }) => name);

test('a filter wants every word, in any column, in any case', () => {
  expect(names(filterRows(rows, columns, 'BN 600'))).toEqual(['10 Bn']);
  expect(names(filterRows(rows, columns, 'bn 40'))).toEqual([]);
  expect(filterRows(rows, columns, '  ')).toBe(rows);
});

test('numbers inside words sort by size, and accents do not put a name at the end', () => {
  expect(names(sortRows(rows, columns, { column: 'name', descending: false }, 'fr'))).toEqual([
    '2 Bn',
    '10 Bn',
    'Éclair',
  ]);
});

test('empty cells come last in both directions', () => {
  expect(names(sortRows(rows, columns, { column: 'strength', descending: false }, 'en')).at(-1)).toBe('2 Bn');
  expect(names(sortRows(rows, columns, { column: 'strength', descending: true }, 'en'))).toEqual([
    '10 Bn',
    'Éclair',
    '2 Bn',
  ]);
});

test('a column that is gone leaves the order alone', () => {
  expect(sortRows(rows, columns, { column: 'gone', descending: true }, 'en')).toBe(rows);
});

test('cells with tabs, quotes or line breaks are quoted for the spreadsheet', () => {
  const list = [{ name: 'A "B"\tC\nD', strength: 1 }];
  expect(toTsv(list, columns)).toBe('Name\tStrength\r\n"A ""B""\tC\nD"\t1');
});

test('times are copied, and found, as the groups that people read, never as numbers of milliseconds', () => {
  const at = Date.UTC(2027, 5, 12, 14);
  const timed: readonly Column<Row>[] = [
    ...columns.slice(0, 1),
    {
      id: 'at',
      header: 'When',
      value: () => at,
      time: ({ strength }) => (strength === undefined ? undefined : at),
      width: 90,
    },
  ];
  expect(toTsv(rows.slice(0, 2), timed)).toBe('Name\tWhen\r\n10 Bn\t121400ZJUN27\r\n2 Bn\t');
  expect(names(filterRows(rows, timed, '1214 jun'))).toEqual(['10 Bn', 'Éclair']);
  expect(filterRows(rows, timed, String(at))).toEqual([]);
});

test('what files get in the place of what rows are sorted by, the clipboard gets as well', () => {
  const ranked: Column<Row> = { id: 'rank', header: 'Rank', value: () => 3, saved: () => 'third', width: 80 };
  expect(toTsv(rows.slice(0, 1), [ranked])).toBe('Rank\r\nthird');
});
