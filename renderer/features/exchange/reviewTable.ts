/** A review as a table for spreadsheets: each record that is shown, field by field, and what is chosen of it. */
import type { OpenedBundle } from '#shared/contract/exchange.ts';
import type { Decisions } from '#shared/plan/merge/accept.ts';
import type { ReviewField } from '#shared/plan/merge/compare.ts';
import type { ReviewEntry } from '#shared/plan/merge/review.ts';
import type { Kind } from '#shared/plan/records.ts';
import { type Column, toTsv } from '../../ui/table/columns.ts';
import { type TableContent, contentOf } from '../../ui/table/saveTable.ts';
import { wordFor } from '../../ui/words.ts';
import { takenOf } from './reviewRows.ts';

/** A field of a record, or a record that comes or goes whole. */
interface Line {
  readonly entry: ReviewEntry;
  readonly field: ReviewField | undefined;
}

/** Writes a field's value for people. */
type Write = (value: unknown, kind: Kind, field: string) => string;

const linesOf = (entries: readonly ReviewEntry[]): readonly Line[] =>
  entries.flatMap((entry): readonly Line[] =>
    entry.whole || entry.fields.length === 0
      ? [{ entry, field: undefined }]
      : entry.fields.map((field) => ({ entry, field })),
  );

const isTaken = ({ entry, field }: Line, decisions: Decisions): boolean => {
  const row =
    field === undefined
      ? ({ type: 'entry', key: entry.key, entry } as const)
      : ({ type: 'field', key: entry.key, entry, field } as const);
  return takenOf(row, decisions) === 'all';
};

const columns = (write: Write, decisions: Decisions): readonly Column<Line>[] => {
  const text = ({ entry, field }: Line, value: unknown): string =>
    field === undefined ? '' : write(value, entry.kind, field.field);
  return [
    {
      id: 'class',
      header: wordFor('review.grouping.class'),
      value: ({ entry }) => wordFor(`exchange.class.${entry.class}`),
      width: 90,
    },
    { id: 'kind', header: wordFor('review.kind'), value: ({ entry }) => wordFor(`app.kind.${entry.kind}`), width: 90 },
    { id: 'title', header: wordFor('release.column.title'), value: ({ entry }) => entry.title, width: 240 },
    { id: 'owner', header: wordFor('review.owner'), value: ({ entry }) => entry.owner, width: 80 },
    {
      id: 'field',
      header: wordFor('release.field'),
      value: ({ field }) => (field === undefined ? '' : wordFor(`plan.fields.${field.field}`)),
      width: 120,
    },
    { id: 'mine', header: wordFor('review.mine'), value: (line) => text(line, line.field?.mine), width: 200 },
    {
      id: 'last',
      header: wordFor('review.last'),
      value: (line) =>
        line.field === undefined
          ? ''
          : line.field.last === undefined
            ? wordFor('review.neverSent')
            : text(line, line.field.last.value),
      width: 200,
    },
    { id: 'theirs', header: wordFor('review.theirs'), value: (line) => text(line, line.field?.theirs), width: 200 },
    {
      id: 'chosen',
      header: wordFor('review.chosen'),
      value: (line) => wordFor(isTaken(line, decisions) ? 'timeline.truth.true' : 'timeline.truth.false'),
      width: 80,
    },
  ];
};

interface ReviewTable {
  readonly bundle: OpenedBundle;
  readonly entries: readonly ReviewEntry[];
  readonly decisions: Decisions;
  readonly write: Write;
}

/** Marked as the bundle is, and as the records here that stand beside it are. */
export const reviewTable = ({ bundle, entries, decisions, write }: ReviewTable): TableContent => ({
  ...contentOf(
    wordFor('exchange.reviewTitle', { file: bundle.name }).slice(0, 120),
    linesOf(entries),
    columns(write, decisions),
    ({ entry }) => entry.id,
  ),
  bundle: { token: bundle.token, exerciseId: bundle.exerciseId },
});

export const reviewTsv = ({ entries, decisions, write }: Omit<ReviewTable, 'bundle'>): string =>
  toTsv(linesOf(entries), columns(write, decisions));
