/**
 * The canvases of the timeline and when they are painted: at most once a frame, and only those whose content changed.
 * Panning and zooming go from the viewport straight to the canvas; React takes no part in it.
 */
import { type HeadWords, HEADS_WIDTH, drawHeads, headAt } from '#shared/timeline/draw/heads.ts';
import { AXIS_HEIGHT, anchorAt, axisNote, drawAxis, drawMarks } from '#shared/timeline/draw/axis.ts';
import { drawBars } from '#shared/timeline/draw/bars.ts';
import { drawGround } from '#shared/timeline/draw/ground.ts';
import { drawLinks } from '#shared/timeline/draw/links.ts';
import { MINIMAP_HEIGHT, drawMinimap } from '#shared/timeline/draw/minimap.ts';
import { type Hover, drawOverlay } from '#shared/timeline/draw/overlay.ts';
import type { BoardRow } from '#shared/timeline/board.ts';
import { type Hit, hitAt } from '#shared/timeline/hit.ts';
import type { Pen } from '#shared/timeline/pen.ts';
import type { AnchorMark, Scene } from '#shared/timeline/scene.ts';
import { canvasPen } from './canvasPen.ts';
import { useGesture } from './gesture.ts';
import { type SceneInput, sceneOf } from './sceneOf.ts';
import { useViewport } from './viewport.ts';

export interface SurfaceParts {
  readonly main: HTMLCanvasElement;
  readonly overlay: HTMLCanvasElement;
  readonly axis: HTMLCanvasElement;
  readonly heads: HTMLCanvasElement;
  readonly minimap: HTMLCanvasElement;
}

export interface SurfaceInput extends SceneInput {
  readonly words: HeadWords;
  readonly nowWord: string;
}

export interface Surface {
  /** Paints on these canvases from now on. @returns what lets go of them. */
  readonly attach: (parts: SurfaceParts) => () => void;
  /** Shows something else; painted with the next frame. */
  readonly set: (input: SurfaceInput) => void;
  /** What is shown now, and all that it is drawn from. */
  readonly shown: () => { readonly scene: Scene; readonly input: SurfaceInput } | undefined;
  /** The scene of the moment; undefined before there is anything to show. */
  readonly scene: () => Scene | undefined;
  /** What is at a place of the window onto the bars. */
  readonly hit: (x: number, y: number) => Hit | undefined;
  readonly head: (y: number) => BoardRow | undefined;
  readonly anchor: (x: number, y: number) => AnchorMark | undefined;
  /** What stands at a place of the axis, in words: an anchor, or who rests on that day. */
  readonly axisNote: (x: number, y: number) => string;
  /** Marks what is under the pointer. */
  readonly hover: (hit: Hit | undefined) => void;
  /** Is told of every frame that was painted. */
  readonly onPaint: (listener: (scene: Scene) => void) => () => void;
}

type Layer = keyof SurfaceParts;
const LAYERS: readonly Layer[] = ['main', 'overlay', 'axis', 'heads', 'minimap'];

const sizeOf = (layer: Layer, { frame }: Scene): readonly [number, number] => {
  if (layer === 'axis') return [frame.width, AXIS_HEIGHT];
  if (layer === 'heads') return [HEADS_WIDTH, frame.height];
  return [frame.width, layer === 'minimap' ? MINIMAP_HEIGHT : frame.height];
};

/** Fits a canvas to its size on the screen and clears it. */
const prepare = (
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  [w, h]: readonly [number, number],
): void => {
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(w * ratio), Math.round(h * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, w, h);
};

const hoverOf = (hit: Hit | undefined): Hover | undefined =>
  hit?.on === 'bar' ? { bar: hit.index, row: hit.row, lane: hit.lane } : undefined;

const draw = (layer: Layer, pen: Pen, scene: Scene, input: SurfaceInput, hovered: Hit | undefined): void => {
  if (layer === 'axis') drawAxis(pen, scene, input.nowWord);
  else if (layer === 'heads') drawHeads(pen, scene, input.words);
  else if (layer === 'minimap') drawMinimap(pen, scene);
  else if (layer === 'overlay') drawOverlay(pen, scene, hoverOf(hovered), useGesture.getState().gesture);
  else {
    drawGround(pen, scene);
    drawLinks(pen, scene);
    drawMarks(pen, scene);
    drawBars(pen, scene);
  }
};

/**
 * Whether anything is to be drawn over the bars. An empty layer over them would cost as much as they do: it is taken out
 * of the page.
 */
