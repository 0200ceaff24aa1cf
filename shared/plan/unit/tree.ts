/** The order of battle as a tree. */
import { type PlanState, live } from '../state.ts';
import type { Unit } from './schema.ts';

/** Siblings by their place, then name, then id, so that every screen and print shows one order. */
export const compareUnits = (a: Unit, b: Unit): number =>
  a.position - b.position || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Children by the id of their parent, in no particular order; the tops of the trees stand under `undefined`. */
export const unitChildren = (units: readonly Unit[]): ReadonlyMap<string | undefined, Unit[]> => {
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
