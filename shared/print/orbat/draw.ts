/** One tile of the chart: its boxes, and as much of the lines between them as lies on it. */
import { INK, headingLine, textAt } from '../measure.ts';
import type { SheetItem } from '../sheet.ts';
import type { PlacedLine, PlacedNode } from './place.ts';
import type { Sizes } from './tree.ts';

const LINE = '#4a525b';

export interface TileFrame {
  /** Of the tile's corner on the sheet, and on the plane. */
  readonly left: number;
  readonly top: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Lines run level or upright, so what is cut off at an edge goes on at the same place of the next tile. */
export const drawLines = (lines: readonly PlacedLine[], tile: TileFrame): readonly SheetItem[] =>
  lines.flatMap(({ x1, y1, x2, y2 }) => {
    const [right, bottom] = [tile.x + tile.width, tile.y + tile.height];
    if (Math.max(x1, x2) < tile.x || Math.min(x1, x2) > right) return [];
    if (Math.max(y1, y2) < tile.y || Math.min(y1, y2) > bottom) return [];
    const [a, b] = [clamp(x1, tile.x, right), clamp(x2, tile.x, right)];
    const [c, d] = [clamp(y1, tile.y, bottom), clamp(y2, tile.y, bottom)];
    if (a === b && c === d) return [];
    const [dx, dy] = [tile.left - tile.x, tile.top - tile.y];
    return [{ is: 'line', x1: a + dx, y1: c + dy, x2: b + dx, y2: d + dy, stroke: LINE, line: 0.25 } as const];
  });

const drawParticipant = ({ node }: PlacedNode, x: number, y: number, sizes: Sizes): readonly SheetItem[] => [
  { is: 'rect', x, y, w: node.w, h: node.h, fill: '#ffffff', stroke: INK, line: 0.35 },
  ...node.lines.map((text, index) =>
    textAt('row', x + node.w / 2, y + 1 + (index + 1) * sizes.line * 1.15 - sizes.text * 0.3, text, {
      size: sizes.text * 1.15,
      bold: true,
      anchor: 'middle',
      ...headingLine(3, index),
    }),
  ),
];

export const drawNode = (
  placed: PlacedNode,
  tile: TileFrame,
  sizes: Sizes,
  blackAndWhite: boolean,
): readonly SheetItem[] => {
  const { node, hung } = placed;
  const x = placed.x + tile.left - tile.x;
  const y = placed.y + tile.top - tile.y;
  const { unit } = node;
  if (unit === undefined) return drawParticipant(placed, x, y, sizes);
  const scale = hung ? 0.8 : 1;
  const [w, h] = [sizes.symbol.w * scale, sizes.symbol.h * scale];
  const symbolX = hung ? x : x + (node.w - w) / 2;
  const textX = hung ? x + w + 1 : x + node.w / 2;
  const words = node.lines.length * sizes.line;
  const textTop = hung ? y + Math.max(0, (node.h - words) / 2) : y + h + 0.8;
  return [
    { is: 'symbol', x: symbolX, y: hung ? y + (node.h - h) / 2 : y, w, h, sidc: unit.sidc, blackAndWhite },
    ...node.lines.map((text, index) =>
      textAt('cell', textX, textTop + (index + 1) * sizes.line - sizes.text * 0.35, text, {
        size: sizes.text,
        bold: index < node.names,
        anchor: hung ? 'start' : 'middle',
        of: unit.id,
      }),
    ),
  ];
};
