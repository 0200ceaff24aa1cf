/** The order of battle as lines: participants with their units under them, what is folded left out. Pure. */
import type { Participant } from '#shared/plan/participant/schema.ts';
import type { Unit } from '#shared/plan/unit/schema.ts';
import { type Forest, forestOf } from '#shared/plan/unit/tree.ts';

interface Sums {
  readonly units: number;
  readonly personnel: number;
  readonly vehicles: number;
}

interface ParticipantRow extends Sums {
  readonly kind: 'participant';
  readonly id: string;
  readonly participant: Participant;
  readonly open: boolean;
  readonly depth: 0;
}

export interface UnitRow extends Sums {
  readonly kind: 'unit';
  readonly id: string;
  readonly unit: Unit;
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly open: boolean;
  /** Whether the search found it itself, or only something below it. */
  readonly matches: boolean;
}

export type TreeRow = ParticipantRow | UnitRow;

interface Tree {
  readonly forest: Forest;
  readonly sums: ReadonlyMap<string, Sums>;
}

const add = (a: Sums, b: Sums): Sums => ({
  units: a.units + b.units,
  personnel: a.personnel + b.personnel,
  vehicles: a.vehicles + b.vehicles,
});
const NOTHING: Sums = { units: 0, personnel: 0, vehicles: 0 };

/** The units as trees, and the sums of each with all below it; computed once per change of the units. */
export const treeOf = (units: readonly Unit[]): Tree => {
  const forest = forestOf(units);
  const sums = new Map<string, Sums>();
  for (const unit of forest.order.toReversed()) {
    const own = { units: 1, personnel: unit.personnel ?? 0, vehicles: unit.vehicles ?? 0 };
    const below = forest.children.get(unit.id) ?? [];
    sums.set(
      unit.id,
      below.reduce((so, child) => add(so, sums.get(child.id) ?? NOTHING), own),
    );
  }
  return { forest, sums };
};

const searchable = (unit: Unit): string =>
  `${unit.name} ${unit.shortName ?? ''} ${unit.homeStation ?? ''}`.toLocaleLowerCase();

/** Ids to show for a search: what it finds, and all above it. Undefined when nothing is searched for. */
const foundIds = (
  units: readonly Unit[],
  search: string,
): { readonly shown: ReadonlySet<string>; readonly hits: ReadonlySet<string> } | undefined => {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted === '') return undefined;
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const hits = new Set(units.filter((unit) => searchable(unit).includes(wanted)).map(({ id }) => id));
  const shown = new Set<string>();
  for (const id of hits) {
    for (
      let unit = byId.get(id);
      unit !== undefined && !shown.has(unit.id);
      unit = unit.parent === undefined ? undefined : byId.get(unit.parent)
    )
      shown.add(unit.id);
  }
  return { shown, hits };
};

/** The lines to draw. @param folded ids of participants and units whose lines below are left out; a search unfolds all. */
export const treeRows = (
  participants: readonly Participant[],
  units: readonly Unit[],
  tree: Tree,
  folded: ReadonlySet<string>,
  search: string,
): readonly TreeRow[] => {
  const found = foundIds(units, search);
  const rows: TreeRow[] = [];
  const tops = Map.groupBy(tree.forest.roots, ({ participant }) => participant);
  const walk = (unit: Unit, depth: number): void => {
    if (found !== undefined && !found.shown.has(unit.id)) return;
    const below = tree.forest.children.get(unit.id) ?? [];
    const open = found !== undefined || !folded.has(unit.id);
    rows.push({
      kind: 'unit',
      id: unit.id,
      unit,
      depth,
      hasChildren: below.length > 0,
      open,
      matches: found?.hits.has(unit.id) === true,
      ...(tree.sums.get(unit.id) ?? NOTHING),
    });
    if (open) for (const child of below) walk(child, depth + 1);
  };
  for (const participant of participants.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const own = tops.get(participant.id) ?? [];
    if (found !== undefined && !own.some(({ id }) => found.shown.has(id))) continue;
    const open = found !== undefined || !folded.has(participant.id);
    const sum = own.reduce((so, unit) => add(so, tree.sums.get(unit.id) ?? NOTHING), NOTHING);
    rows.push({ kind: 'participant', id: participant.id, participant, open, depth: 0, ...sum });
    if (open) for (const unit of own) walk(unit, 1);
  }
  return rows;
};
