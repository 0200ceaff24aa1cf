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
