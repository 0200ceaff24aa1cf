/** Rings in a network: their links cannot all be kept, so they are named and left out of the reckoning. */
import type { NetworkLink } from './network.ts';

/** Which ring each node belongs to (Tarjan's strongly connected components, without recursion), by a number. */
const componentsOf = (count: number, next: readonly (readonly number[])[]): Int32Array => {
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const component = new Int32Array(count).fill(-1);
  const at = new Int32Array(count);
  const stack: number[] = [];
  let [time, found] = [0, 0];
  const enter = (node: number, path: number[]): void => {
    order[node] = time;
    low[node] = time;
    time += 1;
    stack.push(node);
    path.push(node);
  };
  const leave = (node: number, path: number[]): void => {
    path.pop();
    const above = path[path.length - 1];
    if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
    if (low[node] !== order[node]) return;
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      component[member] = found;
      if (member === node) break;
    }
    found += 1;
  };
  for (let start = 0; start < count; start += 1) {
    if (order[start] !== -1) continue;
    const path: number[] = [];
    enter(start, path);
    for (let node = path[path.length - 1]; node !== undefined; node = path[path.length - 1]) {
      const to = next[node]?.[at[node] ?? 0];
      if (to === undefined) leave(node, path);
      else {
        at[node] = (at[node] ?? 0) + 1;
        if (order[to] === -1) enter(to, path);
        else if (component[to] === -1) low[node] = Math.min(low[node] ?? 0, order[to] ?? 0);
      }
    }
  }
  return component;
};

/** The links that are in no ring, and the rings as lists of nodes. */
export const withoutRings = (
  count: number,
  links: readonly NetworkLink[],
): { readonly links: readonly NetworkLink[]; readonly rings: readonly (readonly number[])[] } => {
  const next: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of links) next[from]?.push(to);
  const component = componentsOf(count, next);
  const kept = links.filter(({ from, to }) => component[from] !== component[to]);
  if (kept.length === links.length) return { links, rings: [] };
  const members = new Map<number, Set<number>>();
  for (const { from, to } of links) {
    if (component[from] !== component[to]) continue;
    const ring = component[from] ?? 0;
    members.set(ring, (members.get(ring) ?? new Set()).add(from).add(to));
  }
  return { links: kept, rings: [...members.values()].map((ring) => [...ring]) };
};
