/** What each of the compared drawings can do, in the words of the bench. */
import type { PlanState } from '#shared/plan/state.ts';
import type { Bar } from '#shared/timeline/bars.ts';

export interface Drawing {
  /** Begins to draw into an element. */
  readonly mount: (place: HTMLElement) => void;
  /** Whether bars stand on the screen. */
  readonly ready: () => boolean;
  /** Whether dependency lines stand too, and whatever else comes after the bars; undefined where nothing does. */
  readonly lined?: () => boolean;
  /** Whether problems of the plan are found and drawn; undefined where the drawing knows none. */
  readonly checked?: () => boolean;
  /** What is known of it, for whoever wonders what it waits for. */
  readonly state?: () => unknown;
  /** Moves the window by a part of its width, and down by pixels; undefined where the drawing cannot be moved. */
  readonly pan: ((right: number, down: number) => void) | undefined;
  /** Zooms by a factor around the middle; undefined where the drawing cannot be zoomed. */
  readonly zoom: ((factor: number) => void) | undefined;
  /** Shows a stretch of time. */
  readonly show?: (start: number, end: number) => void;
  /** The middle of a bar in sight that can be dragged, in client pixels; undefined where none can. */
  readonly handle: (() => { readonly x: number; readonly y: number } | undefined) | undefined;
}

export interface Subject {
  readonly plan: PlanState;
  readonly bars: readonly Bar[];
  readonly links: readonly { readonly id: string; readonly from: string; readonly to: string; readonly type: string }[];
}

const FORTNIGHT = 14 * 86_400_000;

export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Drawings in swimlanes show this stretch at first: a fortnight from the third week. */
export const WINDOW: Window = { start: Date.UTC(2027, 5, 21), end: Date.UTC(2027, 5, 21) + FORTNIGHT };

/** Drawings with a row for each bar begin where the bars do, for there their first rows are. */
export const firstWindow = ([first]: readonly Bar[]): Window => {
  const start = first?.start ?? WINDOW.start;
  return { start, end: start + FORTNIGHT };
};

/** Whether an element of a kind stands within the window of the browser. */
export const standsInSight = (selector: string): boolean => {
  for (const element of document.querySelectorAll(selector)) {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (right > left && bottom > 0 && right > 0 && left < window.innerWidth && top < window.innerHeight) return true;
  }
  return false;
};

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
