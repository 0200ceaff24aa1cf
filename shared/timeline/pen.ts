/**
 * What a picture of the timeline is made of. The same drawing goes to a canvas on the screen and to an SVG file: both
 * are pens. Pixels, from the top left; texts stand on their baseline.
 */

export const FONTS = {
  /** Names in and beside bars. */
  label: { size: 11, weight: 400 },
  head: { size: 12, weight: 400 },
  headStrong: { size: 12, weight: 600 },
  small: { size: 10, weight: 400 },
  scale: { size: 11, weight: 400 },
  scaleStrong: { size: 12, weight: 600 },
  flag: { size: 10, weight: 700 },
} as const;
export type Font = keyof typeof FONTS;

export interface Stroke {
  readonly colour: string;
  readonly width?: number;
  readonly dash?: readonly number[];
}

/** What wires are drawn with: dashes of one length, which move along with what is drawn. */
export interface Wire {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly [full: number, empty: number];
  /** Where the first dash of a row and of a column begins. */
  readonly phase?: readonly [x: number, y: number];
}

/** A picture by a name of its own and its address, which may take work to make: a screen does it after it has painted. */
export interface Picture {
  readonly key: string;
  readonly href: () => string | undefined;
}

export interface Pen {
  /** A filled rectangle, without softened edges. */
  readonly box: (x: number, y: number, w: number, h: number, fill: string) => void;
  /** A rectangle with round corners, filled, edged, or both. */
  readonly card: (x: number, y: number, w: number, h: number, radius: number, fill: string, edge?: Stroke) => void;
  /** Lines through `points` corners each, in one go: x, y, x, y ... */
  readonly lines: (coordinates: readonly number[], points: number, stroke: Stroke) => void;
  /**
   * Lines like those, with right angles only. On a screen they are painted as boxes: thousands of stroked paths would
   * cost more than a frame has.
   */
  readonly wires: (coordinates: readonly number[], points: number, wire: Wire) => void;
  /** Filled shapes of `points` corners each. */
  readonly shapes: (coordinates: readonly number[], points: number, fill: string, edge?: Stroke) => void;
  readonly text: (
    x: number,
    y: number,
    text: string,
    font: Font,
    fill: string,
    anchor?: 'start' | 'middle' | 'end',
  ) => void;
  /** A picture; one that is still being made or loaded is left out. */
  readonly picture: (picture: Picture, x: number, y: number, w: number, h: number) => void;
  /** Draws inside a rectangle only. */
  readonly within: (x: number, y: number, w: number, h: number, draw: () => void) => void;
  /** Draws what follows moved by so much. */
  readonly moved: (x: number, y: number, draw: () => void) => void;
  /** Draws see-through. */
  readonly faint: (opacity: number, draw: () => void) => void;
  /** The width of a text, in pixels. */
  readonly width: (text: string, font: Font) => number;
}

/** As much of a text as has room, with an ellipsis where something was left out; `''` when nothing worth reading fits. */
export const fitted = (pen: Pen, text: string, font: Font, room: number): string => {
  if (room < 12) return '';
  const whole = pen.width(text, font);
  if (whole <= room) return text;
  let used = pen.width('…', font);
  let kept = '';
  for (const character of text) {
    used += pen.width(character, font);
    if (used > room) break;
    kept += character;
  }
  return kept.length < 3 ? '' : `${kept.trimEnd()}…`;
};
