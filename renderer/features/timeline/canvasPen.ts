/** A pen that paints on a canvas. */
import { FONTS, type Font, type Pen, type Stroke } from '#shared/timeline/pen.ts';

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

const pictures = new Map<string, HTMLImageElement>();
const PICTURE_LIMIT = 2_000;

/** The picture of an address; undefined while it loads, after which `onLoad` is called. */
const pictureOf = (href: string, onLoad: () => void): HTMLImageElement | undefined => {
  const known = pictures.get(href);
  if (known !== undefined) return known.complete && known.naturalWidth > 0 ? known : undefined;
  if (pictures.size >= PICTURE_LIMIT) pictures.clear();
  const image = new Image();
  pictures.set(href, image);
  image.addEventListener('load', onLoad, { once: true });
  image.src = href;
  return undefined;
};

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
  shapes: (coordinates, points, fill, edge) => {
    if (coordinates.length === 0) return;
    trace(context, coordinates, points, true);
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
  picture: (href, x, y, w, h) => {
    const image = pictureOf(href, onPicture);
    if (image !== undefined) place(context, image, x, y, w, h);
  },
  ...enclosing(context),
});
