/** The audit log as a table for spreadsheets: all entries that the search finds, the newest first. */
import type { HashedEntry } from '#shared/audit/chain.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { type Column, toTsv } from '../../ui/table/columns.ts';
import { type TableContent, contentOf } from '../../ui/table/saveTable.ts';
import { wordFor } from '../../ui/words.ts';
import { auditSentence } from './sentence.ts';

const columns = (): readonly Column<HashedEntry>[] => [
  { id: 'number', header: wordFor('audit.column.number'), value: ({ seq }) => seq, width: 60 },
  {
    id: 'when',
    header: wordFor('audit.column.when'),
    value: ({ at }) => formatDtg(startOfMinute(at)),
    time: ({ at }) => at,
    width: 130,
  },
  { id: 'what', header: wordFor('audit.column.what'), value: auditSentence, width: 400 },
  { id: 'code', header: wordFor('audit.column.code'), value: ({ code }) => code, width: 140 },
  { id: 'data', header: wordFor('audit.column.data'), value: ({ data }) => JSON.stringify(data), width: 300 },
  { id: 'hash', header: wordFor('audit.column.hash'), value: ({ hash }) => hash, width: 300 },
];

/** The log tells of several exercises: the strictest of them marks it. */
export const auditTable = (entries: readonly HashedEntry[]): TableContent => ({
  ...contentOf(wordFor('audit.title'), entries, columns(), ({ seq }) => String(seq)),
  ids: [
    ...new Set(entries.flatMap(({ data: { exerciseId } }) => (typeof exerciseId === 'string' ? [exerciseId] : []))),
  ],
  ofExercises: true,
});

export const auditTsv = (entries: readonly HashedEntry[]): string => toTsv(entries, columns());
