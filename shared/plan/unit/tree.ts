/** The order of battle as a tree. */
import { type PlanState, live } from '../state.ts';
import type { Unit } from './schema.ts';

/** Siblings by their place, then name, then id, so that every screen and print shows one order. */
export const compareUnits = (a: Unit, b: Unit): number =>
  a.position - b.position || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Children by the id of their parent, in no particular order; the tops of the trees stand under `undefined`. */
const unitChildren = (units: readonly Unit[]): ReadonlyMap<string | undefined, Unit[]> => {
  const children = new Map<string | undefined, Unit[]>();
  for (const unit of units) {
    const list = children.get(unit.parent);
    if (list === undefined) children.set(unit.parent, [unit]);
    else list.push(unit);
  }
  return children;
};

/** These units and all below them, each once, parents before children. */
export const subtreeOf = (plan: PlanState, ids: Iterable<string>): Unit[] => {
  const units = live(plan, 'unit');
  const children = unitChildren(units);
  const wanted = new Set(ids);
  const found = new Map<string, Unit>();
  const open = units.filter((unit) => wanted.has(unit.id)).toReversed();
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    if (found.has(unit.id)) continue;
    found.set(unit.id, unit);
    open.push(...(children.get(unit.id) ?? []));
  }
  return [...found.values()];
};

/** The order of battle as it can be drawn: each unit stands in it once, whatever an import has left of its superiors. */
export interface Forest {
  /** Units without a superior in the plan, in order. */
  readonly roots: readonly Unit[];
  /** Sorted subordinates by the superior's id. */
  readonly children: ReadonlyMap<string, readonly Unit[]>;
  /** Every unit, superiors before their subordinates. */
  readonly order: readonly Unit[];
}

/**
 * Sorts units into trees. A unit whose superior is not there stands at the top, and of superiors that form a ring
 * (two planners' moves, merged) the one with the lowest id does: nothing is hidden from the planner who has to mend it.
 */
export const forestOf = (units: readonly Unit[]): Forest => {
  const below = unitChildren(units);
  for (const list of below.values()) list.sort(compareUnits);
  const known = new Set(units.map(({ id }) => id));
  const placed = new Set<string>();
  const children = new Map<string, readonly Unit[]>();
  const order: Unit[] = [];
  const place = (root: Unit): void => {
    placed.add(root.id);
    const start = order.push(root) - 1;
    for (let at = start; at < order.length; at += 1) {
      const id = order[at]?.id ?? '';
      const own = (below.get(id) ?? []).filter((child) => !placed.has(child.id));
      if (own.length > 0) children.set(id, own);
      for (const child of own) placed.add(child.id);
      order.push(...own);
    }
  };
  const roots = units.filter(({ parent }) => parent === undefined || !known.has(parent)).sort(compareUnits);
  for (const root of roots) place(root);
  const ringed = units.filter(({ id }) => !placed.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const unit of ringed) {
    if (placed.has(unit.id)) continue;
    roots.push(unit);
    place(unit);
  }
  return { roots, children, order };
};
