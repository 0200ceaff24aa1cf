import type { ReleaseRow } from '#renderer/features/exchange/releaseRows.ts';
import { releaseTable, releaseTsv } from '#renderer/features/exchange/releaseTable.ts';
import { startWords } from '#renderer/ui/words.ts';
import { locationRecord, uuidOf } from '#tests/support/plans.ts';

beforeAll(() => startWords('en'));

const row = (n: number, change: Partial<ReleaseRow>): ReleaseRow => {
  const record = locationRecord(n, `Place ${n}`);
  return { record, title: `Place ${n}`, leaves: record, changes: 0, stays: undefined, ...change };
};
const ROWS = [row(10, {}), row(11, { changes: 2 }), row(12, { leaves: undefined, stays: 'FOREIGN' })];

test('the release list is saved with what becomes of each record, and marked by all that it names', () => {
  const { table, ids } = releaseTable(ROWS, 'POL');
  expect(table.columns.map(({ header }) => header)).toEqual(['Kind', 'Name', 'Owner', 'What becomes of it']);
  expect(table.rows.map(([, name, owner]) => [name, owner])).toEqual([
    ['Place 10', 'NOR'],
    ['Place 11', 'NOR'],
    ['Place 12', 'NOR'],
  ]);
  expect(new Set(table.rows.map((cells) => cells[3])).size).toBe(3);
  // What is held back is named here, so it counts.
  expect(ids).toEqual([uuidOf(10), uuidOf(11), uuidOf(12)]);
  expect(releaseTsv(ROWS).split('\r\n')).toHaveLength(4);
});
