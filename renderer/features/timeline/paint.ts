/** What lies under the bars: row stripes, weekends, grid, and the bars too narrow to stand for themselves. */
import type { Span } from '#shared/plan/times.ts';
import type { Axis } from '#shared/timeline/axis.ts';
import { type LaidRow, type Legible, barsWithin } from '#shared/timeline/layout.ts';
import type { Link } from './links.ts';
import { LANE_HEIGHT, ROW_PADDING } from './useTimelineModel.ts';

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
  readonly origin: number;
  readonly msPerPixel: number;
  readonly axis: Axis;
  readonly weekends: readonly Span[];
  readonly rows: readonly LaidRow[];
  readonly links: readonly Link[];
}

interface Ink {
  readonly stripe: string;
  readonly weekend: string;
  readonly grid: string;
  readonly gridMajor: string;
  readonly density: string;
  readonly link: string;
  readonly linkLate: string;
}

let known: { readonly scheme: string | undefined; readonly ink: Ink } | undefined;

/** The theme's colours for the canvas, which knows no style sheet; read once per theme, since reading lays out the page. */
const inkOf = (element: Element): Ink => {
  const scheme = document.documentElement.dataset['mantineColorScheme'];
  if (known !== undefined && known.scheme === scheme) return known.ink;
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(`--timeline-${name}`).trim();
  const ink = {
    stripe: read('stripe'),
    weekend: read('weekend'),
    grid: read('grid'),
    gridMajor: read('grid-major'),
    density: read('density'),
    link: read('link'),
    linkLate: read('link-late'),
  };
  known = { scheme, ink };
  return ink;
};

const verticals = (context: CanvasRenderingContext2D, xs: readonly number[], height: number, colour: string): void => {
  context.strokeStyle = colour;
  context.beginPath();
  for (const x of xs) {
    context.moveTo(Math.round(x) + 0.5, 0);
    context.lineTo(Math.round(x) + 0.5, height);
  }
  context.stroke();
};

const paintRow = (context: CanvasRenderingContext2D, scene: Scene, row: LaidRow, ink: Ink): void => {
  const top = row.top - scene.scrollTop;
  if (row.index % 2 === 1) {
    context.fillStyle = ink.stripe;
    context.fillRect(0, top, scene.width, row.height);
  }
  const span = { start: scene.origin, end: scene.origin + scene.width * scene.msPerPixel };
  context.fillStyle = ink.density;
  for (const { bar, lane } of barsWithin(row, span, legibleAt(scene.msPerPixel)).narrow) {
    const x = (bar.start - scene.origin) / scene.msPerPixel;
    context.fillRect(
      x,
      top + ROW_PADDING + lane * LANE_HEIGHT + 2,
      Math.max(1, (bar.end - bar.start) / scene.msPerPixel),
      LANE_HEIGHT - 6,
    );
  }
  context.fillStyle = ink.grid;
  context.fillRect(0, top + row.height - 1, scene.width, 1);
};

/** Lines from what comes first to what waits for it, ending in an arrow; of one colour, so that they are one stroke. */
const paintLinks = (context: CanvasRenderingContext2D, scene: Scene, late: boolean, colour: string): void => {
  const { origin, msPerPixel, scrollTop, width, height } = scene;
  const end = origin + width * msPerPixel;
  const arrows = new Path2D();
  context.beginPath();
  for (const link of scene.links) {
    if (link.late !== late) continue;
    if (Math.max(link.leave, link.reach) < origin || Math.min(link.leave, link.reach) > end) continue;
    const [fromY, toY] = [link.fromY - scrollTop, link.toY - scrollTop];
    if (Math.max(fromY, toY) < 0 || Math.min(fromY, toY) > height) continue;
    const [leave, reach] = [(link.leave - origin) / msPerPixel, (link.reach - origin) / msPerPixel];
    const bend = Math.round(reach - leave > 16 ? reach - 8 : leave + 8) + 0.5;
    context.moveTo(leave, fromY);
    context.lineTo(bend, fromY);
    context.lineTo(bend, toY);
    context.lineTo(reach, toY);
    const back = bend > reach ? 5 : -5;
    arrows.moveTo(reach, toY);
    arrows.lineTo(reach + back, toY - 3);
    arrows.lineTo(reach + back, toY + 3);
  }
  context.strokeStyle = colour;
  context.fillStyle = colour;
  // Late is told by dashes too, for those to whom red is grey.
  context.setLineDash(late ? [4, 2] : []);
  context.stroke();
  context.setLineDash([]);
  context.fill(arrows);
};

/** Pixels: bars below the first width are drawn as density where another is nearer than the second. */
const NARROW = 3;
const APART = 28;

export const legibleAt = (msPerPixel: number): Legible => ({ least: NARROW * msPerPixel, apart: APART * msPerPixel });

export const paint = (canvas: HTMLCanvasElement, scene: Scene): void => {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(scene.width * ratio), Math.round(scene.height * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, scene.width, scene.height);
  const ink = inkOf(canvas);
  const x = (at: number): number => (at - scene.origin) / scene.msPerPixel;
  context.fillStyle = ink.weekend;
  for (const { start, end } of scene.weekends) context.fillRect(x(start), 0, x(end) - x(start), scene.height);
  for (const row of scene.rows) paintRow(context, scene, row, ink);
  verticals(
    context,
    scene.axis.minor.map(({ at }) => x(at)),
    scene.height,
    ink.grid,
  );
  verticals(
    context,
    scene.axis.major.map(({ at }) => x(at)),
    scene.height,
    ink.gridMajor,
  );
  paintLinks(context, scene, false, ink.link);
  paintLinks(context, scene, true, ink.linkLate);
};
