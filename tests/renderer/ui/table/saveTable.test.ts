import { contentOf } from '#renderer/ui/table/saveTable.ts';
import type { Column } from '#renderer/ui/table/columns.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly at?: number;
  readonly ms: number;
}
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name, width: 80 },
  { id: 'at', header: 'Departure', value: ({ at }) => at, time: ({ at }) => at, width: 80 },
  { id: 'length', header: 'Length', value: ({ ms }) => ms, saved: ({ ms }) => `${ms / 60_000} min`, width: 80 },
  { id: 'raw', header: 'Raw', value: ({ ms }) => ms, width: 80 },
];
const rows: readonly Row[] = [
  { id: 'a', name: 'Convoy', at: 1_000, ms: 120_000 },
  { id: 'b', name: 'Brief', ms: 60_000 },
];

test('a table leaves as it shows: times as times, numbers as numbers, and with the records it is of', () => {
  expect(contentOf('Movements', rows, columns, ({ id }) => id)).toEqual({
    table: {
      name: 'Movements',
      columns: [
        { header: 'Name', form: 'text' },
        { header: 'Departure', form: 'time' },
        { header: 'Length', form: 'text' },
        { header: 'Raw', form: 'number' },
      ],
      rows: [
        ['Convoy', 1_000, '2 min', 120_000],
        ['Brief', null, '1 min', 60_000],
      ],
    },
    ids: ['a', 'b'],
  });
});
