/** Where rows stand, and which rows and bars a window onto the timeline shows. Pixels down, milliseconds across. */
import type { Span } from '../plan/times.ts';
import type { PlacedBar, Row } from './rows.ts';

export interface LaidRow extends Row {
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

export interface RowLayout {
  readonly rows: readonly LaidRow[];
  readonly height: number;
}

/** Rows one below the other, each as high as its lanes need. */
export const layRows = (rows: readonly Row[], laneHeight: number, padding: number): RowLayout => {
  let top = 0;
  const laid = rows.map((row, index) => {
    const height = row.lanes * laneHeight + 2 * padding;
    const placedRow = { ...row, index, top, height };
    top += height;
    return placedRow;
  });
  return { rows: laid, height: top };
};

/** Index of the first row that reaches below `y`; the rows' number when none does. */
const firstBelow = (rows: readonly LaidRow[], y: number): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && row.top + row.height <= y) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The rows that show between two heights. */
export const rowsBetween = (rows: readonly LaidRow[], top: number, bottom: number): readonly LaidRow[] => {
  const first = firstBelow(rows, top);
  let last = first;
  while (last < rows.length && (rows[last]?.top ?? bottom) < bottom) last += 1;
  return rows.slice(first, last);
};

export interface VisibleBars {
  /** Wide enough to be seen and gripped one by one. */
  readonly wide: readonly PlacedBar[];
  /** Too narrow for that: drawn as a density, without a name. */
  readonly narrow: readonly PlacedBar[];
}

/** The bars of a row within a span, split by whether they are at least `least` milliseconds long; points are always wide. */
export const barsWithin = (row: Row, span: Span, least: number): VisibleBars => {
  const wide: PlacedBar[] = [];
  const narrow: PlacedBar[] = [];
  for (const placed of row.placed) {
    const { start, end } = placed.bar;
    if (start > span.end) break;
    if (end < span.start) continue;
    if (end - start >= least || end === start) wide.push(placed);
    else narrow.push(placed);
  }
  return { wide, narrow };
};
