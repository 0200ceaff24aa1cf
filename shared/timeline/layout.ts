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
  /** Seen and gripped one by one: long enough, or short but standing alone. */
  readonly wide: readonly PlacedBar[];
  /** Short and crowded: drawn as a density, without a name. */
  readonly narrow: readonly PlacedBar[];
}

/** Lengths in milliseconds at the zoom of the moment. */
export interface Legible {
  /** From this length on a bar stands for itself. */
  readonly least: number;
  /** A shorter one does so too with as much free time on both sides in its lane; a point needs only `least`. */
  readonly apart: number;
}

/** The bars of a row within a span, split by whether each can be told from its neighbours. */
export const barsWithin = ({ placed }: Row, span: Span, { least, apart }: Legible): VisibleBars => {
  const visible: PlacedBar[] = [];
  const crowded = new Set<PlacedBar>();
  const before = new Map<number, PlacedBar>();
  const needs = ({ bar: { start, end } }: PlacedBar): number =>
    end - start >= least ? 0 : end === start ? least : apart;
  for (const here of placed) {
    const { start, end } = here.bar;
    // Neighbours just outside count too, or a bar would change its looks as the view passes.
    if (start > span.end + apart) break;
    const last = before.get(here.lane);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : start - last.bar.end;
    if (gap < needs(here)) crowded.add(here);
    if (last !== undefined && gap < needs(last)) crowded.add(last);
    before.set(here.lane, here);
    if (end >= span.start && start <= span.end) visible.push(here);
  }
  const wide = visible.filter((bar) => !crowded.has(bar));
  return { wide, narrow: visible.filter((bar) => crowded.has(bar)) };
};
