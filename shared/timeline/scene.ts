/** What a frame of the timeline shows: all that the drawing and the hit test need, and nothing they would have to search for. */
import type { Span } from '../plan/times.ts';
import type { Scales } from './axis.ts';
import { type Board, firstRowBelow } from './board.ts';
import type { Links } from './links.ts';
import type { Palette } from './palette.ts';

/** The window onto the board: pixels, and the instant at its left edge. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly origin: number;
  readonly msPerPixel: number;
  readonly scrollTop: number;
}

/** What is to be seen of a bar beyond its place; one bit each. */
export const FLAG = {
  selected: 1,
  error: 2,
  warning: 4,
  /** The original of what is being dragged. */
  faint: 8,
  /** Not among the hits of a search. */
  dimmed: 16,
  hit: 32,
  critical: 64,
} as const;

export interface AnchorMark {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly at: number;
}

/** A day on which a participant rests. */
export interface HolidayMark extends Span {
  readonly participant: string;
  readonly code: string;
  readonly name: string;
}

export interface Shading {
  readonly weekends: readonly Span[];
  readonly nights: readonly Span[];
  readonly holidays: readonly HolidayMark[];
}

export interface Scene {
  readonly frame: Frame;
  readonly board: Board;
  readonly links: Links | undefined;
  readonly palette: Palette;
  /** Hue of each bar, by its index. */
  readonly hues: Uint8Array;
  /** Sum of `FLAG`s of each bar, by its index. */
  readonly flags: Uint8Array;
  readonly scales: Scales;
  readonly shading: Shading;
  readonly anchors: readonly AnchorMark[];
  readonly now: number;
  /** Where bars stood in the plan that this one is compared with, by the bar's index. */
  readonly baseline: ReadonlyMap<number, Span> | undefined;
  readonly critical: ReadonlySet<string> | undefined;
  /** Until when bars with float could last, by the bar's index. */
  readonly float?: ReadonlyMap<number, number> | undefined;
}

export const xOf = ({ origin, msPerPixel }: Frame, at: number): number => (at - origin) / msPerPixel;
export const atOf = ({ origin, msPerPixel }: Frame, x: number): number => origin + x * msPerPixel;
export const endOf = ({ origin, msPerPixel, width }: Frame): number => origin + width * msPerPixel;

/** Indices of the rows in sight: from the first to before the second. */
export const rowsInSight = ({ frame, board }: Pick<Scene, 'frame' | 'board'>): readonly [number, number] => {
  const first = firstRowBelow(board.rows, frame.scrollTop);
  const bottom = frame.scrollTop + frame.height;
  let last = first;
  while (last < board.rows.length && (board.rows[last]?.top ?? bottom) < bottom) last += 1;
  return [first, last];
};
