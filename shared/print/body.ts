/** The rows of one strip as one column shows them: heads, bars with their patterns and legs, titles. */
import type { Content } from './content.ts';
import { MARGIN } from './frameGeometry.ts';
import { type Geometry, HEAD_WIDTH } from './geometry.ts';
import { type Ink, drawStrip } from './inks.ts';
import { MODE_DASH, diamond } from './legend.ts';
import { INK, headingLine, textAt } from './measure.ts';
import { BAR_HEIGHT, LANE_HEIGHT, POINT_HALF, type PlacedEntry, TITLE_SIZE } from './placing.ts';
import type { ColumnScale } from './scale.ts';
import type { SheetItem, TextItem } from './sheet.ts';
import { HEAD_LINE, HEAD_SIZE, type Piece, ROW_PADDING } from './strips.ts';
import type { Bar } from '../timeline/bars.ts';

const STRIP = 1.2;
const LEG = 0.9;
/** A bar narrower than this is all pattern. */
const NARROW = 3;

export interface BodyPorts {
  readonly content: Content;
  readonly geometry: Geometry;
  readonly scale: ColumnScale;
  readonly column: number;
  readonly inkOf: (bar: Bar) => Ink;
  /** Bars and lines alone: what a neighbouring sheet repeats. */
  readonly bare?: boolean;
}

