/** Which stretch of time the timeline shows, and how it zooms. Kept per exercise. */
import { create } from 'zustand';
import type { Span } from '#shared/plan/times.ts';
import { DAY, type EpochMs, MINUTE } from '#shared/time/instant.ts';
import type { Grouping } from '#shared/timeline/rows.ts';

export const COLOURINGS = ['participant', 'type', 'state'] as const;
export type Colouring = (typeof COLOURINGS)[number];

export interface Viewport {
  /** The instant at the left edge. */
  readonly origin: EpochMs;
  readonly msPerPixel: number;
  readonly grouping: Grouping;
  readonly colouring: Colouring;
  readonly showLinks: boolean;
}

const FINEST = MINUTE / 20;
const COARSEST = 6 * DAY;

export const useViewport = create<Viewport>()(() => ({
  origin: 0,
  msPerPixel: DAY / 12,
  grouping: 'participant',
  colouring: 'participant',
  showLinks: true,
}));

const clamp = (msPerPixel: number): number => Math.min(COARSEST, Math.max(FINEST, msPerPixel));

/** Zooms by a factor so that what is under `x` (pixels from the left edge) stays there. */
export const zoomAt = (x: number, factor: number): void =>
  useViewport.setState(({ origin, msPerPixel }) => {
    const next = clamp(msPerPixel * factor);
    return { msPerPixel: next, origin: origin + x * (msPerPixel - next) };
  });

export const panBy = (pixels: number): void =>
  useViewport.setState(({ origin, msPerPixel }) => ({ origin: origin + pixels * msPerPixel }));

/** Shows a whole span with a little room on both sides. */
export const fitSpan = (span: Span, width: number): void => {
  const length = Math.max(span.end - span.start, DAY / 24);
  const msPerPixel = clamp((length * 1.06) / Math.max(width, 100));
  useViewport.setState({ msPerPixel, origin: span.start - (width * msPerPixel - length) / 2 });
};

/** Brings an instant to the middle, at the zoom that holds. */
export const centreOn = (at: EpochMs, width: number): void =>
  useViewport.setState(({ msPerPixel }) => ({ origin: at - (width / 2) * msPerPixel }));

const keyFor = (exerciseId: string): string => `timeline.${exerciseId}`;

/** The view as it was left; false when this exercise was not looked at before. */
export const recallViewport = (exerciseId: string): boolean => {
  const kept = localStorage.getItem(keyFor(exerciseId));
  if (kept === null) return false;
  try {
    const view = JSON.parse(kept) as Partial<Viewport>;
    if (typeof view.origin !== 'number' || typeof view.msPerPixel !== 'number') return false;
    useViewport.setState({ ...view, msPerPixel: clamp(view.msPerPixel) });
    return true;
  } catch {
    // Only a view was lost, nothing of the plan: it is laid out anew.
    return false;
  }
};

export const rememberViewport = (exerciseId: string): void =>
  localStorage.setItem(keyFor(exerciseId), JSON.stringify(useViewport.getState()));
