/** The pure half of the table: what a column is, and how rows are filtered, sorted and copied. */
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { tsvOf } from './tsv.ts';
import type { ReactNode } from 'react';

type CellValue = string | number | undefined;

export interface Column<R> {
  readonly id: string;
  readonly header: string;
  /** What is sorted, filtered and copied; shown as it is where there is no `render`. */
  readonly value: (row: R) => CellValue;
  readonly render?: (row: R) => ReactNode;
  /** The field that stands in the cell while it is edited (F2); `onDone` gives the focus back. Undefined for a row that has nothing to edit here. */
  readonly edit?: (row: R, onDone: () => void) => ReactNode;
  /** Epoch milliseconds, where the column is of times: files for spreadsheets get real dates. */
  readonly time?: (row: R) => number | undefined;
  /** What files for spreadsheets get where that is not the value by which rows are sorted. */
  readonly saved?: (row: R) => CellValue;
  /** Pixels, until the person drags the column's edge. */
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** What stands under the column, over the rows that show. */
  readonly total?: (rows: readonly R[]) => ReactNode;
  /** Left out until the person chooses the column. */
  readonly hidden?: boolean;
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

export const MIN_WIDTH = 40;

/** A cell in words: a time as its group, else what files get. */
const wordsOf = <R>(row: R, { value, time, saved = value }: Column<R>): string => {
  if (time === undefined) return String(saved(row) ?? '');
  const ms = time(row);
  return ms === undefined ? '' : formatDtg(startOfMinute(ms));
};

/** The rows in which every word of the filter occurs in some column. */
export const filterRows = <R>(rows: readonly R[], columns: readonly Column<R>[], filter: string): readonly R[] => {
  const words = filter.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = columns
      .map((column) => wordsOf(row, column))
      .join('\n')
      .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
};

/** Numbers by size, words by the language's order with numbers inside them by size; empty cells always last. */
const comparison =
  (collator: Intl.Collator) =>
  (a: CellValue, b: CellValue): number => {
    if (a === b) return 0;
    return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  };

/** The rows by one column; rows that are equal there keep their order. */
export const sortRows = <R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  sorting: Sorting | null,
  locale: string,
): readonly R[] => {
  const column = columns.find(({ id }) => id === sorting?.column);
  if (column === undefined || sorting === null) return rows;
  const compare = comparison(new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }));
  const sign = sorting.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort((a, b) => {
      const emptyLast =
        Number(a.value === undefined || a.value === '') - Number(b.value === undefined || b.value === '');
      return emptyLast || sign * compare(a.value, b.value);
    })
    .map(({ row }) => row);
};

/** Rows with their headers as a spreadsheet takes them from the clipboard: tabs between cells, quotes where needed. */
export const toTsv = <R>(rows: readonly R[], columns: readonly Column<R>[]): string =>
  tsvOf([columns.map(({ header }) => header), ...rows.map((row) => columns.map((column) => wordsOf(row, column)))]);
