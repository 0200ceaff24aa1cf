import type { PointerEvent } from 'react';
import { minimapFrame, minimapPart } from '#shared/timeline/draw/minimap.ts';
import { endOf } from '#shared/timeline/scene.ts';
import { follow } from './gestures/follow.ts';
import { stopCoasting } from './gestures/pan.ts';
import type { Surface } from './surface.ts';
import { centreOn, panBy, showSpan, useViewport } from './viewport.ts';

const CURSORS = { start: 'ew-resize', end: 'ew-resize', window: 'grab', outside: 'pointer' } as const;

const xIn = (event: PointerEvent<HTMLElement>): number =>
  event.clientX - event.currentTarget.getBoundingClientRect().left;

/** The strip of the whole plan: drag its window or the window's edges, or press beside it to go there. */
export const useMinimapPointer = (surface: Surface) => ({
  onPointerMove: (event: PointerEvent<HTMLElement>): void => {
    const scene = surface.scene();
    if (scene !== undefined && event.buttons === 0)
      event.currentTarget.style.cursor = CURSORS[minimapPart(scene, xIn(event))];
  },
  onPointerDown: (event: PointerEvent<HTMLElement>): void => {
    const scene = surface.scene();
    if (scene === undefined || event.button !== 0) return;
    stopCoasting();
    const strip = minimapFrame(scene);
    const part = minimapPart(scene, xIn(event));
    if (part === 'outside') centreOn(strip.origin + xIn(event) * strip.msPerPixel);
    const from = useViewport.getState();
    const [start, end] = [from.origin, endOf(from)];
    let last = event.clientX;
    follow(event.nativeEvent, {
      onMove: ({ clientX }) => {
        const moved = (clientX - event.clientX) * strip.msPerPixel;
        const least = 10 * strip.msPerPixel;
        if (part === 'start') showSpan({ start: Math.min(start + moved, end - least), end });
        else if (part === 'end') showSpan({ start, end: Math.max(end + moved, start + least) });
        else panBy(((clientX - last) * strip.msPerPixel) / useViewport.getState().msPerPixel);
        last = clientX;
      },
      onDone: () => undefined,
      onEnd: () => undefined,
    });
  },
});
