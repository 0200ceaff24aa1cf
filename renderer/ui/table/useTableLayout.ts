import { useMemo } from 'react';
import { z } from 'zod';
import { useRemembered } from '../../state/layout.ts';
import { type Column, MIN_WIDTH, type Sorting } from './columns.ts';

const layoutSchema = z.object({
  sorting: z.object({ column: z.string(), descending: z.boolean() }).nullable(),
  widths: z.record(z.string(), z.number()),
  /** Columns shown or left out against their default. */
  shown: z.record(z.string(), z.boolean()),
});
type TableLayout = z.infer<typeof layoutSchema>;

export interface VisibleColumn<R> extends Column<R> {
  /** True where the person set the width: it takes none of the room that is left. */
  readonly sized: boolean;
}

export interface TableColumns<R> {
  /** The columns that show, in order, with the least widths they have now. */
  readonly visible: readonly VisibleColumn<R>[];
  readonly sorting: Sorting | null;
  readonly isShown: (column: Column<R>) => boolean;
  readonly toggleSort: (id: string) => void;
  readonly resize: (id: string, width: number) => void;
  readonly toggleShown: (column: Column<R>) => void;
  readonly reset: () => void;
}

const FRESH: TableLayout = { sorting: null, widths: {}, shown: {} };

/** Which columns a table shows, how wide and sorted by which: remembered under the table's key. */
export const useTableLayout = <R>(
  storageKey: string,
  columns: readonly Column<R>[],
  firstSort: Sorting | null,
): TableColumns<R> => {
  const fresh = { ...FRESH, sorting: firstSort };
  const [layout, change] = useRemembered(`table.${storageKey}`, layoutSchema, fresh);
  const { shown, widths } = layout;
  const isShown = (column: Column<R>): boolean => shown[column.id] ?? column.hidden !== true;
  const visible = useMemo(
    () =>
      columns
        .filter(({ id, hidden }) => shown[id] ?? hidden !== true)
        .map((column) => ({
          ...column,
          width: Math.max(MIN_WIDTH, widths[column.id] ?? column.width),
          sized: widths[column.id] !== undefined,
        })),
    [columns, shown, widths],
  );
  return {
    visible,
    sorting: layout.sorting,
    isShown,
    toggleSort: (id) => {
      const descending = layout.sorting?.column === id && !layout.sorting.descending;
      change({ ...layout, sorting: { column: id, descending } });
    },
    resize: (id, width) => change({ ...layout, widths: { ...layout.widths, [id]: Math.max(MIN_WIDTH, width) } }),
    toggleShown: (column) => change({ ...layout, shown: { ...layout.shown, [column.id]: !isShown(column) } }),
    reset: () => change(fresh),
  };
};
