import type { KeyboardEvent } from 'react';
import type { Matrix } from '#shared/matrix/matrix.ts';
import { openInspector } from '../../state/view.ts';
import { type Cursor, cursorAfter } from './cursor.ts';
import { entryAt, moveTo, remove, showOnTimeline } from './edits.ts';

interface KeyWork {
  readonly matrix: Matrix;
  readonly cursor: Cursor;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onWrite: (mode: 'rename' | 'add') => void;
  /** An entry was moved to a cell: the cursor follows it when the matrix is made anew. */
  readonly onMoved: (id: string, to: Cursor) => void;
  /** Closes the row of the cursor where it is open. @returns whether it was. */
  readonly onFold: () => boolean;
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const moveByKey = ({ matrix, cursor, onMoved }: KeyWork, key: string): boolean => {
  const [rows, columns] = STEPS[key] ?? [0, 0];
  const entry = entryAt(matrix, cursor);
  if (entry === undefined || rows + columns === 0) return false;
  const to = { row: cursor.row + rows, column: cursor.column + columns, entry: 0 };
  if (moveTo(matrix, entry, cursor, to)) onMoved(entry.bar.id, to);
  return true;
};

const actOnEntry = (work: KeyWork, key: string): boolean => {
  const entry = entryAt(work.matrix, work.cursor);
  if (entry === undefined) return false;
  switch (key) {
    case 'Delete':
      remove(entry);
      return true;
    case 'Enter':
      openInspector();
      return true;
    case 'F2':
      work.onWrite('rename');
      return true;
    case 't':
    case 'T':
      showOnTimeline(entry);
      return true;
    default:
      return false;
  }
};

/** The keys of the matrix; what it has dealt with goes no further. */
export const matrixKeys =
  (work: KeyWork) =>
  (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey } = event;
    const plain = !ctrlKey && !metaKey && !altKey;
    const done = (): boolean => {
      if (altKey) return moveByKey(work, key);
      const next = cursorAfter(work.matrix, work.cursor, key, ctrlKey || metaKey);
      if (next !== undefined) work.onCursor(next);
      else if (plain && key === 'Escape') return work.onFold();
      else if (plain && key === 'Insert') work.onWrite('add');
      else if (plain && key === 'Enter' && entryAt(work.matrix, work.cursor) === undefined) work.onWrite('add');
      else return plain && actOnEntry(work, key);
      return true;
    };
    if (done()) event.preventDefault();
  };
