import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { moveUnits, type UnitPlace } from '#shared/plan/unit/commands.ts';
import { takeCaret } from '../../ui/caret.ts';
import { perform } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';
import { treeClipboard } from './clipboard.ts';
import { type Drop, ForcesRow } from './ForcesRow.tsx';
import type { TreeRow } from './treeRows.ts';
import { useTreeKeys } from './useTreeKeys.ts';
import { useTreeSelection } from './useTreeSelection.ts';

interface TreeProps {
  readonly rows: readonly TreeRow[];
  readonly selectedIds: readonly string[];
  readonly onOpenChange: (id: string, open: boolean) => void;
}

const ROW = 30;

/** Where a drop puts units: into what was hit, or before it among its siblings. */
const placeOf = (row: TreeRow, drop: Drop): UnitPlace => {
  if (row.kind === 'participant') return { participant: row.id };
  if (drop === 'into') return { parent: row.id };
  const { parent, participant, id } = row.unit;
  return parent === undefined ? { participant, before: id } : { parent, before: id };
};

const Head = () => {
  const t = useWords();
  return (
    <div className="forces-head" aria-hidden="true">
      <span>{t('forces.unit')}</span>
      <span>{t('forces.echelon')}</span>
      <span>{t('forces.strength')}</span>
      <span>{t('forces.vehicles')}</span>
      <span>{t('forces.home')}</span>
      <span>{t('forces.readiness')}</span>
    </div>
  );
};

/** The lines of the tree; only those in sight are drawn, so that thousands stay fluid. */
export const ForcesTree = ({ rows, selectedIds, onOpenChange }: TreeProps) => {
  const t = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [dragging, setDragging] = useState<readonly string[]>([]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const selection = useTreeSelection(rows, selectedIds);
  const goTo = (index: number): void => virtual.scrollToIndex(index);
  const onKeyDown = useTreeKeys({ rows, selectedIds, selection, onOpenChange, goTo });
  const drop = (row: TreeRow, where: Drop): void => {
    const ids = dragging;
    setDragging([]);
    if (ids.length > 0 && !ids.includes(row.id)) perform((context) => moveUnits(context, ids, placeOf(row, where)));
  };
  const active = selection.active === undefined ? undefined : `unit-${selection.active}`;
  return (
    <>
      <Head />
      <div
        ref={scroller}
        className="forces-tree"
        role="tree"
        aria-multiselectable="true"
        aria-label={t('forces.title')}
        aria-activedescendant={active}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={({ target, currentTarget }) => target === currentTarget && takeCaret(currentTarget)}
        {...treeClipboard(rows, selectedIds, selection.active)}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <ForcesRow
                key={row.id}
                row={row}
                top={start}
                height={ROW}
                selected={selectedIds.includes(row.id)}
                active={selection.active === row.id}
                onPress={(event) => selection.press(row, event)}
                onToggle={() => onOpenChange(row.id, !row.open)}
                onDragStart={() => setDragging(selectedIds.includes(row.id) ? selectedIds : [row.id])}
                onDrop={(where) => drop(row, where)}
              />
            );
          })}
        </div>
      </div>
    </>
  );
};
