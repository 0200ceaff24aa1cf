/** Cuts what is drawn to a box: areas, lines along the axes and convex shapes. A text is never cut, so it is none of these. */
import type { SheetItem } from './sheet.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Rect = Extract<SheetItem, { readonly is: 'rect' }>;
type Line = Extract<SheetItem, { readonly is: 'line' }>;
type Shape = Extract<SheetItem, { readonly is: 'shape' }>;
type Point = readonly [number, number];

/** Narrower than this nothing is seen. */
const THIN = 1e-6;

const clipLine = (line: Line, { left, right, top, bottom }: Box): readonly Line[] => {
  const [x1, x2] = [line.x1, line.x2].map((x) => Math.max(left, Math.min(right, x))) as [number, number];
  const [y1, y2] = [line.y1, line.y2].map((y) => Math.max(top, Math.min(bottom, y))) as [number, number];
  const beside = line.x1 === line.x2 ? x1 !== line.x1 : y1 !== line.y1;
  return beside || Math.abs(x2 - x1) + Math.abs(y2 - y1) <= THIN ? [] : [{ ...line, x1, x2, y1, y2 }];
};

/** The outline of an area goes only where it went: no new edge along the cut. */
const outlineOf = ({ x, y, w, h, stroke, line, dash }: Rect, box: Box): readonly Line[] => {
  if (stroke === undefined) return [];
  const style = { is: 'line' as const, stroke, line: line ?? 0.2, ...(dash === undefined ? {} : { dash }) };
  return [
    { ...style, x1: x, y1: y, x2: x + w, y2: y },
    { ...style, x1: x, y1: y + h, x2: x + w, y2: y + h },
    { ...style, x1: x, y1: y, x2: x, y2: y + h },
    { ...style, x1: x + w, y1: y, x2: x + w, y2: y + h },
  ].flatMap((edge) => clipLine(edge, box));
};

const clipRect = (rect: Rect, box: Box): readonly Drawn[] => {
  const [x, y] = [Math.max(rect.x, box.left), Math.max(rect.y, box.top)];
  const [w, h] = [Math.min(rect.x + rect.w, box.right) - x, Math.min(rect.y + rect.h, box.bottom) - y];
  if (w <= THIN || h <= THIN) return [];
  const ground = rect.fill === undefined ? [] : [{ is: 'rect' as const, x, y, w, h, fill: rect.fill }];
  return [...ground, ...outlineOf(rect, box)];
};

/** What of a convex polygon lies on one side of a line along an axis. */
const half = (points: readonly Point[], axis: 0 | 1, edge: number, sign: 1 | -1): readonly Point[] => {
  const inside = (point: Point): boolean => sign * (point[axis] - edge) >= 0;
  return points.flatMap((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    const own = inside(point) ? [point] : [];
    if (inside(point) === inside(next)) return own;
    const part = (edge - point[axis]) / (next[axis] - point[axis]);
    const cut: Point = [point[0] + part * (next[0] - point[0]), point[1] + part * (next[1] - point[1])];
    return [...own, cut];
  });
};

const clipShape = (shape: Shape, { left, right, top, bottom }: Box): readonly Shape[] => {
  const sides = [
    [0, left, 1],
    [0, right, -1],
    [1, top, 1],
    [1, bottom, -1],
  ] as const;
  const points = sides.reduce<readonly Point[]>(
    (kept, [axis, edge, sign]) => half(kept, axis, edge, sign),
    shape.points,
  );
  return points.length < 3 ? [] : [{ ...shape, points }];
};

/** What can be cut. */
export type Drawn = Rect | Line | Shape;

export const drawnOf = (items: readonly SheetItem[]): readonly Drawn[] =>
  items.filter((item): item is Drawn => item.is === 'rect' || item.is === 'line' || item.is === 'shape');

/** What of the items lies within the box. */
export const clipItems = (items: readonly Drawn[], box: Box): readonly Drawn[] =>
  items.flatMap((item): readonly Drawn[] => {
    switch (item.is) {
      case 'rect':
        return clipRect(item, box);
      case 'line':
        return clipLine(item, box);
      case 'shape':
        return clipShape(item, box);
    }
  });

/** The same somewhere else. */
export const moved = (items: readonly Drawn[], dx: number, dy: number): readonly Drawn[] =>
  items.map((item) => {
    switch (item.is) {
      case 'line':
        return { ...item, x1: item.x1 + dx, x2: item.x2 + dx, y1: item.y1 + dy, y2: item.y2 + dy };
      case 'shape':
        return { ...item, points: item.points.map(([x, y]): Point => [x + dx, y + dy]) };
      case 'rect':
        return { ...item, x: item.x + dx, y: item.y + dy };
    }
  });
