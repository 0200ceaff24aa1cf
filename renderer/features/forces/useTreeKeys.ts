import type { KeyboardEvent } from 'react';
import { removeRecords } from '#shared/plan/commands.ts';
import { moveUnits } from '#shared/plan/unit/commands.ts';
import { openInspector, select } from '../../state/view.ts';
import { perform, performWithUndo } from '../../ui/perform.ts';
import type { TreeRow, UnitRow } from './treeRows.ts';
import type { TreeSelection } from './useTreeSelection.ts';

interface Keys {
  readonly rows: readonly TreeRow[];
  readonly selectedIds: readonly string[];
  readonly selection: TreeSelection;
  readonly onOpenChange: (id: string, open: boolean) => void;
  readonly goTo: (index: number) => void;
}

/** Units that were cut and wait to be pasted somewhere else. */
let cut: readonly string[] = [];

const siblingsOf = (rows: readonly TreeRow[], row: UnitRow): readonly UnitRow[] =>
  rows.filter(
    (other): other is UnitRow =>
      other.kind === 'unit' && other.unit.parent === row.unit.parent && other.unit.participant === row.unit.participant,
  );

/** Alt with an arrow: up and down among siblings, right under the one before, left beside the superior. */
const moveByKey = (key: string, rows: readonly TreeRow[], row: UnitRow, ids: readonly string[]): void => {
  const siblings = siblingsOf(rows, row);
  const at = siblings.indexOf(row);
  const { parent, participant } = row.unit;
  const beside = parent === undefined ? { participant } : { parent };
  const before = siblings[at - 1];
  const after = siblings[at + 2];
  const superior = rows.find((other): other is UnitRow => other.kind === 'unit' && other.id === parent);
  if (key === 'ArrowUp' && before !== undefined)
    perform((context) => moveUnits(context, ids, { ...beside, before: before.id }));
  else if (key === 'ArrowDown' && at < siblings.length - 1)
    perform((context) => moveUnits(context, ids, { ...beside, ...(after === undefined ? {} : { before: after.id }) }));
  else if (key === 'ArrowRight' && before !== undefined)
    perform((context) => moveUnits(context, ids, { parent: before.id }));
  else if (key === 'ArrowLeft' && superior !== undefined) {
    const above = superior.unit.parent;
    perform((context) => moveUnits(context, ids, above === undefined ? { participant } : { parent: above }));
  }
};

const paste = (row: TreeRow): void => {
  const ids = cut;
  cut = [];
  if (ids.length > 0)
    perform((context) =>
      moveUnits(context, ids, row.kind === 'participant' ? { participant: row.id } : { parent: row.id }),
    );
};

const isControl = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

const lineFor = (key: string, at: number, last: number): number | undefined => {
  if (key === 'ArrowDown') return Math.min(last, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'PageDown') return Math.min(last, at + 15);
  if (key === 'PageUp') return Math.max(0, at - 15);
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
};

/** Right unfolds or goes to the first below, left folds or goes to the superior. */
const fold = (key: string, { rows, selection, onOpenChange }: Keys, row: TreeRow): void => {
  const foldable = row.kind === 'participant' ? row.units > 0 : row.hasChildren;
  const at = rows.indexOf(row);
  if (key === 'ArrowRight') {
    const next = rows[at + 1];
    if (foldable && !row.open) onOpenChange(row.id, true);
    else if (foldable && next !== undefined) selection.goTo(next, false);
  } else if (foldable && row.open) onOpenChange(row.id, false);
  else {
    const above = rows.slice(0, at).findLast(({ depth }) => depth < row.depth);
    if (above !== undefined) selection.goTo(above, false);
  }
};

const onLetter = (event: KeyboardEvent, { rows, selectedIds }: Keys, row: TreeRow): boolean => {
  if (!isControl(event)) return false;
  const key = event.key.toLowerCase();
  if (key === 'a')
    select(
      'unit',
      rows.flatMap(({ kind, id }) => (kind === 'unit' ? [id] : [])),
    );
  else if (key === 'x') cut = selectedIds;
  // With nothing cut, the key is the clipboard's.
  else if (key === 'v' && cut.length > 0) paste(row);
  else return false;
  return true;
};

/** The keyboard of the tree, as the tree pattern of WAI-ARIA has it, and Alt with arrows to re-subordinate. */
export const useTreeKeys =
  (keys: Keys) =>
  (event: KeyboardEvent): void => {
    const { rows, selectedIds, selection, goTo } = keys;
    const at = Math.max(
      0,
      rows.findIndex(({ id }) => id === selection.active),
    );
    const row = rows[at];
    if (row === undefined) return;
    const line = event.altKey ? undefined : lineFor(event.key, at, rows.length - 1);
    const target = line === undefined ? undefined : rows[selection.active === undefined ? 0 : line];
    if (event.altKey && event.key.startsWith('Arrow') && row.kind === 'unit')
      moveByKey(event.key, rows, row, selectedIds.includes(row.id) ? selectedIds : [row.id]);
    else if (target !== undefined) {
      selection.goTo(target, event.shiftKey);
      goTo(rows.indexOf(target));
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') fold(event.key, keys, row);
    else if (event.key === 'Enter') openInspector();
    else if (event.key === 'Escape') select('unit', []);
    else if (event.key === 'Delete' && selectedIds.length > 0)
      performWithUndo((context) => removeRecords(context, 'unit', selectedIds));
    else if (!onLetter(event, keys, row)) return;
    event.preventDefault();
  };
