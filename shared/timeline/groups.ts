/** What bars have in common: the rows of the timeline before they are laid out. */
import { type PlanState, find, live } from '../plan/state.ts';
import { forestOf } from '../plan/unit/tree.ts';
import type { Bar } from './bars.ts';

/** Fields that rows and colours can go by. */
export const LANE_FIELDS = [
  'participant',
  'unit',
  'location',
  'phase',
  'type',
  'state',
  'responsible',
  'owner',
] as const;
export type LaneField = (typeof LANE_FIELDS)[number];

export interface Group {
  readonly key: string;
  /** The record the row stands for; undefined for values that are none, and for bars that have no value. */
  readonly record: string | undefined;
  /** A record's name or the value itself; `''` for bars without one. Kinds and states get their words from the view. */
  readonly title: string;
  readonly code: string;
  /** Symbol of a unit. */
  readonly sidc: string | undefined;
  readonly depth: number;
  /** Indices into the bars, in the order of time. */
  readonly members: readonly number[];
  readonly children: readonly Group[];
}

/** The values of a field that a bar has: none, one, or several. */
export const valuesOf = (bar: Bar, field: LaneField): readonly string[] => {
  switch (field) {
    case 'participant':
      return bar.participants;
    case 'unit':
      return bar.units;
    case 'location':
      return bar.locations;
    case 'phase':
      return bar.type === 'phase' ? [bar.id] : bar.phase === undefined ? [] : [bar.phase];
    case 'type':
      return [bar.type];
    case 'state':
      return [bar.state];
    case 'owner':
      return [bar.owner];
    case 'responsible':
      return bar.responsible === undefined ? [] : [bar.responsible];
  }
};

type Members = ReadonlyMap<string, number[]>;

const membersBy = (bars: readonly Bar[], field: LaneField): Members => {
  const found = new Map<string, number[]>();
  bars.forEach((bar, index) => {
    const values = valuesOf(bar, field);
    for (const value of values.length === 0 ? [''] : values) {
      const known = found.get(value);
      if (known === undefined) found.set(value, [index]);
      else if (known.at(-1) !== index) known.push(index);
    }
  });
  return found;
};

const plain = (key: string, title: string, members: readonly number[]): Group => ({
  key,
  record: undefined,
  title,
  code: '',
  sidc: undefined,
  depth: 0,
  members,
  children: [],
});

const describe = (plan: PlanState, field: LaneField, key: string): Partial<Group> => {
  switch (field) {
    case 'participant': {
      const participant = find(plan, 'participant', key);
      return { record: key, title: participant?.name ?? '', code: participant?.code ?? '' };
    }
    case 'location': {
      const location = find(plan, 'location', key);
      return { record: key, title: location?.name ?? '', code: location?.code ?? '' };
    }
    case 'phase':
      return { record: key, title: find(plan, 'activity', key)?.title ?? '' };
    default:
      return {};
  }
};

/** Names in the order of an English dictionary, whatever the machine's language is: one order on every screen. */
const byName = new Intl.Collator('en').compare;

const flatGroups = (plan: PlanState, bars: readonly Bar[], field: LaneField): readonly Group[] => {
  const members = membersBy(bars, field);
  const groups = [...members].map(([key, own]) => ({
    ...plain(key, key, own),
    ...(key === '' ? {} : describe(plan, field, key)),
  }));
  const rank = ({ key, members: [first] }: Group): number => {
    if (key === '') return Number.POSITIVE_INFINITY;
    if (field === 'phase') return bars[first ?? 0]?.start ?? 0;
    return field === 'participant' && find(plan, 'participant', key)?.type !== 'nation' ? 1 : 0;
  };
  const ranks = new Map(groups.map((group) => [group, rank(group)]));
  // Infinity less infinity is no number, but only one group has no key.
  return groups.sort(
    (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || byName(a.title, b.title) || (a.key < b.key ? -1 : 1),
  );
};

/** The order of battle down to what has bars, under the participants it belongs to. */
const unitGroups = (plan: PlanState, bars: readonly Bar[]): readonly Group[] => {
  const members = membersBy(bars, 'unit');
  const forest = forestOf(live(plan, 'unit'));
  const build = (unit: (typeof forest.roots)[number], depth: number): readonly Group[] => {
    const below = (forest.children.get(unit.id) ?? []).flatMap((child) => build(child, depth + 1));
    const own = members.get(unit.id) ?? [];
    if (own.length === 0 && below.length === 0) return [];
    return [{ ...plain(unit.id, unit.name, own), record: unit.id, sidc: unit.sidc, depth, children: below }];
  };
  const participants = live(plan, 'participant').sort(
    (a, b) => Number(a.type !== 'nation') - Number(b.type !== 'nation') || byName(a.name, b.name),
  );
  const known = new Set(participants.map(({ id }) => id));
  const tops = participants.flatMap((participant) => {
    const children = forest.roots
      .filter((unit) => unit.participant === participant.id)
      .flatMap((unit) => build(unit, 1));
    const { id, name, code } = participant;
    return children.length === 0 ? [] : [{ ...plain(id, name, []), record: id, code, children }];
  });
  const strays = forest.roots.filter(({ participant }) => !known.has(participant)).flatMap((unit) => build(unit, 0));
  const units = new Set(forest.order.map(({ id }) => id));
  // What names only units that are gone, or none, is not hidden.
  const without = [...members].flatMap(([id, own]) => (units.has(id) ? [] : own)).sort((a, b) => a - b);
  return [...tops, ...strays, ...(without.length === 0 ? [] : [plain('', '', without)])];
};

/**
 * Bars by a field, in the order of the names: nations before organisations, phases in the order of their starts, units
 * as the tree they form. A bar with several values stands under each; those without one come last.
 */
export const groupsOf = (plan: PlanState, bars: readonly Bar[], field: LaneField): readonly Group[] =>
  field === 'unit' ? unitGroups(plan, bars) : flatGroups(plan, bars, field);
