/** What leaves, what is changed and what is held back and why, as a table for spreadsheets: the release officer's record. */
import { type Column, toTsv } from '../../ui/table/columns.ts';
import { type TableContent, contentOf } from '../../ui/table/saveTable.ts';
import { wordFor } from '../../ui/words.ts';
import type { ReleaseRow } from './releaseRows.ts';

/** What becomes of a record, in words. */
export const outcomeOf = ({ stays, changes }: ReleaseRow): string => {
  if (stays !== undefined)
    return stays === 'FOREIGN' ? wordFor('release.foreign') : wordFor(`exchange.reason.${stays}`);
  return changes === 0 ? wordFor('release.whole') : wordFor('release.changedBy', { count: changes });
};

const columns = (): readonly Column<ReleaseRow>[] => [
  {
    id: 'kind',
    header: wordFor('release.column.kind'),
    value: ({ record }) => wordFor(`app.kind.${record.kind}`),
    width: 90,
  },
  { id: 'title', header: wordFor('release.column.title'), value: ({ title }) => title, width: 240 },
  { id: 'owner', header: wordFor('release.column.owner'), value: ({ record }) => record.owner, width: 80 },
  { id: 'outcome', header: wordFor('release.column.outcome'), value: outcomeOf, width: 300 },
];

/** Marked as the full plan is: the names of what stays here are in it. */
export const releaseTable = (rows: readonly ReleaseRow[], to: string): TableContent =>
  contentOf(wordFor('release.title', { to }).slice(0, 120), rows, columns(), ({ record }) => record.id);

export const releaseTsv = (rows: readonly ReleaseRow[]): string => toTsv(rows, columns());
