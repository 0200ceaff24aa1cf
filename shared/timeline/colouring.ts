/** Which hue each bar has, by any field, and what the hues mean. */
import { type PlanState, live } from '../plan/state.ts';
import type { Zone } from '../time/zone.ts';
import type { Bar } from './bars.ts';
import { type LaneField, fieldReader, laneTarget, orderOf, rangeRank, valueName } from './fields.ts';
import { isTimeField, weekRank } from './weeks.ts';
import { NO_HUE, PARTICIPANT_HUES, VALUE_HUES, stateHue, typeHue } from './palette.ts';

export interface LegendEntry {
  readonly hue: number;
  /** A record's name or the value itself; members of enumerations get their words from the view. `''` for bars without one. */
  readonly title: string;
  readonly value: string;
}

export interface Colouring {
  readonly by: LaneField;
  /** Hue of each bar, by its index. */
  readonly hues: Uint8Array;
  /** Place in the legend of each bar, by its index. */
  readonly entries: Uint32Array;
  readonly legend: readonly LegendEntry[];
}

/**
 * Hues for values that bring none of their own: in the order of the legend, so that they are the same tomorrow. Where
 * the hues of values are too few, the nations' are taken, of which there are more.
 */
const spread = (values: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    values.map((value, n) => [
      value,
      values.length < VALUE_HUES ? PARTICIPANT_HUES + (n % (VALUE_HUES - 1)) : n % PARTICIPANT_HUES,
    ]),
  );

/** The participants by what a field says of them: their ids, or the codes of owners. */
const participantHues = (plan: PlanState, by: LaneField): ReadonlyMap<string, number> | undefined => {
  if (by === 'owner') return new Map(live(plan, 'participant').map(({ code, colour }) => [code, colour ?? NO_HUE]));
  if (laneTarget(by) !== 'participant') return undefined;
  return new Map(live(plan, 'participant').map(({ id, colour }) => [id, colour ?? NO_HUE]));
};

/** Grey for nothing, then through the spectrum, so that neighbours are alike and far ones are not. Places among the hues of values. */
const SPECTRUM = [2, 6, 0, 3, 7, 1, 4, 8, 5];

/** A range has its hue by its place among all ranges, so that a bar that comes into another leaves the rest as they are. */
const rangeHues = (by: LaneField, values: readonly string[]): ReadonlyMap<string, number> | undefined => {
  const ranks = values.flatMap((value) => {
    const rank = rangeRank(by, value);
    return rank === undefined ? [] : [[value, PARTICIPANT_HUES + (SPECTRUM[rank] ?? VALUE_HUES - 1)] as const];
  });
  return ranks.length === 0 ? undefined : new Map(ranks);
};

/**
 * A week has its hue by its place among all weeks of all years, through the spectrum again and again: neighbours are alike
 * yet never the same, and no bar that comes or goes changes the others.
 */
const weekHue = (key: string): number => {
  const [, ...hues] = SPECTRUM;
  const week = weekRank(key);
  const at = week === undefined ? undefined : hues[((week % hues.length) + hues.length) % hues.length];
  return at === undefined ? NO_HUE : PARTICIPANT_HUES + at;
};

const hueReader = (plan: PlanState, by: LaneField, values: readonly string[]): ((value: string) => number) => {
  if (by === 'type') return typeHue;
  if (by === 'state') return stateHue;
  if (isTimeField(by)) return weekHue;
  const own = participantHues(plan, by) ?? rangeHues(by, values) ?? spread(values);
  return (value) => own.get(value) ?? NO_HUE;
};

const byName = new Intl.Collator('en', { numeric: true }).compare;

/**
 * The first value of each bar decides; `''` for bars without one, which come last in the legend.
 * @param zone in whose weeks times are; Zulu where absent.
 */
export const colouringOf = (plan: PlanState, bars: readonly Bar[], by: LaneField, zone?: Zone): Colouring => {
  const read = fieldReader(plan, by, zone);
  const valueOf = bars.map((bar) => read(bar)[0] ?? '');
  const rankOf = orderOf(plan, by);
  const ranks = new Map<string, number>();
  valueOf.forEach((value, index) => {
    if (!ranks.has(value)) ranks.set(value, value === '' ? Number.POSITIVE_INFINITY : rankOf(value, bars[index]));
  });
  const named = [...ranks]
    .map(([value, rank]) => ({ value, rank, title: value === '' ? '' : valueName(plan, by, value).title }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank) || byName(a.title, b.title));
  const hueOf = hueReader(
    plan,
    by,
    named.flatMap(({ value }) => (value === '' ? [] : [value])),
  );
  const legend = named.map(({ value, title }) => ({ value, title, hue: value === '' ? NO_HUE : hueOf(value) }));
  const places = new Map(legend.map(({ value }, index) => [value, index]));
  const entries = Uint32Array.from(valueOf, (value) => places.get(value) ?? 0);
  const hues = Uint8Array.from(entries, (entry) => legend[entry]?.hue ?? NO_HUE);
  return { by, hues, entries, legend };
};
