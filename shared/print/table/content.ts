/** A table to be printed: its columns, and its rows in order, some of them headings of what follows. */
import type { PlanRecord } from '../../plan/records.ts';

export interface Column {
  readonly title: string;
  /** Numbers stand at the right of their column. */
  readonly end?: boolean;
  /** Takes what room is left, where it tears no gap between columns: what stands last, or all columns alike. */
  readonly grows?: boolean;
  readonly bold?: boolean;
  /** An upright line stands at its left, where columns are read downwards. */
  readonly ruled?: boolean;
}

/** Lines of a cell; each is wrapped where it is longer than the column is wide. */
type Cell = readonly string[];

export interface CellRow {
  readonly is: 'cells';
  readonly cells: readonly Cell[];
  /** The record that the row tells of, and others that it names: they count for the marking. */
  readonly of?: string;
  readonly records: readonly (PlanRecord | undefined)[];
  readonly struck?: boolean;
  /** The first cell takes the whole width: free text. */
  readonly span?: boolean;
  /** A sum below the rows. */
  readonly total?: boolean;
}

export interface HeadingRow {
  readonly is: 'heading';
  readonly text: string;
  readonly records: readonly (PlanRecord | undefined)[];
}

export type TableRow = CellRow | HeadingRow;

export interface TableContent {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}
