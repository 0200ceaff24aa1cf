/** Colours that survive colour blindness, and patterns that survive a photocopier; both at once on every sheet. */
import { ACTIVITY_TYPES } from '../plan/activity/schema.ts';
import type { PlanState } from '../plan/state.ts';
import { find } from '../plan/state.ts';
import type { Bar } from '../timeline/bars.ts';
import type { TimelinePrintOptions } from './options.ts';
import { INK } from './measure.ts';
import type { LineItem } from './sheet.ts';

/** A line of a pattern: its place and thickness as parts of the strip's, its dashes in millimetres. */
interface PatternLine {
  readonly at: number;
  readonly thick: number;
  readonly dash: string;
}

const full = (dash: string): readonly PatternLine[] => [{ at: 0.5, thick: 1, dash }];
const twin = (dash: string): readonly PatternLine[] => [
  { at: 0.14, thick: 0.28, dash },
  { at: 0.86, thick: 0.28, dash },
];

/** Broken lines rather than filled areas: printers and PDF draw them sharp, and a photocopier keeps them apart. */
const PATTERN_LINES: readonly (readonly PatternLine[])[] = [
  full(''),
  full('2.4 1'),
  full('0.4 0.5'),
  twin(''),
  full('0.9 0.9'),
  [{ at: 0.5, thick: 0.3, dash: '' }],
  full('3 0.7 0.7 0.7'),
  twin('1.4 0.8'),
  full('0.4 1.6'),
  [
    { at: 0.3, thick: 0.6, dash: '1.2 1.2' },
    { at: 0.9, thick: 0.2, dash: '' },
  ],
  [{ at: 0.5, thick: 0.3, dash: '1.6 1' }],
  full('1.6 0.5 0.4 0.5 0.4 0.5'),
];
const PATTERNS = PATTERN_LINES.length;

interface Strip {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A strip in the pattern of an ink, its lines along the longer side. */
export const drawStrip = ({ x, y, w, h }: Strip, { pattern, hue }: Ink): readonly LineItem[] =>
  (PATTERN_LINES[pattern] ?? []).map(({ at, thick, dash }) => ({
    is: 'line',
    ...(w >= h
      ? { x1: x, y1: y + at * h, x2: x + w, y2: y + at * h }
      : { x1: x + at * w, y1: y, x2: x + at * w, y2: y + h }),
    stroke: hue,
    line: thick * Math.min(w, h),
    ...(dash === '' ? {} : { dash }),
  }));

const HUES = [
  '#2f61ab',
  '#b35900',
  '#5c636a',
  '#7048a8',
  '#8a5a00',
  '#1b7f5c',
  '#0e7490',
  '#a8327a',
  '#4c6b1f',
  '#b3462e',
  '#3d4f8f',
  '#6b5b3e',
] as const; // prettier-ignore

export interface Ink {
  /** What the legend names: a type, or a participant's id; `''` where a bar has none. */
  readonly key: string;
  readonly hue: string;
  readonly tint: string;
  readonly pattern: number;
}

/** A hue mixed with white, for the ground under a title. */
const tintOf = (hue: string): string => {
  const part = (at: number): string => {
    const value = Number.parseInt(hue.slice(at, at + 2), 16);
    return Math.round(255 - (255 - value) * 0.16)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
};

const inkAt = (key: string, index: number, blackAndWhite: boolean): Ink => {
  const hue = blackAndWhite ? INK : (HUES[index % HUES.length] ?? INK);
  return { key, hue, tint: blackAndWhite ? '#ffffff' : tintOf(hue), pattern: index % PATTERNS };
};

const TYPES: readonly string[] = [...ACTIVITY_TYPES, 'movement'];

/**
 * The ink of each bar. Free kinds share what is left of the patterns, in the order in which they first occur.
 * @param bars all that a print shows: a kind has the same ink on every sheet and in the legend.
 */
export const inker = (
  plan: PlanState,
  { colourBy, blackAndWhite }: Pick<TimelinePrintOptions, 'colourBy' | 'blackAndWhite'>,
  bars: readonly Bar[],
): ((bar: Bar) => Ink) => {
  const free = [...new Set(bars.map(({ type }) => type).filter((type) => !TYPES.includes(type)))];
  const byType = (type: string): Ink => {
    const known = TYPES.indexOf(type);
    return inkAt(
      type,
      known === -1 ? TYPES.length + (free.indexOf(type) % (PATTERNS - TYPES.length)) : known,
      blackAndWhite,
    );
  };
  return (bar) => {
    if (colourBy === 'type') return byType(bar.type);
    const participant = find(plan, 'participant', bar.participants[0]);
    return inkAt(participant?.id ?? '', participant?.colour ?? 2, blackAndWhite);
  };
};
