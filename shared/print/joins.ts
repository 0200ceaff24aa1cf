/** Marks for cutting sheets and taping them together: where to cut, and which sheet comes next. */
import { columnName } from './frame.ts';
import { MARGIN, SMALL } from './frameGeometry.ts';
import { INK, textAt } from './measure.ts';
import type { LineItem, SheetItem } from './sheet.ts';

const REACH = 3;
const REACH_UP = 1.8;

export interface Tile {
  readonly column: number;
  readonly row: number;
}

/** Within the printable edge, and clear of the header. */
const cross = (x: number, y: number): readonly LineItem[] => [
  { is: 'line', x1: Math.max(MARGIN, x - REACH), y1: y, x2: x + REACH, y2: y, stroke: INK, line: 0.3 },
  { is: 'line', x1: x, y1: y - REACH_UP, x2: x, y2: y + REACH, stroke: INK, line: 0.3 },
];

/** Where on a sheet the tile lies that is joined to others. */
interface TileBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Baseline of the line that names the neighbours. */
  readonly hint: number;
}

/** Crosses at the corners of the tile: cut off what is outside them, lay the edge on the neighbour's, and tape. */
export const drawJoinMarks = (
  { left, right, top, bottom, hint }: TileBox,
  { column, row }: Tile,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): readonly SheetItem[] => {
  const next = column + 1 < columns ? [`${columnName(column + 1)}${row + 1} →`] : [];
  const below = row + 1 < rows ? [`${columnName(column)}${row + 2} ↓`] : [];
  const words = [...next, ...below].join('  ');
  return [
    ...(column > 0 ? [...cross(left, top), ...cross(left, bottom)] : []),
    ...(column + 1 < columns ? [...cross(right, top), ...cross(right, bottom)] : []),
    ...(row > 0 || row + 1 < rows ? cross(MARGIN, row > 0 ? top : bottom) : []),
    ...(words === '' ? [] : [textAt('note', right, hint, words, { size: SMALL, anchor: 'end', bold: true })]),
  ];
};
