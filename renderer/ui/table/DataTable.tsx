import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, filterRows, type Sorting, sortRows, toTsv } from './columns.ts';
import { type GridProps, TableGrid } from './TableGrid.tsx';
import { contentOf } from './saveTable.ts';
import { TableMenu } from './TableMenu.tsx';
import { TableToolbar } from './TableToolbar.tsx';
import { useTableLayout } from './useTableLayout.ts';
import './table.css';

interface DataTableProps<R> extends GridProps<R> {
  readonly rows: readonly R[];
  /** Keep the array the same between renders: rows are drawn anew when it changes. */
  readonly columns: readonly Column<R>[];
  /** What stands in the place of rows while there are none at all. */
  readonly empty?: ReactNode;
  /** Names what is remembered of columns and sorting. */
  readonly storageKey: string;
  readonly firstSort?: Sorting;
  /** The filter with which the table opens. */
  readonly filter?: string;
  /** The view's own buttons, on the left of the toolbar. */
  readonly actions?: ReactNode;
}

/** A list of records: sorted, filtered, columns chosen, many selected, copied to a spreadsheet, all by mouse or keys. */
export const DataTable = <R,>(props: DataTableProps<R>) => {
  const { rows, columns, storageKey, firstSort = null, filter: firstFilter = '', empty, actions } = props;
  const { i18n } = useTranslation();
  const [filter, setFilter] = useState(firstFilter);
  const layout = useTableLayout(storageKey, columns, firstSort);
  const filtered = useMemo(() => filterRows(rows, columns, filter), [rows, columns, filter]);
  const shown = useMemo(
    () => sortRows(filtered, columns, layout.sorting, i18n.language),
    [filtered, columns, layout.sorting, i18n.language],
  );
  return (
    <div className="table">
      <TableToolbar
        columns={columns}
        layout={layout}
        filter={filter}
        onFilter={setFilter}
        shown={shown.length}
        total={rows.length}
        actions={actions}
        menu={
          <TableMenu
            content={() => contentOf(props.label, shown, layout.visible, props.getId)}
            tsv={() => toTsv(shown, layout.visible)}
          />
        }
      />
      {rows.length === 0 ? empty : <TableGrid {...props} shown={shown} layout={layout} />}
    </div>
  );
};
