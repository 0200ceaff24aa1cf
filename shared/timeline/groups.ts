/** What bars have in common: the rows of the timeline before they are laid out. */
import { type PlanState, live } from '../plan/state.ts';
import { forestOf } from '../plan/unit/tree.ts';
import type { Bar } from './bars.ts';
import type { Zone } from '../time/zone.ts';
import { type LaneField, fieldReader, orderOf, valueName } from './fields.ts';

export interface Group {
  readonly key: string;
  /** The record the row stands for; undefined for values that are none, and for bars that have no value. */
  readonly record: string | undefined;
  /** A record's name or the value itself; `''` for bars without one. Members of enumerations get their words from the view. */
  readonly title: string;
  readonly code: string;
  /** Symbol of a unit. */
  readonly sidc: string | undefined;
  readonly depth: number;
  /** Indices into the bars, in the order of time. */
  readonly members: readonly number[];
  readonly children: readonly Group[];
}

type Members = ReadonlyMap<string, number[]>;

const membersBy = (plan: PlanState, bars: readonly Bar[], field: LaneField, zone?: Zone): Members => {
  const found = new Map<string, number[]>();
  const read = fieldReader(plan, field, zone);
  bars.forEach((bar, index) => {
    const values = read(bar);
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

/** Names in the order of an English dictionary, whatever the machine's language is: one order on every screen. */
const byName = new Intl.Collator('en', { numeric: true }).compare;

/** A group for each value that bars have in a field, in the order that the field gives them. */
export const flatGroups = (plan: PlanState, bars: readonly Bar[], field: LaneField, zone?: Zone): readonly Group[] => {
  const members = membersBy(plan, bars, field, zone);
  const rankOf = orderOf(plan, field);
  const groups = [...members].map(([key, own]) => {
    const { record, title, code } = valueName(plan, field, key);
    const rank = key === '' ? Number.POSITIVE_INFINITY : rankOf(key, bars[own[0] ?? 0]);
    return { rank, group: { ...plain(key, title, own), record, code } };
  });
  // Infinity less infinity is no number, but only one group has no key.
  return groups
    .sort((a, b) => a.rank - b.rank || byName(a.group.title, b.group.title) || (a.group.key < b.group.key ? -1 : 1))
    .map(({ group }) => group);
};

/** The order of battle down to what has bars, under the participants it belongs to. */
const unitGroups = (plan: PlanState, bars: readonly Bar[]): readonly Group[] => {
  const members = membersBy(plan, bars, 'unit');
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
 * Bars by a field, times by the weeks of a zone (Zulu unless told), in the order of the names: nations before organisations, phases in the order of their starts, members
 * of an enumeration in its order, markings in the order of what they protect, units as the tree they form. A bar with several values stands under each; those without one come last.
 */
export const groupsOf = (plan: PlanState, bars: readonly Bar[], field: LaneField, zone?: Zone): readonly Group[] =>
  field === 'unit' ? unitGroups(plan, bars) : flatGroups(plan, bars, field, zone);
