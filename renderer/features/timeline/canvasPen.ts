/** A pen that paints on a canvas. */
import { FONTS, type Font, type Pen, type Stroke, type Wire } from '#shared/timeline/pen.ts';
import { loadedPicture } from './pictures.ts';

export const FAMILY = 'system-ui, "Segoe UI", sans-serif';

const FONT_TEXT = Object.fromEntries(
  Object.entries(FONTS).map(([name, { size, weight }]) => [name, `${weight} ${size}px ${FAMILY}`]),
) as Record<Font, string>;

const SOLID: readonly number[] = [];

/** Widths of words and letters, which come again in every frame. */
const widths = new Map<Font, Map<string, number>>();
const LIMIT = 100_000;

const measured = (context: CanvasRenderingContext2D, text: string, font: Font): number => {
  let known = widths.get(font);
  if (known === undefined || known.size > LIMIT) {
    known = new Map();
    widths.set(font, known);
  }
  const width = known.get(text);
  if (width !== undefined) return width;
  context.font = FONT_TEXT[font];
  const found = context.measureText(text).width;
  known.set(text, found);
  return found;
};

/** A path through every `points` corners; closing it is for edges only, for it takes its time and filling needs none. */
const trace = (context: CanvasRenderingContext2D, at: readonly number[], points: number, close: boolean): void => {
  context.beginPath();
  for (let n = 0; n < at.length; n += 2) {
    const corner = (n / 2) % points;
    if (corner === 0) context.moveTo(at[n] ?? 0, at[n + 1] ?? 0);
    else context.lineTo(at[n] ?? 0, at[n + 1] ?? 0);
    if (close && corner === points - 1) context.closePath();
  }
};

const stroke = (context: CanvasRenderingContext2D, { colour, width = 1, dash }: Stroke): void => {
  context.strokeStyle = colour;
  context.lineWidth = width;
  if (dash !== undefined) context.setLineDash(dash as number[]);
  context.stroke();
  if (dash !== undefined) context.setLineDash(SOLID as number[]);
};

const patterns = new Map<string, CanvasPattern | null>();

/** Dashes of a colour along a row or a column, as what a box is filled with. */
const dashes = (
  context: CanvasRenderingContext2D,
  { colour, dash = [1, 0], phase = [0, 0] }: Wire,
  along: 'row' | 'column',
): CanvasPattern | string => {
  const [full, empty] = dash;
  const key = `${colour} ${full} ${empty} ${along}`;
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    const tile = document.createElement('canvas');
    tile.width = along === 'row' ? full + empty : 1;
    tile.height = along === 'row' ? 1 : full + empty;
    const paint = tile.getContext('2d');
    if (paint !== null) {
      paint.fillStyle = colour;
      paint.fillRect(0, 0, along === 'row' ? full : 1, along === 'row' ? 1 : full);
    }
    pattern = context.createPattern(tile, 'repeat');
    patterns.set(key, pattern);
  }
  const [x, y] = phase.map((start) => Math.round(start % (full + empty)));
  pattern?.setTransform(new DOMMatrix([1, 0, 0, 1, x ?? 0, y ?? 0]));
  return pattern ?? colour;
};

/** The pieces of wires that run along a row or a column, as boxes. */
const runs = (
  context: CanvasRenderingContext2D,
  at: readonly number[],
  points: number,
  along: 'row' | 'column',
  thick: number,
): void => {
  const half = thick / 2;
  for (let n = 2; n < at.length; n += 2) {
    if ((n / 2) % points === 0) continue;
    const [x, y, x2, y2] = [at[n - 2] ?? 0, at[n - 1] ?? 0, at[n] ?? 0, at[n + 1] ?? 0];
    if (along === 'row') {
      if (y === y2 && x !== x2)
        context.fillRect(Math.min(x, x2) - half, Math.round(y - half), Math.abs(x2 - x) + thick, thick);
    } else if (y !== y2) context.fillRect(Math.round(x - half), Math.min(y, y2), thick, Math.abs(y2 - y));
  }
};

const wires = (context: CanvasRenderingContext2D, at: readonly number[], points: number, wire: Wire): void => {
  if (at.length === 0) return;
  const thick = Math.max(1, Math.round(wire.width));
  for (const along of ['row', 'column'] as const) {
    context.fillStyle = wire.dash === undefined ? wire.colour : dashes(context, wire, along);
    runs(context, at, points, along, thick);
  }
};

/** Keeps what a picture is drawn into: its own shape, within the box it is given. */
const place = (
  context: CanvasRenderingContext2D,
  image: HTMLImageElement,
  x: number,
  y: number,
  w: number,
  h: number,
): void => {
  const scale = Math.min(w / image.naturalWidth, h / image.naturalHeight);
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
  context.drawImage(image, x + (w - width) / 2, y + (h - height) / 2, width, height);
};

/** What holds for all that is drawn inside. */
const enclosing = (context: CanvasRenderingContext2D): Pick<Pen, 'within' | 'moved' | 'faint'> => ({
  within: (x, y, w, h, draw) => {
    context.save();
    context.beginPath();
    context.rect(x, y, w, h);
    context.clip();
    draw();
    context.restore();
  },
  moved: (x, y, draw) => {
    context.save();
    context.translate(x, y);
    draw();
    context.restore();
  },
  faint: (opacity, draw) => {
    const before = context.globalAlpha;
    context.globalAlpha = before * opacity;
    draw();
    context.globalAlpha = before;
  },
});

/** @param onPicture called when a picture that was left out can be drawn. */
export const canvasPen = (context: CanvasRenderingContext2D, onPicture: () => void): Pen => ({
  width: (text, font) => measured(context, text, font),
  box: (x, y, w, h, fill) => {
    context.fillStyle = fill;
    context.fillRect(x, y, w, h);
  },
  card: (x, y, w, h, radius, fill, edge) => {
    context.beginPath();
    context.roundRect(x, y, w, h, radius);
    if (fill !== 'none') {
      context.fillStyle = fill;
      context.fill();
    }
    if (edge !== undefined) stroke(context, edge);
  },
  lines: (coordinates, points, style) => {
    if (coordinates.length === 0) return;
    trace(context, coordinates, points, false);
    stroke(context, style);
  },
  wires: (coordinates, points, wire) => wires(context, coordinates, points, wire),
  shapes: (coordinates, points, fill, edge) => {
    if (coordinates.length === 0) return;
    trace(context, coordinates, points, edge !== undefined);
    if (fill !== 'none') {
      context.fillStyle = fill;
      context.fill();
    }
    if (edge !== undefined) stroke(context, edge);
  },
  text: (x, y, text, font, fill, anchor = 'start') => {
    if (text === '') return;
    context.font = FONT_TEXT[font];
    context.fillStyle = fill;
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.fillText(text, x, y);
  },
  picture: (picture, x, y, w, h) => {
    const image = loadedPicture(picture, onPicture);
    if (image !== undefined) place(context, image, x, y, w, h);
  },
  ...enclosing(context),
});
