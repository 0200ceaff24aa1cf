/** The theme's colours for pens, which know no style sheet. */
import { type Hue, INKS, type InkName, PARTICIPANT_HUES, type Palette, VALUE_HUES } from '#shared/timeline/palette.ts';

let known: { readonly scheme: string | undefined; readonly palette: Palette } | undefined;

/** Any colour of a style sheet as `#rrggbb` or `rgba()`, which every program that opens an SVG reads. */
const plainly = (context: CanvasRenderingContext2D, colour: string): string => {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data;
  if (a < 255) return `rgba(${r}, ${g}, ${b}, ${Math.round((a / 255) * 1000) / 1000})`;
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
};

/** What a class makes of the two colours of a bar. */
const hueOf = (probe: HTMLElement, context: CanvasRenderingContext2D, name: string): Hue => {
  probe.className = `timeline-probe ${name}`;
  const { backgroundColor, color } = getComputedStyle(probe);
  return { fill: plainly(context, backgroundColor), edge: plainly(context, color) };
};

const readPalette = (host: HTMLElement): Palette => {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('a canvas has no 2d context');
  const probe = document.createElement('i');
  host.append(probe);
  const hues = Array.from({ length: PARTICIPANT_HUES + VALUE_HUES }, (_, n) =>
    hueOf(probe, context, n < PARTICIPANT_HUES ? `participant-${n}` : `timeline-hue-${n - PARTICIPANT_HUES}`),
  );
  const style = getComputedStyle(host);
  const inks = INKS.map((name) => [name, plainly(context, style.getPropertyValue(`--timeline-${name}`).trim())]);
  probe.remove();
  return { ink: Object.fromEntries(inks) as Record<InkName, string>, hues };
};

/** Read once per theme, since reading lays out the page. */
export const paletteOf = (host: HTMLElement, scheme: string): Palette => {
  if (known?.scheme !== scheme) known = { scheme, palette: readPalette(host) };
  return known.palette;
};
