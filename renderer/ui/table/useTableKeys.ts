import type { KeyboardEvent } from 'react';

/** What the keys of a table lead to; rows and columns are counted as they show. */
export interface TableKeys {
  readonly rows: number;
  readonly columns: number;
  readonly row: number;
  readonly column: number;
  readonly page: number;
  readonly goTo: (row: number, how: { readonly range: boolean; readonly toggle: boolean }) => void;
  readonly goToColumn: (column: number) => void;
  readonly toggle: () => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
  readonly open: () => void;
  readonly edit: () => void;
  readonly remove: () => void;
}

const clamp = (value: number, max: number): number => Math.max(0, Math.min(max, value));

const rowAfter = ({ key, ctrlKey, metaKey }: KeyboardEvent, keys: TableKeys): number | undefined => {
  const last = keys.rows - 1;
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
      return far ? last : clamp(keys.row + 1, last);
    case 'ArrowUp':
      return far ? 0 : clamp(keys.row - 1, last);
    case 'PageDown':
      return clamp(keys.row + keys.page, last);
    case 'PageUp':
      return clamp(keys.row - keys.page, last);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
};

const act = (event: KeyboardEvent, keys: TableKeys): boolean => {
  const control = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      keys.goToColumn(clamp(keys.column + (event.key === 'ArrowLeft' ? -1 : 1), keys.columns - 1));
      return true;
    case ' ':
      keys.toggle();
      return true;
    case 'Enter':
      keys.open();
      return true;
    case 'F2':
      keys.edit();
      return true;
    case 'Delete':
      keys.remove();
      return true;
    case 'Escape':
      keys.clear();
      return true;
    case 'a':
      if (control) keys.selectAll();
      return control;
    default:
      return false;
  }
};

/** Arrow keys, Home, End, paging, Shift for ranges, Space, Enter, F2, Delete, Escape, Ctrl+A. */
export const onTableKey = (event: KeyboardEvent, keys: TableKeys): void => {
  // Keys pressed in a field or button inside a cell are that field's own.
  if (event.target !== event.currentTarget || keys.rows === 0) return;
  const row = rowAfter(event, keys);
  if (row !== undefined) keys.goTo(row, { range: event.shiftKey, toggle: false });
  if (row !== undefined || act(event, keys)) event.preventDefault();
};
