import type { Location } from '#shared/plan/location/schema.ts';
import type { Movement } from '#shared/plan/movement/schema.ts';
import type { PlanState } from '#shared/plan/state.ts';
import { find, live } from '#shared/plan/state.ts';
import { type ResolveTime, type Span, movementSpan } from '#shared/plan/times.ts';

export interface MovementRow {
  readonly movement: Movement;
  readonly nation: string;
  readonly units: string;
  readonly modes: string;
  /** Codes or names of the places on the way. */
  readonly way: string;
  readonly span: Span | undefined;
  readonly rdd: number | undefined;
}

const placeName = (plan: PlanState, id: string | undefined): string | undefined => {
  const place = find(plan, 'location', id);
  return place?.code ?? place?.name;
};

export const movementRows = (plan: PlanState, resolve: ResolveTime): readonly MovementRow[] =>
  live(plan, 'movement').map((movement) => {
    const { participant, units, legs, origin, poe, pod, destination } = movement;
    const places = [origin, poe, pod, destination].flatMap((id) => placeName(plan, id) ?? []);
    return {
      movement,
      nation: find(plan, 'participant', participant)?.code ?? '',
      units: units.flatMap((id) => find(plan, 'unit', id)?.shortName ?? find(plan, 'unit', id)?.name ?? []).join(', '),
      modes: legs.map(({ mode }) => mode).join(' > '),
      way: places.filter((place, index) => place !== places[index - 1]).join(' > '),
      span: movementSpan(movement, resolve),
      rdd: resolve(movement.rdd),
    };
  });

export interface LocationRow {
  readonly location: Location;
  readonly movements: number;
  readonly activities: number;
}

export const locationRows = (plan: PlanState): readonly LocationRow[] => {
  const count = (counts: Map<string, number>, ids: Iterable<string | undefined>): void => {
    for (const id of new Set(ids)) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  const movements = new Map<string, number>();
  const activities = new Map<string, number>();
  for (const { origin, poe, pod, destination, legs } of live(plan, 'movement'))
    count(movements, [origin, poe, pod, destination, ...legs.flatMap(({ from, to }) => [from, to])]);
  for (const { location } of live(plan, 'activity')) count(activities, [location]);
  return live(plan, 'location').map((location) => ({
    location,
    movements: movements.get(location.id) ?? 0,
    activities: activities.get(location.id) ?? 0,
  }));
};

/** People and tonnes that arrive at a place, by Zulu day. */
export interface DayLoad {
  readonly day: string;
  readonly pax: number;
  readonly tonnes: number;
}

export const loadsAt = (plan: PlanState, resolve: ResolveTime, locationId: string): readonly DayLoad[] => {
  const days = new Map<string, { pax: number; tonnes: number }>();
  for (const { legs, pax, tonnes, state } of live(plan, 'movement')) {
    for (const { to, arrive } of legs) {
      const at = to === locationId && state !== 'cancelled' ? resolve(arrive) : undefined;
      if (at === undefined) continue;
      const day = new Date(at).toISOString().slice(0, 10);
      const known = days.get(day) ?? { pax: 0, tonnes: 0 };
      days.set(day, { pax: known.pax + pax, tonnes: known.tonnes + tonnes });
    }
  }
  return [...days].map(([day, load]) => ({ day, ...load })).sort((a, b) => (a.day < b.day ? -1 : 1));
};
