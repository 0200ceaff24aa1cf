/** The lines and areas of a sheet as few paths: one per style, as long as nothing of another style lies between them. */
import type { SheetItem } from '#shared/print/sheet.ts';

type Shape = Extract<SheetItem, { readonly is: 'rect' | 'line' | 'shape' }>;
type Box = readonly [left: number, top: number, right: number, bottom: number];

export interface ShapePath {
  /** As SVG attributes. */
  readonly style: Readonly<Record<string, string>>;
  readonly d: string;
}

interface Layer {
  readonly key: string;
  readonly style: Readonly<Record<string, string>>;
  readonly boxes: Box[];
  readonly parts: string[];
}

/** Millimetres to the micrometre: finer than any printer, and a third of the digits. */
const mm = (value: number): string => String(Math.round(value * 1000) / 1000);

const widen = (left: number, top: number, right: number, bottom: number, line: number): Box => [
  left - line / 2,
  top - line / 2,
  right + line / 2,
  bottom + line / 2,
];

const boxOf = (item: Shape): Box => {
  if (item.is === 'rect') return widen(item.x, item.y, item.x + item.w, item.y + item.h, item.line ?? 0);
  const points =
    item.is === 'shape'
      ? item.points
      : ([
          [item.x1, item.y1],
          [item.x2, item.y2],
        ] as const); // prettier-ignore
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  // Pointed corners reach further out than half a line.
  const line = item.is === 'shape' ? item.line * 4 : item.line;
  return widen(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), line);
};

const partOf = (item: Shape): string => {
  switch (item.is) {
    case 'rect':
      // A rectangle without an extent is not drawn, while a path would leave a line.
      return item.w > 0 && item.h > 0 ? `M${mm(item.x)} ${mm(item.y)}h${mm(item.w)}v${mm(item.h)}h${mm(-item.w)}z` : '';
    case 'line':
      return `M${mm(item.x1)} ${mm(item.y1)}L${mm(item.x2)} ${mm(item.y2)}`;
    case 'shape':
      return `M${item.points.map(([x, y]) => `${mm(x)} ${mm(y)}`).join('L')}z`;
  }
};

const styleOf = (item: Shape): Readonly<Record<string, string>> => {
  const stroked = item.stroke !== undefined && (item.line ?? 0) > 0;
  return {
    fill: item.is === 'line' ? 'none' : (item.fill ?? 'none'),
    ...(stroked ? { stroke: item.stroke, 'stroke-width': mm(item.line ?? 0) } : {}),
    ...(stroked && item.dash !== undefined ? { 'stroke-dasharray': item.dash } : {}),
  };
};

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** The layer that an item may join without a change to the picture: nothing that it would slip under touches it. */
const layerFor = (layers: readonly Layer[], key: string, box: Box, alone: boolean): Layer | undefined => {
  for (let at = layers.length - 1; at >= 0; at -= 1) {
    const layer = layers[at];
    if (layer === undefined) return undefined;
    const touched = layer.boxes.some((other) => overlap(other, box));
    // Areas that overlap within one path could cancel each other out, or lose the line between them.
    if (layer.key === key) return touched && alone ? undefined : layer;
    if (touched) return undefined;
  }
  return undefined;
};

/** In the order of painting; the picture is that of the items one by one. */
export const shapePaths = (items: readonly SheetItem[]): readonly ShapePath[] => {
  const layers: Layer[] = [];
  for (const item of items) {
    if (item.is === 'text' || item.is === 'symbol') continue;
    const part = partOf(item);
    if (part === '') continue;
    const style = styleOf(item);
    const key = Object.values(style).join(' ');
    const box = boxOf(item);
    const found = layerFor(layers, key, box, item.is === 'shape' || style['fill'] !== 'none');
    if (found === undefined) layers.push({ key, style, boxes: [box], parts: [part] });
    else {
      found.boxes.push(box);
      found.parts.push(part);
    }
  }
  return layers.map(({ style, parts }) => ({ style, d: parts.join('') }));
};
