/** The plan as a network: what has a length, and what waits for what. */
import { type EpochMs, MINUTE } from '../../time/instant.ts';
import type { Activity } from '../activity/schema.ts';
import type { Dependency } from '../dependency/schema.ts';
import { type PlanState, live } from '../state.ts';
import { type Span, activitySpan, movementSpan, timeResolver } from '../times.ts';

/** One activity or movement. Its planned start is the earliest that it may have; a fixed one may have no later either. */
export interface NetworkNode {
  readonly id: string;
  readonly kind: 'activity' | 'movement';
  readonly start: EpochMs;
  /** Milliseconds. */
  readonly length: number;
  readonly fixed: boolean;
}

/** `to` waits for `from`, by the four types of dependency and a lag in milliseconds; both are indices of nodes. */
export interface NetworkLink {
  readonly from: number;
  readonly to: number;
  readonly type: Dependency['type'];
  readonly lag: number;
  /** Nobody has drawn it: a unit has to arrive before it is used. Where it makes a ring of what is drawn, it gives way. */
  readonly implied?: true;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
}

/**
 * Milestones and deadlines are promises, what is done is done, and what stands on an anchor itself (STARTEX, not
 * STARTEX+2) is that event: such dates are kept, and what comes before them has to fit.
 */
const isFixed = ({ type, state, start }: Activity): boolean =>
  type === 'milestone' ||
  type === 'deadline' ||
  state === 'done' ||
  (start !== undefined && 'anchor' in start && start.offset.n === 0 && !('time' in start.offset));

/**
 * Units need to have arrived: a deployment comes before the first serial or training of each unit that it brings, unless
 * the planner has linked the two: then that says how.
 */
const arrivalsOf = (
  plan: PlanState,
  spans: ReadonlyMap<string, Span>,
): readonly (readonly [movement: string, activity: string])[] => {
  const first = new Map<string, { readonly id: string; readonly start: EpochMs }>();
  for (const { id, type, state, units } of live(plan, 'activity')) {
    const span = spans.get(id);
    if (span === undefined || state === 'cancelled' || (type !== 'serial' && type !== 'training')) continue;
    for (const unit of units) {
      const known = first.get(unit);
      if (known === undefined || span.start < known.start) first.set(unit, { id, start: span.start });
    }
  }
  return live(plan, 'movement').flatMap(({ id, units, direction, state }) =>
    direction === 'deployment' && state !== 'cancelled' && spans.has(id)
      ? [...new Set(units.flatMap((unit) => first.get(unit)?.id ?? []))].map((activity) => [id, activity] as const)
      : [],
  );
};

/** Phases lie around what happens in them: one that nothing is linked to says nothing about the order of work. */
const isFrame = (activity: Activity, linked: ReadonlySet<string>): boolean =>
  activity.type === 'phase' && !linked.has(activity.id);

/** The network of a plan: all that has a time and is not cancelled, its dependencies, and arrivals before first use. */
export const networkOf = (plan: PlanState): Network => {
  const resolve = timeResolver(plan);
  const dependencies = live(plan, 'dependency');
  const linked = new Set(dependencies.flatMap(({ from, to }) => [from, to]));
  const nodes: NetworkNode[] = [];
  const spans = new Map<string, Span>();
  const index = new Map<string, number>();
  const add = (kind: NetworkNode['kind'], id: string, span: Span | undefined, fixed: boolean): void => {
    if (span === undefined) return;
    spans.set(id, span);
    index.set(id, nodes.length);
    nodes.push({ id, kind, start: span.start, length: span.end - span.start, fixed });
  };
  for (const activity of live(plan, 'activity'))
    if (activity.state !== 'cancelled' && !isFrame(activity, linked))
      add('activity', activity.id, activitySpan(activity, resolve), isFixed(activity));
  for (const movement of live(plan, 'movement'))
    if (movement.state !== 'cancelled')
      add('movement', movement.id, movementSpan(movement, resolve), movement.state === 'done');
  const links: NetworkLink[] = [];
  const drawn = new Set<string>();
  for (const { from, to, type, lagMinutes } of dependencies) {
    const [a, b] = [index.get(from), index.get(to)];
    if (a !== undefined && b !== undefined) links.push({ from: a, to: b, type, lag: lagMinutes * MINUTE });
    if (plan.movement.has(from)) drawn.add(`${from} ${to}`);
    if (plan.movement.has(to)) drawn.add(`${to} ${from}`);
  }
  for (const [movement, activity] of arrivalsOf(plan, spans)) {
    const [a, b] = [index.get(movement), index.get(activity)];
    if (a === undefined || b === undefined || drawn.has(`${movement} ${activity}`)) continue;
    links.push({ from: a, to: b, type: 'FS', lag: 0, implied: true });
  }
  return { nodes, links };
};
