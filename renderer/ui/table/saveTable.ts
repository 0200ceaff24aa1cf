/** A table as it shows, on its way to a file: main asks where, marks it, and notes that it left. */
import type { Cell, SheetTable } from '#shared/interchange/table/csv.ts';
import type { TABLE_FORMATS } from '#shared/contract/outgoing.ts';
import { ask } from '../../platform/bridge.ts';
import { retrySaves } from '../../state/persistence.ts';
import { usePlan } from '../../state/plan.ts';
import { tellDone, tellFailure } from '../perform.ts';
import { wordFor } from '../words.ts';
import type { Column } from './columns.ts';

export type TableFormat = (typeof TABLE_FORMATS)[number];

export interface TableContent {
  readonly table: SheetTable;
  /** The records that the rows are of, by which the file is marked. */
  readonly ids: readonly string[];
  /** The ids are of exercises, of which the table tells as a whole. */
  readonly ofExercises?: boolean;
  /** The rows are of a bundle under review, whose marking counts too. */
  readonly bundle?: { readonly token: string; readonly exerciseId: string };
}

const formOf = <R>(rows: readonly R[], { value, time, saved = value }: Column<R>): 'text' | 'number' | 'time' => {
  if (time !== undefined) return 'time';
  return rows.some((row) => typeof saved(row) === 'number') ? 'number' : 'text';
};

const cellOf = <R>(row: R, { value, time, saved = value }: Column<R>): Cell => {
  if (time !== undefined) return time(row) ?? null;
  return saved(row) ?? null;
};

/** The rows and columns that show, in their order. */
export const contentOf = <R>(
  name: string,
  rows: readonly R[],
  columns: readonly Column<R>[],
  getId: (row: R) => string,
): TableContent => ({
  table: {
    name,
    columns: columns.map((column) => ({ header: column.header, form: formOf(rows, column) })),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column))),
  },
  ids: rows.map(getId),
});

/** Saves a table where the person says; its marking is told with it. */
export const saveTable = async (
  { table, ids, ofExercises = false, bundle }: TableContent,
  format: TableFormat,
): Promise<void> => {
  const { status } = usePlan.getState();
  // What is marked is what the vault has.
  if (status.phase === 'open') await retrySaves();
  // Of a bundle that brings an exercise of its own nothing is in the vault yet.
  const isOpen = status.phase === 'open' && !ofExercises && (bundle === undefined || bundle.exerciseId === status.id);
  const saved = await ask('outgoing.table', {
    exerciseId: isOpen ? status.id : null,
    ids: bundle === undefined || isOpen ? [...new Set(ids)] : [],
    ...(bundle === undefined ? {} : { token: bundle.token }),
    table: { ...table, columns: [...table.columns], rows: table.rows.map((row) => [...row]) },
    format,
  });
  if (!saved.ok) return tellFailure(saved.error);
  if (saved.value === null) return;
  const { file, marking, count } = saved.value;
  tellDone(wordFor('ui.tableSaved', { file, marking, count }));
};
