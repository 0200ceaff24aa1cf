/** The time cursor: where the keyboard makes, splits and pastes. Set by a click on an empty place or moved by keys. */
import { create } from 'zustand';
import type { Board, BoardRow } from '#shared/timeline/board.ts';
import type { EpochMs } from '#shared/time/instant.ts';
import { useViewport } from './viewport.ts';

interface Cursor {
  /** Undefined until it was set: then the middle of what shows counts. */
  readonly at: EpochMs | undefined;
  /** Key of the row that was clicked or walked to; the first row of the active bar counts without one. */
  readonly row: string | undefined;
}

export const useCursor = create<Cursor>()(() => ({ at: undefined, row: undefined }));

/** Where the cursor stands, or would stand. */
export const cursorAt = (): EpochMs => {
  const { origin, msPerPixel, width } = useViewport.getState();
  return useCursor.getState().at ?? origin + (width / 2) * msPerPixel;
};

/** The row of a group that a row belongs to: its own, or the one it stands under. */
export const groupRow = ({ rows }: Board, row: BoardRow | undefined): BoardRow | undefined =>
  row?.kind === 'bar' ? rows[row.parent] : row;

const holds = (row: BoardRow, bar: number): boolean =>
  row.bar === bar || row.lanes?.bars.includes(bar) === true || row.members.includes(bar);

/**
 * Index of the row in which the keyboard stands: that of the cursor where the active bar is in it, for a bar can stand in
 * several; else the first that the bar is in. -1 without either.
 */
export const activeRow = (board: Board, activeId: string | undefined): number => {
  const { row } = useCursor.getState();
  const clicked = row === undefined ? -1 : board.rows.findIndex(({ key }) => key === row);
  const bar = activeId === undefined ? -1 : (board.indexOf.get(activeId) ?? -1);
  const there = board.rows[clicked];
  if (bar === -1) return clicked;
  return there !== undefined && holds(there, bar) ? clicked : (board.rowOf[bar] ?? -1);
};

/** The row of the group that the keyboard stands in. */
export const cursorRow = (board: Board, activeId: string | undefined): BoardRow | undefined =>
  groupRow(board, board.rows[activeRow(board, activeId)]);
