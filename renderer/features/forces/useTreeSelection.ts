import { type MouseEvent, useState } from 'react';
import { select } from '../../state/view.ts';
import type { TreeRow } from './treeRows.ts';

export interface TreeSelection {
  /** The line that the keyboard stands on. */
  readonly active: string | undefined;
  readonly press: (row: TreeRow, event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>) => void;
  /** Goes to a line; with `extend` all units up to it are selected. */
  readonly goTo: (row: TreeRow, extend: boolean) => void;
}

/** Selecting lines as in any list: alone, Ctrl for one more, Shift up to here. Participants lead to their own inspector. */
export const useTreeSelection = (rows: readonly TreeRow[], selectedIds: readonly string[]): TreeSelection => {
  const [active, setActive] = useState<string | undefined>();
  const [from, setFrom] = useState<string | undefined>();
  const between = (to: TreeRow): readonly string[] => {
    const start = rows.findIndex(({ id }) => id === (from ?? to.id));
    const end = rows.indexOf(to);
    const [low, high] = start < end ? [start, end] : [end, start];
    return rows.slice(Math.max(0, low), high + 1).flatMap(({ kind, id }) => (kind === 'unit' ? [id] : []));
  };
  const alone = (row: TreeRow): void => {
    setFrom(row.id);
    select(row.kind, [row.id]);
  };
  const goTo = (row: TreeRow, extend: boolean): void => {
    setActive(row.id);
    if (extend) select('unit', between(row));
    else alone(row);
  };
  const press: TreeSelection['press'] = (row, { shiftKey, ctrlKey, metaKey }) => {
    if ((ctrlKey || metaKey) && row.kind === 'unit') {
      setActive(row.id);
      setFrom(row.id);
      select(
        'unit',
        selectedIds.includes(row.id) ? selectedIds.filter((id) => id !== row.id) : [...selectedIds, row.id],
      );
    } else goTo(row, shiftKey);
  };
  return { active, press, goTo };
};
