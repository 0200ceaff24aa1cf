/** A table of facts: its columns say what stands in them, its records by which of them it is marked. */
import type { Cell, SheetTable } from './csv.ts';

export interface NamedTable {
  readonly table: SheetTable;
  /** The records that its rows are of. */
  readonly ids: readonly string[];
}

type Form = SheetTable['columns'][number]['form'];

export type Field<R> = readonly [header: string, form: Form, value: (row: R) => Cell | undefined];

/** What a table may be called, in characters. */
const MAX_TABLE_NAME = 120;

export const sheetOf = <R>(name: string, rows: readonly R[], fields: readonly Field<R>[]): SheetTable => ({
  name: name.slice(0, MAX_TABLE_NAME),
  columns: fields.map(([header, form]) => ({ header, form })),
  rows: rows.map((row) => fields.map(([, , value]) => value(row) ?? null)),
});
