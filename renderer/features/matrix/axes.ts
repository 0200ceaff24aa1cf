/** How high rows and how wide columns of the matrix are, and which of them show. */
import { type Range, type Virtualizer, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { UNSCHEDULED } from '#shared/matrix/columns.ts';
import type { Matrix } from '#shared/matrix/matrix.ts';
import { presentColumn } from './cursor.ts';

export const HEAD = 180;
export const HEAD_HEIGHT = 40;
export const LINE = 22;
const COLUMN = 190;
/** Columns that all fit into the window may be so narrow: nothing to be scrolled to is worth a few letters. */
const NARROWEST = 150;
/** A title of one line needs no wider column, however large the window is. */
const WIDEST = 340;
const PADDING = 8;
/** Entries of a cell that show at the least before its row is opened; one line of them may say how many more there are. */
const LEAST = 6;

/**
 * How many lines the fullest rows may have so that all rows share the window's height; never fewer than can be worked with.
 * @param lines how many each row would need.
 * @param room pixels for all of them.
 */
export const lineCap = (lines: readonly number[], room: number): number => {
  const heightAt = (cap: number): number =>
    lines.reduce((sum, count) => sum + Math.min(count, cap) * LINE + PADDING, 0);
  if (lines.length * (LINE + PADDING) > room) return LEAST;
  const most = Math.max(LEAST, ...lines);
  let cap = LEAST;
  while (cap < most && heightAt(cap + 1) <= room) cap += 1;
  return cap;
};

type Axis = Virtualizer<HTMLDivElement, Element>;

export interface Axes {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Lines that a row which is not open has at the most. */
  readonly cap: number;
  /** Width of the column of what is not scheduled, which stays beside the heads; 0 without it. */
  readonly pinned: number;
}

/** The width of a column: the window's, shared out, as far as titles gain from it or all of them show. */
export const columnWidth = (room: number, count: number): number => {
  const share = Math.floor((room - HEAD) / Math.max(1, count));
  return Math.min(WIDEST, share >= NARROWEST ? share : COLUMN);
};

const hasPinned = ({ columns }: Matrix): boolean => columns[0]?.key === UNSCHEDULED;
/** The pinned column is drawn wherever the others are scrolled to. */
const withFirst = (range: Range): number[] => [...new Set([0, ...defaultRangeExtractor(range)])];

/** Rows as high as their fullest cell and the window allow, columns of one width; only what shows is drawn. */
export const useAxes = (
  matrix: Matrix,
  open: ReadonlySet<string>,
  scroller: RefObject<HTMLDivElement | null>,
): Axes => {
  const [room, setRoom] = useState(0);
  const lines = useMemo(() => matrix.rows.map((_, row) => matrix.lines(row)), [matrix]);
  const cap = useMemo(() => lineCap(lines, room - HEAD_HEIGHT), [lines, room]);
  const pinnedHere = hasPinned(matrix);
  const rows = useVirtualizer({
    count: matrix.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => {
      const count = lines[row] ?? 1;
      const isOpen = open.has(matrix.rows[row]?.key ?? '');
      // An opened row has a line more, which closes it.
      return (isOpen ? count + Number(count > cap) : Math.min(count, cap)) * LINE + PADDING;
    },
    overscan: 4,
    // Rows begin below the heads, which stay: what is cut off by them is cut off at the end.
    scrollPaddingEnd: HEAD_HEIGHT,
  });
  const width = (): number => columnWidth(scroller.current?.clientWidth ?? 0, matrix.columns.length);
  const columns = useVirtualizer({
    horizontal: true,
    count: matrix.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: width,
    overscan: 2,
    rangeExtractor: pinnedHere ? withFirst : defaultRangeExtractor,
    scrollPaddingStart: pinnedHere ? width() : 0,
    scrollPaddingEnd: HEAD,
  });
  // Opened where the plan stands now, steps of time with the exercise that lies ahead.
  useEffect(() => {
    if (matrix.columns.length > 0) columns.scrollToIndex(presentColumn(matrix), { align: 'start' });
    // Other columns are another wall; a changed plan is not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [matrix.spec.columns]);
  // Another window is another width for all of them, and another height to share out.
  const { width: across, height = 0 } = columns.scrollRect ?? {};
  const count = matrix.columns.length;
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => columns.measure(), [across, count, columns]);
  useEffect(() => setRoom(height), [height]);
  // Heights follow from the matrix, and are asked for again when it is another.
  useEffect(() => rows.measure(), [lines, cap, open, rows]);
  return { rows, columns, cap, pinned: pinnedHere ? width() : 0 };
};
