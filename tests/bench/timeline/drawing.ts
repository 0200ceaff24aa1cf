/** What each of the compared drawings can do, in the words of the bench. */
import type { PlanState } from '#shared/plan/state.ts';
import type { Bar } from '#shared/timeline/bars.ts';

export interface Drawing {
  /** Begins to draw into an element. */
  readonly mount: (place: HTMLElement) => void;
  /** Whether the first bars stand. */
  readonly ready: () => boolean;
  /** Moves the window by a part of its width; undefined where the drawing cannot be moved. */
  readonly pan: ((step: number) => void) | undefined;
  /** Zooms by a factor around the middle; undefined where the drawing cannot be zoomed. */
  readonly zoom: ((factor: number) => void) | undefined;
  /** The middle of a bar in sight that can be dragged, in client pixels; undefined where none can. */
  readonly handle: (() => { readonly x: number; readonly y: number } | undefined) | undefined;
}

export interface Subject {
  readonly plan: PlanState;
  readonly bars: readonly Bar[];
  readonly links: readonly { readonly id: string; readonly from: string; readonly to: string; readonly type: string }[];
}

/** All drawings show this stretch at first: a fortnight from the third week. */
export const WINDOW = { start: Date.UTC(2027, 5, 21), end: Date.UTC(2027, 6, 5) };

/** The middle of an element, once it is there and within the window. */
export const middleOf = (selector: string): { readonly x: number; readonly y: number } | undefined => {
  for (const element of document.querySelectorAll(selector)) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const inside =
      left > 240 && left + width < window.innerWidth - 40 && top > 120 && top + height < window.innerHeight - 80;
    if (inside && width > 24) return { x, y };
  }
  return undefined;
};
