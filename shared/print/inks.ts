/** Colours that survive colour blindness, and patterns that survive a photocopier; both at once on every sheet. */
import { ACTIVITY_TYPES } from '../plan/activity/schema.ts';
import type { PlanState } from '../plan/state.ts';
import { find } from '../plan/state.ts';
import type { Bar } from '../timeline/bars.ts';
import type { TimelinePrintOptions } from './options.ts';
import { INK } from './measure.ts';

/** Number of patterns that the drawing knows; 0 is solid. */
export const PATTERNS = 12;

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

/** The ink of each bar. Free kinds share what is left of the patterns, in the order in which they are met. */
export const inker = (
  plan: PlanState,
  { colourBy, blackAndWhite }: Pick<TimelinePrintOptions, 'colourBy' | 'blackAndWhite'>,
): ((bar: Bar) => Ink) => {
  const free: string[] = [];
  const byType = (type: string): Ink => {
    const known = TYPES.indexOf(type);
    if (known === -1 && !free.includes(type)) free.push(type);
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
