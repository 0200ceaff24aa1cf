import { each } from '../../work.ts';
import { dayOf, dayText } from './checkIndex.ts';
import type { Check, Finding } from './finding.ts';

interface Load {
  pax: number;
  tonnes: number;
  readonly movements: string[];
}

/** LOC-001 and LOC-002: what arrives at a place in a day, people and tonnes, stays within what it can take. */
export const throughput: Check = function* ({ movements, resolve, locationOf }) {
  const loads = new Map<string, Map<number, Load>>();
  yield* each(movements, ({ id, legs, pax, tonnes }) => {
    for (const { to, arrive } of legs) {
      const at = resolve(arrive);
      if (to === undefined || at === undefined) continue;
      const days = loads.get(to) ?? new Map<number, Load>();
      loads.set(to, days);
      const load = days.get(dayOf(at)) ?? { pax: 0, tonnes: 0, movements: [] };
      days.set(dayOf(at), load);
      load.pax += pax;
      load.tonnes += tonnes;
      load.movements.push(id);
    }
  });
  const found: Finding[] = [];
  yield* each(loads, ([id, days]) => {
    const location = locationOf(id);
    if (location === undefined) return;
    const { paxPerDay = Number.POSITIVE_INFINITY, tonnesPerDay = Number.POSITIVE_INFINITY } = location;
    for (const [day, load] of days) {
      const subjects = [
        { kind: 'location' as const, id },
        ...load.movements.map((movement) => ({ kind: 'movement' as const, id: movement })),
      ];
      const params = { location: location.name, day: dayText(day) };
      if (load.pax > paxPerDay)
        found.push({
          code: 'LOC-001',
          severity: 'warning',
          subjects,
          params: { ...params, pax: load.pax, limit: paxPerDay },
        });
      if (load.tonnes > tonnesPerDay) {
        found.push({
          code: 'LOC-002',
          severity: 'warning',
          subjects,
          params: { ...params, tonnes: Math.round(load.tonnes), limit: tonnesPerDay },
        });
      }
    }
  });
  return found;
};
