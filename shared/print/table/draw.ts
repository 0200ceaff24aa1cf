/** Draws one page of a table. */
import { INK, headingLine, textAt } from '../measure.ts';
import type { SheetItem } from '../sheet.ts';
import { CELL_PAD, CELL_SIZE, HEAD_SIZE } from './columns.ts';
import {
  type Grid,
  HEADING_LINE,
  HEADING_SIZE,
  HEAD_LINE,
  type HeadingPiece,
  LINE,
  type Page,
  ROW_PAD,
  type RowPiece,
  headingHeight,
  rowHeight,
} from './pages.ts';

const RULE = '#b9c0c8';
const GROUND = '#eef0f3';

/** Upright lines from one height to another, at the left of the columns that have one. */
const drawRules = ({ columns, lefts }: Grid, y1: number, y2: number): readonly SheetItem[] =>
  columns.flatMap(({ ruled }, column) => {
    const x = lefts[column] ?? 0;
    return ruled === true ? [{ is: 'line' as const, x1: x, y1, x2: x, y2, stroke: RULE, line: 0.12 }] : [];
  });

const drawHeads = (grid: Grid, top: number, number: number): readonly SheetItem[] => [
  {
    is: 'line',
    x1: grid.left,
    y1: top + grid.headHeight,
    x2: grid.left + grid.width,
    y2: top + grid.headHeight,
    stroke: INK,
    line: 0.35,
  },
  ...drawRules(grid, top, top + grid.headHeight),
  ...grid.heads.flatMap((lines, column) => {
    const end = grid.columns[column]?.end === true;
    const x = (grid.lefts[column] ?? 0) + (end ? (grid.widths[column] ?? 0) - CELL_PAD : CELL_PAD);
    const first = top + grid.headHeight - 1.4 - (lines.length - 1) * HEAD_LINE;
    return lines.map((text, index) =>
      textAt('head', x, first + index * HEAD_LINE, text, {
        size: HEAD_SIZE,
        bold: true,
        anchor: end ? 'end' : 'start',
        cell: { row: number, column },
      }),
    );
  }),
];

const drawRow = (piece: RowPiece, grid: Grid, top: number, number: number): readonly SheetItem[] => {
  const { row, cells } = piece.of;
  const y = top + piece.top;
  const bottom = y + rowHeight(piece.lines);
  const texts = cells.flatMap((lines, column) => {
    const { end, bold } = grid.columns[column] ?? {};
    const x = (grid.lefts[column] ?? 0) + (end === true ? (grid.widths[column] ?? 0) - CELL_PAD : CELL_PAD);
    return lines.slice(piece.first, piece.first + piece.lines).map((text, index) =>
      textAt('cell', x, y + ROW_PAD + (index + 1) * LINE - 0.9, text, {
        size: CELL_SIZE,
        bold: row.span !== true && (bold === true || row.total === true),
        anchor: end === true ? 'end' : 'start',
        cell: { row: number, column },
        ...(row.of === undefined ? {} : { of: row.of }),
      }),
    );
  });
  const struck = row.struck === true ? texts.filter(({ cell }) => cell?.column === 0) : [];
  return [
    {
      is: 'line',
      x1: grid.left,
      y1: bottom,
      x2: grid.left + grid.width,
      y2: bottom,
      stroke: row.total === true ? INK : RULE,
      line: row.total === true ? 0.3 : 0.12,
    },
    ...(row.span === true ? [] : drawRules(grid, y, bottom)),
    ...texts,
    ...struck.map(({ x, y: base, width, size }) => ({
      is: 'line' as const,
      x1: x,
      y1: base - size * 0.3,
      x2: x + width,
      y2: base - size * 0.3,
      stroke: INK,
      line: 0.25,
    })),
  ];
};

const drawHeading = (
  { lines, top: own }: HeadingPiece,
  grid: Grid,
  top: number,
  blackAndWhite: boolean,
): readonly SheetItem[] => {
  const y = top + own;
  const bottom = y + headingHeight(lines.length);
  return [
    ...(blackAndWhite
      ? []
      : [{ is: 'rect' as const, x: grid.left, y: y + 0.4, w: grid.width, h: bottom - y - 0.4, fill: GROUND }]),
    {
      is: 'line',
      x1: grid.left,
      y1: bottom,
      x2: grid.left + grid.width,
      y2: bottom,
      stroke: blackAndWhite ? INK : RULE,
      line: blackAndWhite ? 0.25 : 0.12,
    },
    ...lines.map((text, index) =>
      textAt('row', grid.left + CELL_PAD, y + 0.8 + (index + 1) * HEADING_LINE - 1, text, {
        size: HEADING_SIZE,
        bold: true,
        ...headingLine(3, index),
      }),
    ),
  ];
};

/** @param top where the heads stand. @param before rows of the tables above it on its sheet. */
export const pageItems = (
  page: Page,
  grid: Grid,
  top: number,
  blackAndWhite: boolean,
  before = 0,
): readonly SheetItem[] => {
  const body = top + grid.headHeight;
  let number = before;
  return [
    ...drawHeads(grid, top, before),
    ...page.pieces.flatMap((piece) => {
      if (piece.is === 'heading') return drawHeading(piece, grid, body, blackAndWhite);
      number += 1;
      return drawRow(piece, grid, body, number);
    }),
  ];
};
