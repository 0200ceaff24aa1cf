/** The keyboard of the review: a tree of groups, records and fields with one row in focus and a range from it. */
import { type KeyboardEvent, useCallback, useState } from 'react';
import { toggleRows } from './reviewActions.ts';
import { isFoldable, nextConflict, ownerOf, type ReviewRow } from './reviewRows.ts';

/** Rows of one page, where the list has not been measured. */
const PAGE = 15;

export interface Focus {
  /** Row in focus, and where the selected range began. */
  readonly at: number;
  readonly from: number;
  /** Every row is selected, wherever the focus is. */
  readonly all: boolean;
}

interface Tree {
  readonly rows: readonly ReviewRow[];
  readonly folded: ReadonlySet<string>;
  readonly fold: (key: string, folded: boolean) => void;
  readonly scrollTo: (index: number) => void;
}

export interface ReviewKeys {
  readonly focus: Focus;
  readonly select: (at: number, extend: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_, last) => last,
};

const clamp = (at: number, last: number): number => Math.max(0, Math.min(last, at));

export const isSelected = ({ at, from, all }: Focus, index: number): boolean =>
  all || (index >= Math.min(at, from) && index <= Math.max(at, from));

const selectedOf = (rows: readonly ReviewRow[], { at, from, all }: Focus): readonly ReviewRow[] =>
  all ? rows : rows.slice(Math.min(at, from), Math.max(at, from) + 1);

export const useReviewKeys = ({ rows, folded, fold, scrollTo }: Tree): ReviewKeys => {
  const [wanted, setFocus] = useState<Focus>({ at: 0, from: 0, all: false });
  const last = Math.max(0, rows.length - 1);
  const focus: Focus = { at: clamp(wanted.at, last), from: clamp(wanted.from, last), all: wanted.all };
  const select = useCallback(
    (at: number, extend: boolean): void => setFocus((now) => ({ at, from: extend ? now.from : at, all: false })),
    [],
  );
  const goTo = (at: number, extend = false): void => {
    const next = clamp(at, last);
    select(next, extend);
    scrollTo(next);
  };
  const row = rows[focus.at];
  /** Right unfolds, then goes to what is inside; Left folds, then goes to what it is inside of. */
  const sideways = (right: boolean): void => {
    if (row === undefined) return;
    const closed = folded.has(row.key);
    if (right && isFoldable(row)) return closed ? fold(row.key, false) : goTo(focus.at + 1);
    if (!right && isFoldable(row) && !closed) return fold(row.key, true);
    if (!right) goTo(ownerOf(rows, focus.at));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    const mod = event.ctrlKey || event.metaKey;
    if (event.altKey || (mod && event.key.toLowerCase() !== 'a')) return;
    if (move !== undefined) goTo(move(focus.at, last), event.shiftKey);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') sideways(event.key === 'ArrowRight');
    else if (event.key === ' ') toggleRows(selectedOf(rows, focus));
    else if (mod) setFocus({ ...focus, all: true });
    else if (event.key.toLowerCase() === 'n') {
      const found = nextConflict(rows, focus.at, event.shiftKey ? -1 : 1);
      if (found !== undefined) goTo(found);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { focus, select, onKeyDown };
};