const layOver = (overlay: HTMLCanvasElement, hovered: Hit | undefined): boolean => {
  const laid = hoverOf(hovered) !== undefined || useGesture.getState().gesture !== null;
  const visibility = laid ? 'visible' : 'hidden';
  if (overlay.style.visibility !== visibility) overlay.style.visibility = visibility;
  return laid;
};

/** Paints layers on demand, at most once a frame. */
const createPainter = (onPaint: (scene: Scene) => void) => {
  let input: SurfaceInput | undefined;
  let hovered: Hit | undefined;
  let frame = 0;
  let canvases: SurfaceParts | undefined;
  /** The whole plan in its strip waits for the first bars: they stand sooner without it. */
  let waiting: Layer | undefined;
  const dirty = new Set<Layer>();
  const pens = new Map<Layer, { readonly pen: Pen; readonly context: CanvasRenderingContext2D }>();
  const paint = (): void => {
    frame = 0;
    if (input === undefined || canvases === undefined) return;
    const scene = sceneOf(input, useViewport.getState());
    if (scene.frame.width <= 0 || scene.frame.height <= 0) return;
    if (waiting !== undefined) dirty.delete(waiting);
    if (!layOver(canvases.overlay, hovered)) dirty.delete('overlay');
    for (const layer of dirty) {
      const made = pens.get(layer);
      if (made === undefined) continue;
      prepare(canvases[layer], made.context, sizeOf(layer, scene));
      draw(layer, made.pen, scene, input, hovered);
    }
    dirty.clear();
    onPaint(scene);
    if (waiting === undefined) return;
    dirty.add(waiting);
    waiting = undefined;
    frame = requestAnimationFrame(paint);
  };
  const touch = (layers: Iterable<Layer>): void => {
    for (const layer of layers) dirty.add(layer);
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  return {
    touch,
    input: () => input,
    hovered: () => hovered,
    show: (next: SurfaceInput): void => {
      input = next;
      touch(LAYERS);
    },
    hover: (hit: Hit | undefined): void => {
      hovered = hit;
      touch(['overlay']);
    },
    use: (parts: SurfaceParts | undefined): void => {
      canvases = parts;
      pens.clear();
      cancelAnimationFrame(frame);
      frame = 0;
      if (parts === undefined) return;
      waiting = 'minimap';
      for (const layer of LAYERS) {
        const context = parts[layer].getContext('2d', { alpha: layer === 'overlay' });
        if (context !== null) pens.set(layer, { context, pen: canvasPen(context, () => touch([layer])) });
      }
      touch(LAYERS);
    },
  };
};

/** Paints anew what the viewport and the gesture of the moment change. */
const followStores = (touch: (layers: Iterable<Layer>) => void): (() => void) => {
  const ends = [
    useViewport.subscribe((now, before) => {
      const same = now.scrollTop === before.scrollTop && now.height === before.height;
      touch(same ? ['main', 'overlay', 'axis', 'minimap'] : LAYERS);
    }),
    useGesture.subscribe(() => touch(['overlay'])),
  ];
  return () => {
    for (const end of ends) end();
  };
};

export const createSurface = (): Surface => {
  const listeners = new Set<(scene: Scene) => void>();
  const painter = createPainter((scene) => {
    for (const listener of listeners) listener(scene);
  });
  /** The scene as the viewport is now, painted or not: a hit test must not answer for the frame before. */
  const current = (): Scene | undefined => {
    const input = painter.input();
    return input === undefined ? undefined : sceneOf(input, useViewport.getState());
  };
  const asked = <T>(answer: (scene: Scene) => T): T | undefined => {
    const scene = current();
    return scene === undefined ? undefined : answer(scene);
  };
  return {
    attach: (parts) => {
      painter.use(parts);
      const end = followStores(painter.touch);
      return () => {
        end();
        painter.use(undefined);
      };
    },
    set: painter.show,
    shown: () => {
      const [scene, input] = [current(), painter.input()];
      return scene === undefined || input === undefined ? undefined : { scene, input };
    },
    scene: current,
    hit: (x, y) => asked((scene) => hitAt(scene, x, y, painter.hovered())),
    head: (y) => asked((scene) => headAt(scene, y)),
    anchor: (x, y) => asked((scene) => anchorAt(scene, x, y)),
    axisNote: (x, y) => asked((scene) => axisNote(scene, x, y)) ?? '',
    hover: painter.hover,
    onPaint: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
