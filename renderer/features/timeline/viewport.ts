/** Which stretch of time and which rows the timeline shows, and how it moves. Kept per exercise. */
import { create } from 'zustand';
import type { Span } from '#shared/plan/times.ts';
import { type Board, ROW_FORMS, type RowForm } from '#shared/timeline/board.ts';
import { type LaneField, isLaneField } from '#shared/timeline/fields.ts';
import { DAY, type EpochMs, MINUTE } from '#shared/time/instant.ts';

/** Pixels from the left and the top of the window onto the bars. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Viewport {
  /** The instant at the left edge. */
  readonly origin: EpochMs;
  readonly msPerPixel: number;
  /** Pixels of the board above the window. */
  readonly scrollTop: number;
  /** The size of the window onto the bars, in pixels, and the height of the whole board: known once it is laid out. */
  readonly width: number;
  readonly height: number;
  readonly boardHeight: number;
  /** The place in the window that was zoomed at last: what is there stays there, also when rows get another height. */
  readonly focus: Place;
  readonly grouping: LaneField;
  readonly form: RowForm;
  /** Keys of the rows that are folded. */
  readonly folded: readonly string[];
  readonly colouring: LaneField;
  readonly showLinks: boolean;
}

/** From fifteen minutes on the widest screen to five years and more in any window. */
const FINEST = (15 * MINUTE) / 3_840;
const COARSEST = 6 * DAY;

export const useViewport = create<Viewport>()(() => ({
  origin: 0,
  msPerPixel: DAY / 12,
  scrollTop: 0,
  width: 0,
  height: 0,
  boardHeight: 0,
  focus: { x: 0, y: 0 },
  grouping: 'participant',
  form: 'stacked',
  folded: [],
  colouring: 'participant',
  showLinks: true,
}));

/** Where a whole span is asked for, the first row in sight stays the first. */
const CORNER: Place = { x: 0, y: 0 };

const clamp = (msPerPixel: number): number => Math.min(COARSEST, Math.max(FINEST, msPerPixel));

const clampTop = (top: number, { boardHeight, height }: Viewport): number =>
  Math.max(0, Math.min(top, boardHeight - height));

/** The middle of the window. */
export const middlePlace = (): Place => {
  const { width, height } = useViewport.getState();
  return { x: width / 2, y: height / 2 };
};

/** Zooms by a factor so that what is at a place stays there. */
export const zoomAt = (focus: Place, factor: number): void =>
  useViewport.setState(({ origin, msPerPixel }) => {
    const next = clamp(msPerPixel * factor);
    return { msPerPixel: next, origin: origin + focus.x * (msPerPixel - next), focus };
  });

/** Moves the window to the right and down. */
export const panBy = (right: number, down = 0): void =>
  useViewport.setState((view) => ({
    origin: view.origin + right * view.msPerPixel,
    scrollTop: down === 0 ? view.scrollTop : clampTop(view.scrollTop + down, view),
  }));

export const scrollTo = (top: number): void => useViewport.setState((view) => ({ scrollTop: clampTop(top, view) }));

/** Brings a stretch of the board's height into sight, with some room around it. */
export const scrollIntoSight = (top: number, bottom: number): void => {
  const { scrollTop, height } = useViewport.getState();
  const room = 30;
  if (top - room < scrollTop) scrollTo(top - room);
  else if (bottom + room > scrollTop + height) scrollTo(bottom + room - height);
};

/** Shows a whole span with a little room on both sides. */
export const fitSpan = (span: Span, width = useViewport.getState().width): void => {
  const length = Math.max(span.end - span.start, DAY / 24);
  const msPerPixel = clamp((length * 1.06) / Math.max(width, 100));
  useViewport.setState({ msPerPixel, origin: span.start - (width * msPerPixel - length) / 2, focus: CORNER });
};

/** Shows exactly a span. */
export const showSpan = ({ start, end }: Span): void =>
  useViewport.setState(({ width }) => ({
    origin: start,
    msPerPixel: clamp((end - start) / Math.max(width, 1)),
    focus: CORNER,
  }));

/** Shows time from an instant on at a zoom. */
export const setZoom = (origin: EpochMs, msPerPixel: number): void =>
  useViewport.setState({ origin, msPerPixel: clamp(msPerPixel), focus: CORNER });

/** Brings an instant to the middle, at the zoom that holds. */
export const centreOn = (at: EpochMs): void =>
  useViewport.setState(({ msPerPixel, width }) => ({ origin: at - (width / 2) * msPerPixel }));

export const toggleFolded = (key: string): void =>
  useViewport.setState(({ folded }) => ({
    folded: folded.includes(key) ? folded.filter((other) => other !== key) : [...folded, key],
  }));

/** Folds every row of a board that can be; without one, unfolds all. */
export const foldAll = (board?: Board): void =>
  useViewport.setState({
    folded: board?.rows.filter(({ foldable, depth }) => foldable && depth === 0).map(({ key }) => key) ?? [],
  });

/** What the window's size decides is not kept. */
const KEPT = [
  'origin',
  'msPerPixel',
  'scrollTop',
  'grouping',
  'form',
  'folded',
  'colouring',
  'showLinks',
] as const satisfies readonly (keyof Viewport)[];

const keyFor = (exerciseId: string): string => `timeline.${exerciseId}`;

/** The view as it was left; false when this exercise was not looked at before. */
export const recallViewport = (exerciseId: string): boolean => {
  const kept = localStorage.getItem(keyFor(exerciseId));
  if (kept === null) return false;
  try {
    const view = JSON.parse(kept) as Partial<Viewport>;
    if (typeof view.origin !== 'number' || typeof view.msPerPixel !== 'number') return false;
    const { grouping, colouring, form, folded } = view;
    useViewport.setState({
      origin: view.origin,
      msPerPixel: clamp(view.msPerPixel),
      scrollTop: typeof view.scrollTop === 'number' ? view.scrollTop : 0,
      grouping: isLaneField(grouping) ? grouping : 'participant',
      colouring: isLaneField(colouring) ? colouring : 'participant',
      form: ROW_FORMS.find((known) => known === form) ?? 'stacked',
      folded: Array.isArray(folded) ? folded.filter((key) => typeof key === 'string') : [],
      showLinks: view.showLinks !== false,
    });
    return true;
  } catch {
    // Only a view was lost, nothing of the plan: it is laid out anew.
    return false;
  }
};

export const rememberViewport = (exerciseId: string): void => {
  const view = useViewport.getState();
  localStorage.setItem(keyFor(exerciseId), JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, view[name]]))));
};
