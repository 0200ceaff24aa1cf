/** Lists that are drawn otherwise than as tables, on their way to a spreadsheet. */
import { type Field, sheetOf } from '#shared/interchange/table/named.ts';
import type { TableContent } from './saveTable.ts';

/** @param ids the records that the rows are of, by which the file is marked; the exercise counts always */
export const listContent = <R>(
  name: string,
  rows: readonly R[],
  fields: readonly Field<R>[],
  ids: readonly string[],
): TableContent => ({ table: sheetOf(name, rows, fields), ids });
