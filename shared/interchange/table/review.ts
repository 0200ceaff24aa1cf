/** A review as a table for spreadsheets: each record that is shown, field by field, and what is chosen of it. */
import type { Word } from '../../messages/word.ts';
import type { FieldText } from '../../plan/fieldText.ts';
import type { Decisions } from '../../plan/merge/accept.ts';
import type { ReviewField } from '../../plan/merge/compare.ts';
import type { ReviewEntry } from '../../plan/merge/review.ts';
import { takenOfEntry, takenOfField } from '../../plan/merge/taken.ts';
import { type NamedTable, sheetOf } from './named.ts';

/** A field of a record, or a record that comes or goes whole. */
interface Line {
  readonly entry: ReviewEntry;
  readonly field: ReviewField | undefined;
}

const linesOf = (entries: readonly ReviewEntry[]): readonly Line[] =>
  entries.flatMap((entry): readonly Line[] =>
    entry.whole || entry.fields.length === 0
      ? [{ entry, field: undefined }]
      : entry.fields.map((field) => ({ entry, field })),
  );

const isTaken = ({ entry, field }: Line, decisions: Decisions): boolean => {
  const decision = decisions.get(entry.key);
  return (field === undefined ? takenOfEntry(entry, decision) : takenOfField(entry, field, decision)) === 'all';
};

export interface ReviewTable {
  /** The name of the bundle's file. */
  readonly file: string;
  readonly entries: readonly ReviewEntry[];
  readonly decisions: Decisions;
  readonly write: FieldText;
}

/** Marked as the records here are that it speaks of; the bundle's own marking counts beside them. */
export const reviewTable = ({ file, entries, decisions, write }: ReviewTable, word: Word): NamedTable => {
  const text = ({ entry }: Line, { field }: ReviewField, value: unknown): string => write(value, entry.kind, field);
  const last = (line: Line, field: ReviewField): string =>
    field.last === undefined ? word('review.neverSent') : text(line, field, field.last.value);
  const table = sheetOf(word('exchange.reviewTitle', { file }), linesOf(entries), [
    [word('review.grouping.class'), 'text', ({ entry }) => word(`exchange.class.${entry.class}`)],
    [word('review.kind'), 'text', ({ entry }) => word(`app.kind.${entry.kind}`)],
    [word('release.column.title'), 'text', ({ entry }) => entry.title],
    [word('review.owner'), 'text', ({ entry }) => entry.owner],
    [word('release.field'), 'text', ({ field }) => field && word(`plan.fields.${field.field}`)],
    [word('review.mine'), 'text', (line) => line.field && text(line, line.field, line.field.mine)],
    [word('review.last'), 'text', (line) => line.field && last(line, line.field)],
    [word('review.theirs'), 'text', (line) => line.field && text(line, line.field, line.field.theirs)],
    [word('review.chosen'), 'text', (line) => word(`timeline.truth.${isTaken(line, decisions)}`)],
  ]);
  return { table, ids: entries.map(({ id }) => id) };
};
