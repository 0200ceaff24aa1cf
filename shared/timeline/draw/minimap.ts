/** The whole plan in a strip, and the window that the timeline shows of it. */
import type { Span } from '../../plan/times.ts';
import { boardDensity } from '../board.ts';
import type { Pen } from '../pen.ts';
import { type Frame, type Scene, endOf, xOf } from '../scene.ts';
import { drawDensity } from './strip.ts';

export const MINIMAP_HEIGHT = 40;

/** The strip's own frame: all bars, and the window where it lies beyond them. */
export const minimapFrame = ({ frame, board }: Pick<Scene, 'frame' | 'board'>): Frame => {
  const { start, end } = board.extent;
  const margin = Math.max((end - start) * 0.02, 1);
  const from = start - margin;
  const msPerPixel = (end + margin - from) / Math.max(1, frame.width);
  return { width: frame.width, height: MINIMAP_HEIGHT, origin: from, msPerPixel, scrollTop: 0 };
};

/** Pixels: never narrower, so that it can be gripped. */
const GRIP = 12;
/** Pixels on both sides of an edge at which it is taken hold of. */
const EDGE = 5;

/** Left and right edge of the window in the strip; one that lies beyond the strip stands at its edge, to be taken back. */
const windowIn = (strip: Frame, frame: Frame): readonly [number, number] => {
  const from = xOf(strip, frame.origin);
  const to = xOf(strip, endOf(frame));
  const spare = Math.max(0, GRIP - (to - from)) / 2;
  const last = Math.max(0, strip.width - GRIP);
  const left = Math.max(0, Math.min(last, from - spare));
  return [left, Math.min(strip.width, Math.max(left + GRIP, to + spare))];
};

export const drawMinimap = (pen: Pen, scene: Scene): void => {
  const { palette, board, frame, anchors, now } = scene;
  const { ink } = palette;
  const strip = minimapFrame(scene);
  pen.box(0, 0, strip.width, MINIMAP_HEIGHT, ink.panel);
  if (board.bars.length > 0)
    drawDensity(pen, strip, boardDensity(board), { top: 4, height: MINIMAP_HEIGHT - 6, fill: ink.density });
  const mark = (at: Span['start'], fill: string): void => {
    const x = Math.round(xOf(strip, at));
    if (x >= 0 && x < strip.width) pen.box(x, 0, 1, MINIMAP_HEIGHT, fill);
  };
  for (const { at } of anchors) mark(at, ink.accent);
  mark(now, ink.now);
  const [from, to] = windowIn(strip, frame);
  pen.faint(0.6, () => {
    pen.box(0, 0, from, MINIMAP_HEIGHT, ink.panel);
    pen.box(to, 0, strip.width - to, MINIMAP_HEIGHT, ink.panel);
  });
  // Of an empty plan there is nothing to be a part of.
  if (board.bars.length > 0)
    pen.card(from + 1, 1, to - from - 2, MINIMAP_HEIGHT - 2, 3, 'none', { colour: ink.accent, width: 2 });
  pen.box(0, 0, strip.width, 1, ink['grid-major']);
};

/** What of the strip is at a place: an edge of the window, the window, or what it does not show. */
export const minimapPart = (
  scene: Pick<Scene, 'frame' | 'board'>,
  x: number,
): 'start' | 'end' | 'window' | 'outside' => {
  const [from, to] = windowIn(minimapFrame(scene), scene.frame);
  // Most of a narrow window moves it; its edges are taken hold of from beside it too.
  const inside = Math.min(EDGE, (to - from) / 4);
  if (x >= from - EDGE && x <= from + inside) return 'start';
  if (x >= to - inside && x <= to + EDGE) return 'end';
  return x > from && x < to ? 'window' : 'outside';
};
