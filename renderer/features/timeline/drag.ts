/** Moving and resizing bars with the pointer: a preview while it lasts, one step when it ends, nothing on Escape. */
import { create } from 'zustand';
import type { Bar } from '#shared/timeline/bars.ts';
import { type EpochMs, MINUTE } from '#shared/time/instant.ts';
import { snap } from './snap.ts';
import { useViewport } from './viewport.ts';

export type Grip = 'move' | 'start' | 'end';

export interface Drag {
  readonly ids: readonly string[];
  readonly grip: Grip;
  /** Milliseconds by which the gripped edge (or the whole bar) is displaced. */
  readonly delta: number;
}

export const useDrag = create<{ readonly drag: Drag | null }>()(() => ({ drag: null }));

interface DragStart {
  readonly bar: Bar;
  readonly ids: readonly string[];
  readonly grip: Grip;
  readonly clientX: number;
  readonly zone: string;
  readonly anchors: readonly EpochMs[];
  readonly onDone: (drag: Drag) => void;
}

/** Whole minutes between the gripped edge and where the pointer has taken it, snapped. */
const displacement = ({ bar, grip, clientX, zone, anchors }: DragStart, x: number): number => {
  const { msPerPixel } = useViewport.getState();
  const edge = grip === 'end' ? bar.end : bar.start;
  const snapped = snap(edge + (x - clientX) * msPerPixel, msPerPixel, zone, anchors);
  const delta = Math.round((snapped - edge) / MINUTE) * MINUTE;
  if (grip === 'start') return Math.min(delta, bar.end - bar.start);
  return grip === 'end' ? Math.max(delta, bar.start - bar.end) : delta;
};

/** Follows the pointer from a press on a bar until it is let go; fewer than four pixels are a click, not a drag. */
export const startDrag = (start: DragStart): void => {
  let moved = false;
  const onMove = (event: PointerEvent): void => {
    if (!moved && Math.abs(event.clientX - start.clientX) < 4) return;
    moved = true;
    useDrag.setState({ drag: { ids: start.ids, grip: start.grip, delta: displacement(start, event.clientX) } });
  };
  const stop = (): void => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', stop);
    window.removeEventListener('keydown', onKey, true);
    useDrag.setState({ drag: null });
  };
  const onUp = (): void => {
    const { drag } = useDrag.getState();
    stop();
    if (drag !== null && drag.delta !== 0) start.onDone(drag);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', stop);
  window.addEventListener('keydown', onKey, true);
};

/** Where a bar stands while it is dragged. */
export const dragged = (bar: Bar, drag: Drag | null): { readonly start: EpochMs; readonly end: EpochMs } => {
  if (drag === null || !drag.ids.includes(bar.id)) return bar;
  return {
    start: drag.grip === 'end' ? bar.start : bar.start + drag.delta,
    end: drag.grip === 'start' ? bar.end : bar.end + drag.delta,
  };
};
