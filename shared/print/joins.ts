/** Marks for cutting sheets and taping them together: where to cut, and which sheet comes next. */
import { columnName } from './frame.ts';
import { MARGIN, SMALL } from './frameGeometry.ts';
import type { Geometry } from './geometry.ts';
import { INK, textAt } from './measure.ts';
import type { LineItem, SheetItem } from './sheet.ts';

const REACH = 3;

interface Tile {
  readonly column: number;
  readonly row: number;
}

const cross = (x: number, y: number): readonly LineItem[] => [
  { is: 'line', x1: x - REACH, y1: y, x2: x + REACH, y2: y, stroke: INK, line: 0.3 },
  { is: 'line', x1: x, y1: y - REACH, x2: x, y2: y + REACH, stroke: INK, line: 0.3 },
];

/** Crosses at the corners of the body: cut the heads off along them, lay the edge on the neighbour's, and tape. */
export const drawJoinMarks = (
  { bodyLeft, bodyWidth, axisTop, footTop }: Geometry,
  bottom: number,
  { column, row }: Tile,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): readonly SheetItem[] => {
  const right = bodyLeft + bodyWidth;
  const next = column + 1 < columns ? [`${columnName(column + 1)}${row + 1} →`] : [];
  const below = row + 1 < rows ? [`${columnName(column)}${row + 2} ↓`] : [];
  const hint = [...next, ...below].join('  ');
  return [
    ...(column > 0 ? [...cross(bodyLeft, axisTop), ...cross(bodyLeft, bottom)] : []),
    ...(column + 1 < columns ? [...cross(right, axisTop), ...cross(right, bottom)] : []),
    ...(row > 0 || row + 1 < rows ? cross(MARGIN, row > 0 ? axisTop : bottom) : []),
    ...(hint === '' ? [] : [textAt('note', right, footTop + 2.9, hint, { size: SMALL, anchor: 'end', bold: true })]),
  ];
};
