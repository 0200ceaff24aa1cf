/**
 * Critical path and float, by the critical path method over the plan as it stands: nothing starts earlier than it is
 * planned or than what it waits for allows, fixed dates are kept, and float is how far something can slip before the
 * end of the plan or a fixed date would have to.
 */
import { type EpochMs, MINUTE } from '../../time/instant.ts';
import type { PlanState } from '../state.ts';
import { withoutRings } from './cycles.ts';
import { type Network, type NetworkLink, type NetworkNode, networkOf } from './network.ts';

export interface Scheduled {
  readonly id: string;
  readonly kind: NetworkNode['kind'];
  /** The earliest start: as planned, or later where a dependency is broken. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** Minutes it can slip without moving the end or a fixed date; negative: a fixed date is missed by so much. */
  readonly totalFloat: number;
  /** Minutes it can slip without moving anything at all. */
  readonly freeFloat: number;
  /** Without float. */
  readonly critical: boolean;
  readonly fixed: boolean;
  /** It waits for something, or something waits for it. */
  readonly linked: boolean;
}

export interface Schedule {
  readonly byId: ReadonlyMap<string, Scheduled>;
  /** When the last of it ends; undefined for a plan without times. */
  readonly end: EpochMs | undefined;
  /** Rings of dependencies, as ids: none of their links counts. */
  readonly rings: readonly (readonly string[])[];
}

/** How much later than the earliest the link lets `to` begin, from where `from` begins. */
const distanceOf = ({ type, lag }: NetworkLink, from: NetworkNode, to: NetworkNode): number =>
  lag + (type === 'FS' || type === 'FF' ? from.length : 0) - (type === 'FF' || type === 'SF' ? to.length : 0);

interface Edge {
  readonly to: number;
  readonly distance: number;
}

/** The nodes in an order in which each comes after what it waits for, with the links that leave each. */
const ordered = ({ nodes }: Network, links: readonly NetworkLink[]) => {
  const edges: Edge[][] = nodes.map(() => []);
  const waits = new Int32Array(nodes.length);
  for (const link of links) {
    const [from, to] = [nodes[link.from], nodes[link.to]];
    if (from === undefined || to === undefined) continue;
    edges[link.from]?.push({ to: link.to, distance: distanceOf(link, from, to) });
    waits[link.to] = (waits[link.to] ?? 0) + 1;
  }
  const linked = nodes.map((_, at) => (waits[at] ?? 0) > 0 || (edges[at]?.length ?? 0) > 0);
  const order: number[] = [];
  nodes.forEach((_, at) => {
    if (waits[at] === 0) order.push(at);
  });
  for (let at = 0; at < order.length; at += 1) {
    for (const { to } of edges[order[at] ?? 0] ?? []) {
      waits[to] = (waits[to] ?? 0) - 1;
      if (waits[to] === 0) order.push(to);
    }
  }
  return { edges, order, linked };
};

/** Latest starts, from the end backwards: a fixed one may not begin later than it is planned. */
const latestStarts = (
  nodes: readonly NetworkNode[],
  edges: readonly (readonly Edge[])[],
  order: readonly number[],
  end: EpochMs,
): Float64Array => {
  const late = new Float64Array(nodes.length);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const index = order[at] ?? 0;
    const node = nodes[index];
    if (node === undefined) continue;
    let latest = node.fixed ? Math.min(node.start, end - node.length) : end - node.length;
    for (const { to, distance } of edges[index] ?? []) latest = Math.min(latest, (late[to] ?? end) - distance);
    late[index] = latest;
  }
  return late;
};

/** As `withoutRings`, but what nobody has drawn never takes what is drawn out of the reckoning. */
const drawnFirst = (count: number, all: readonly NetworkLink[]): ReturnType<typeof withoutRings> => {
  const found = withoutRings(count, all);
  if (found.rings.length === 0) return found;
  const kept = new Set(found.links);
  return withoutRings(
    count,
    all.filter((link) => link.implied === undefined || kept.has(link)),
  );
};

/** The schedule of a network; any number of rings, fixed dates and broken dependencies is fine. */
export const scheduleOfNetwork = (network: Network): Schedule => {
  const { nodes } = network;
  const { links, rings } = drawnFirst(nodes.length, network.links);
  const { edges, order, linked } = ordered(network, links);
  const early = Float64Array.from(nodes, ({ start }) => start);
  let end = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    const start = early[index] ?? 0;
    end = Math.max(end, start + (nodes[index]?.length ?? 0));
    for (const { to, distance } of edges[index] ?? []) early[to] = Math.max(early[to] ?? 0, start + distance);
  }
  const late = latestStarts(nodes, edges, order, end);
  const byId = new Map<string, Scheduled>();
  nodes.forEach(({ id, kind, length, fixed }, index) => {
    const start = early[index] ?? 0;
    const total = (late[index] ?? 0) - start;
    let free = fixed ? 0 : end - length - start;
    for (const { to, distance } of edges[index] ?? []) free = Math.min(free, (early[to] ?? 0) - distance - start);
    byId.set(id, {
      id,
      kind,
      start,
      end: start + length,
      totalFloat: Math.floor(total / MINUTE),
      // Where a fixed date is missed already, there is nothing to give away.
      freeFloat: Math.floor(Math.min(free, Math.max(0, total)) / MINUTE),
      critical: total < MINUTE,
      fixed,
      linked: linked[index] === true,
    });
  });
  return {
    byId,
    end: nodes.length === 0 ? undefined : end,
    rings: rings.map((ring) => ring.map((index) => nodes[index]?.id ?? '')),
  };
};

/** The schedule of a plan. */
export const scheduleOf = (plan: PlanState): Schedule => scheduleOfNetwork(networkOf(plan));

/**
 * What is shown as the critical path: all without float, but of what nothing is linked to only what the end hangs on.
 * A deadline that stands alone is critical by its nature, and would say so of every other line.
 */
export const isOnPath = ({ critical, linked, end }: Scheduled, schedule: Schedule): boolean =>
  critical && (linked || end === schedule.end);
