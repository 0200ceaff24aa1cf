/** Colours of the timeline. A theme fills them in; the drawing names only what they are for. */

/** The fill and the edge of bars of one hue. */
export interface Hue {
  readonly fill: string;
  readonly edge: string;
}

/** The single colours, each of which a theme has to name. */
export const INKS = [
  'ground',
  'panel',
  'stripe',
  'weekend',
  'holiday',
  'night',
  'grid',
  'grid-major',
  'text',
  'dimmed',
  'density',
  'link',
  'link-late',
  'link-critical',
  'accent',
  'on-accent',
  'now',
  'on-now',
  'error',
  'warning',
  'bar-text',
] as const;
export type InkName = (typeof INKS)[number];

export interface Palette {
  readonly ink: Readonly<Record<InkName, string>>;
  /** Of bars: the nations' own, then those of kinds and states. */
  readonly hues: readonly Hue[];
}

/** The nations' hues come first, those of kinds, states and other values behind them. */
export const PARTICIPANT_HUES = 24;
export const VALUE_HUES = 10;

const TYPES = [
  'serial',
  'conference',
  'phase',
  'milestone',
  'deadline',
  'training',
  'logistics',
  'ceremony',
  'movement',
] as const;
const STATES: Readonly<Record<string, number>> = { draft: 3, planned: 0, confirmed: 5, done: 2, cancelled: 9 };
/** The hue of what has no value, and of kinds of the planner's own. */
export const NO_HUE = PARTICIPANT_HUES + VALUE_HUES - 1;

export const typeHue = (type: string): number => {
  const at = (TYPES as readonly string[]).indexOf(type);
  return at === -1 ? NO_HUE : PARTICIPANT_HUES + at;
};

export const stateHue = (state: string): number => PARTICIPANT_HUES + (STATES[state] ?? VALUE_HUES - 1);
