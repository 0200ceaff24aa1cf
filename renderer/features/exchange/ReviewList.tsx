import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useRef } from 'react';
import type { Taken } from '#shared/plan/merge/taken.ts';
import { useWords } from '../../ui/words.ts';
import { type Grouping, isFoldable, levelOf, type ReviewRow, takenOf } from './reviewRows.ts';
import { EntryLine, FieldLine, GroupLine } from './ReviewRows.tsx';
import { useImport } from './session.ts';
import { isSelected, type ReviewKeys } from './useReviewKeys.ts';
import type { Speaker } from './who.ts';

const HEIGHTS = { group: 28, entry: 26, field: 24, disputed: 40 } as const;

/** What each level stands further in, in CSS pixels. */
export const INDENT = 18;

const heightOf = (row: ReviewRow | undefined): number =>
  row?.type === 'field' && row.field.verdict === 'concurrent' ? HEIGHTS.disputed : HEIGHTS[row?.type ?? 'entry'];

const CHECKED: Readonly<Record<Taken, boolean | 'mixed' | undefined>> = {
  all: true,
  some: 'mixed',
  none: false,
  fixed: undefined,
};

interface ListProps {
  readonly rows: readonly ReviewRow[];
  readonly grouping: Grouping;
  readonly folded: ReadonlySet<string>;
  /** The bundle under review. */
  readonly speaker: Speaker | null;
  readonly onFold: (key: string, folded: boolean) => void;
  readonly keys: ReviewKeys;
  /** Handed what brings a row into sight. */
  readonly onScroller: (scrollTo: (index: number) => void) => void;
}

interface SlotProps extends Pick<ListProps, 'grouping' | 'speaker' | 'onFold'> {
  readonly row: ReviewRow;
  readonly index: number;
  readonly start: number;
  readonly folded: boolean;
  readonly inFocus: boolean;
  readonly selected: boolean;
  readonly select: ReviewKeys['select'];
}

/** Drawn again only when something of its own changed: a key moves two rows, not all that are in sight. */
const Slot = memo((props: SlotProps) => {
  const { row, index, start, grouping, folded, speaker, onFold, inFocus, selected, select } = props;
  const taken = useImport((state) => takenOf(row, state.decisions));
  const line = {
    taken,
    folded,
    onFold: (event: { stopPropagation: () => void }): void => {
      event.stopPropagation();
      onFold(row.key, !folded);
    },
  };
  const level = levelOf(row, grouping);
  return (
    <div
      id={`review-row-${index}`}
      role="treeitem"
      tabIndex={-1}
      aria-level={level}
      aria-checked={CHECKED[taken]}
      aria-selected={selected}
      aria-expanded={isFoldable(row) ? !folded : undefined}
      className={`review-slot${inFocus ? ' is-focus' : ''}`}
      style={{ transform: `translateY(${start}px)`, height: heightOf(row), paddingLeft: (level - 1) * INDENT }}
      onMouseDown={(event) => {
        event.preventDefault();
        event.currentTarget.parentElement?.parentElement?.focus();
        select(index, event.shiftKey);
      }}
    >
      {row.type === 'group' ? (
        <GroupLine row={row} grouping={grouping} {...line} />
      ) : row.type === 'entry' ? (
        <EntryLine row={row} {...line} />
      ) : (
        <FieldLine row={row} speaker={speaker} {...line} />
      )}
    </div>
  );
});

/** The rows of a review as a tree; only those in sight are drawn, so that 50,000 stay fluid. */
export const ReviewList = (props: ListProps) => {
  const { rows, keys, folded, grouping, speaker, onFold, onScroller } = props;
  const t = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  // Other rows, other heights: a new function has all places reckoned anew.
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]),
    overscan: 10,
    getItemKey,
    // Several keys in one breath move the list several times; what is passed on the way need not be drawn.
    useFlushSync: false,
  });
  // The tree is what the dialog is for; it is drawn after the dialog has looked for something to focus.
  useEffect(() => scroller.current?.focus(), []);
  useEffect(() => onScroller((index) => list.scrollToIndex(index, { align: 'auto' })), [list, onScroller]);
  return (
    <div
      ref={scroller}
      className="review-list"
      role="tree"
      aria-label={t('exchange.records')}
      aria-multiselectable="true"
      aria-activedescendant={rows.length === 0 ? undefined : `review-row-${keys.focus.at}`}
      tabIndex={0}
      onKeyDown={keys.onKeyDown}
    >
      <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <Slot
              key={key}
              row={row}
              index={index}
              start={start}
              grouping={grouping}
              speaker={speaker}
              onFold={onFold}
              folded={folded.has(row.key)}
              inFocus={keys.focus.at === index}
              selected={isSelected(keys.focus, index)}
              select={keys.select}
            />
          );
        })}
      </div>
    </div>
  );
};
