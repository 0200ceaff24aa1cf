/** Which hue each bar has, by any field, and what the hues mean. */
import { type PlanState, find } from '../plan/state.ts';
import type { Bar } from './bars.ts';
import { type LaneField, valuesOf } from './groups.ts';
import { NO_HUE, PARTICIPANT_HUES, VALUE_HUES, stateHue, typeHue } from './palette.ts';

interface LegendEntry {
  readonly hue: number;
  /** The value: a record's name, a code; kinds and states get their words from the view. `''` for bars without one. */
  readonly title: string;
  readonly value: string;
}

export interface Colouring {
  readonly by: LaneField;
  /** Hue of each bar, by its index. */
  readonly hues: Uint8Array;
  readonly legend: readonly LegendEntry[];
}

const titleOf = (plan: PlanState, by: LaneField, value: string): string => {
  switch (by) {
    case 'participant':
      return find(plan, 'participant', value)?.name ?? '';
    case 'unit':
      return find(plan, 'unit', value)?.name ?? '';
    case 'location':
      return find(plan, 'location', value)?.name ?? '';
    case 'phase':
      return find(plan, 'activity', value)?.title ?? '';
    default:
      return value;
  }
};

/** Hues for values that bring none of their own: in the order of their names, so that they are the same tomorrow. */
const spread = (values: readonly string[]): ReadonlyMap<string, number> =>
  new Map(values.map((value, n) => [value, PARTICIPANT_HUES + (n % (VALUE_HUES - 1))]));

const hueFor = (plan: PlanState, by: LaneField, value: string, others: ReadonlyMap<string, number>): number => {
  if (value === '') return NO_HUE;
  if (by === 'participant') return find(plan, 'participant', value)?.colour ?? NO_HUE;
  if (by === 'type') return typeHue(value);
  return by === 'state' ? stateHue(value) : (others.get(value) ?? NO_HUE);
};

const byName = new Intl.Collator('en').compare;

export const colouringOf = (plan: PlanState, bars: readonly Bar[], by: LaneField): Colouring => {
  const values = new Set(bars.map((bar) => valuesOf(bar, by)[0] ?? ''));
  const named = [...values]
    .map((value) => ({ value, title: value === '' ? '' : titleOf(plan, by, value) }))
    .sort((a, b) => Number(a.value === '') - Number(b.value === '') || byName(a.title, b.title));
  const others = spread(named.map(({ value }) => value));
  const hueOf = new Map(named.map(({ value }) => [value, hueFor(plan, by, value, others)]));
  const hues = Uint8Array.from(bars, (bar) => hueOf.get(valuesOf(bar, by)[0] ?? '') ?? NO_HUE);
  const legend = named.map(({ value, title }) => ({ value, title, hue: hueOf.get(value) ?? NO_HUE }));
  return { by, hues, legend };
};