interface Seen {
  readonly placed: PlacedEntry;
  readonly ink: Ink;
  readonly start: number;
  readonly end: number;
  readonly top: number;
  /** Whether it goes on beyond the sheet: there it has no edge. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

const drawLegs = ({ placed, top, start, end }: Seen, { scale }: BodyPorts): readonly SheetItem[] =>
  placed.entry.bar.segments.flatMap((leg) => {
    const x1 = Math.max(start, scale.x(leg.start));
    const x2 = Math.min(end, scale.x(leg.end));
    const y = top + BAR_HEIGHT - LEG / 2 - 0.25;
    const dash = MODE_DASH[leg.mode] ?? '';
    if (x2 <= x1) return [];
    return [{ is: 'line', x1, y1: y, x2, y2: y, stroke: INK, line: LEG, ...(dash === '' ? {} : { dash }) } as const];
  });

const drawPoint = ({ placed, ink, start, end, top }: Seen): readonly SheetItem[] => {
  const middle = (start + end) / 2;
  const y = top + STRIP + 0.3 + POINT_HALF;
  const draft = placed.entry.bar.state === 'draft' ? { dash: '1 0.7' } : {};
  return [
    { is: 'shape', points: diamond(middle, y, POINT_HALF), fill: ink.tint, stroke: ink.hue, line: 0.3, ...draft },
    ...drawStrip({ x: start, y: top, w: end - start, h: STRIP }, ink),
  ];
};

const drawOutline = (
  { ink, start, end, top, openLeft, openRight }: Seen,
  draft: { readonly dash?: string },
): readonly SheetItem[] => {
  const style = { stroke: ink.hue, line: 0.22, ...draft };
  const bottom = top + BAR_HEIGHT;
  if (!openLeft && !openRight) {
    return [{ is: 'rect', x: start, y: top, w: end - start, h: BAR_HEIGHT, ...style }];
  }
  const side = (x: number): SheetItem => ({ is: 'line', x1: x, y1: top, x2: x, y2: bottom, ...style });
  return [
    { is: 'line', x1: start, y1: top, x2: end, y2: top, ...style },
    { is: 'line', x1: start, y1: bottom, x2: end, y2: bottom, ...style },
    ...(openLeft ? [] : [side(start)]),
    ...(openRight ? [] : [side(end)]),
  ];
};

const drawBox = (seen: Seen, ports: BodyPorts): readonly SheetItem[] => {
  const { placed, ink, start, end, top } = seen;
  const w = end - start;
  const h = w < NARROW ? BAR_HEIGHT : STRIP;
  const draft = placed.entry.bar.state === 'draft' ? { dash: '1 0.7' } : {};
  return [
    { is: 'rect', x: start, y: top, w, h: BAR_HEIGHT, fill: ink.tint },
    ...drawStrip({ x: start, y: top, w, h }, ink),
    ...drawOutline(seen, draft),
    ...drawLegs(seen, ports),
  ];
};

/** Baselines of a title's lines within a bar: between the strip above and the legs below. */
const baselines = (placed: PlacedEntry, top: number): readonly number[] => {
  const { lines, size } = placed.title;
  if (lines.length > 1) return lines.map((_, index) => top + STRIP + (index + 1) * (size + 0.1) - 0.35);
  const legs = placed.entry.bar.segments.length > 0 ? LEG / 2 : 0;
  return [top + STRIP + (BAR_HEIGHT - STRIP) / 2 + TITLE_SIZE * 0.35 - legs];
};

/** Ground under a title beside its bar, so that no line of the scale runs through it. */
const ground = ({ start, end }: Seen, line: TextItem): readonly SheetItem[] =>
  line.x >= start && line.x + line.width <= end
    ? []
    : [
        {
          is: 'rect',
          x: line.x - 0.2,
          y: line.y - line.size * 0.78,
          w: line.width + 0.4,
          h: line.size,
          fill: '#ffffff',
        },
      ];

const drawTitle = (seen: Seen, left: number): readonly SheetItem[] => {
  const { placed, top } = seen;
  const { lines, size, number } = placed.title;
  const ys = baselines(placed, top);
  return lines.flatMap((text, index) => {
    const line = textAt(number === undefined ? 'bar' : 'note', left, ys[index] ?? top, text, {
      size,
      bold: number !== undefined,
      ...(number === undefined ? { of: placed.entry.bar.id } : {}),
    });
    const y = line.y - size * 0.3;
    return [
      ...ground(seen, line),
      line,
      ...(placed.entry.bar.state === 'cancelled'
        ? [{ is: 'line' as const, x1: left, y1: y, x2: left + line.width, y2: y, stroke: INK, line: 0.25 }]
        : []),
    ];
  });
};

/** A bar that goes on over several sheets carries its title again where it fits. */
const titleLeft = (seen: Seen, { column, geometry }: BodyPorts): number | undefined => {
  const { title } = seen.placed;
  if (title.column === column) return geometry.bodyLeft + title.left - column * geometry.bodyWidth;
  return seen.end - seen.start >= title.width + 1.6 ? seen.start + 0.8 : undefined;
};

const drawEntry = (placed: PlacedEntry, piece: Piece, ports: BodyPorts): readonly SheetItem[] => {
  const { geometry, column } = ports;
  const shift = geometry.bodyLeft - column * geometry.bodyWidth;
  const start = Math.max(ports.scale.left, placed.start + shift);
  const end = Math.min(ports.scale.right, placed.end + shift);
  const top = geometry.bodyTop + piece.top + ROW_PADDING + (placed.lane - piece.firstLane) * LANE_HEIGHT;
  const shown = end - start > 1e-6;
  const here = placed.title.column === column;
  if (!shown && !here) return [];
  const openLeft = placed.start + shift < start - 1e-6;
  const openRight = placed.end + shift > end + 1e-6;
  const seen: Seen = { placed, ink: ports.inkOf(placed.entry.bar), start, end, top, openLeft, openRight };
  const left = titleLeft(seen, ports);
  const items: SheetItem[] = shown ? [...(placed.point ? drawPoint(seen) : drawBox(seen, ports))] : [];
  if (left === undefined || ports.bare === true) return items;
  return [...items, ...drawTitle(seen, left)];
};

const drawHead = (piece: Piece, { geometry, scale, column, bare }: BodyPorts): readonly SheetItem[] => {
  const top = geometry.bodyTop + piece.top;
  const bottom = top + piece.height;
  return [
    ...(bare === true ? [] : piece.heading).map((line, index) =>
      textAt('row', MARGIN + 1, top + (index + 1) * HEAD_LINE - 0.3, line, {
        size: HEAD_SIZE,
        bold: true,
        // Beside it, the same name is a repetition.
        ...(column === 0 ? headingLine(3, index) : {}),
      }),
    ),
    { is: 'line', x1: MARGIN, y1: bottom, x2: scale.right, y2: bottom, stroke: '#8b939c', line: 0.18 },
  ];
};

/** The rows of a strip on the sheet of one column. */
export const drawBody = (strip: readonly Piece[], ports: BodyPorts): readonly SheetItem[] => {
  const { geometry } = ports;
  const right = geometry.bodyLeft;
  const top = geometry.bodyTop;
  const last = strip.at(-1);
  const bottom = top + (last === undefined ? geometry.bodyHeight : last.top + last.height);
  const frame: readonly SheetItem[] = [
    { is: 'line', x1: MARGIN, y1: top, x2: MARGIN + HEAD_WIDTH + geometry.bodyWidth, y2: top, stroke: INK, line: 0.25 },
    { is: 'line', x1: right, y1: top, x2: right, y2: bottom, stroke: INK, line: 0.25 },
  ];
  return [
    ...(ports.bare === true ? [] : frame),
    ...strip.flatMap((piece) => drawHead(piece, ports)),
    ...strip.flatMap((piece) =>
      piece.row.lanes
        .slice(piece.firstLane, piece.firstLane + piece.lanes)
        .flat()
        .flatMap((placed) => drawEntry(placed, piece, ports)),
    ),
  ];
};
