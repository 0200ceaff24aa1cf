/** When a caveat bites, and whose caveats bind a unit. */
import { DAY } from '../../time/instant.ts';
import { clockMs } from '../../time/when.ts';
import { type Zone, toWall } from '../../time/zone.ts';
import type { Location } from '../location/schema.ts';
import type { Unit } from '../unit/schema.ts';
import type { PlanState } from '../state.ts';
import type { Span } from '../times.ts';
import { ownCaveats } from './join.ts';
import { type Caveat, isStructured } from './schema.ts';

/** What a unit is told to do. */
export interface Tasking {
  readonly task: string;
  readonly location: Location | undefined;
  readonly span: Span;
  /** The zone of the exercise, for places that have none of their own. */
  readonly zone: Zone;
}

/** Whether a span touches the hours of a caveat, on the clock of the place. */
const touchesHours = ({ from, until }: Caveat, { span, location, zone }: Tasking): boolean => {
  if (from === undefined || until === undefined) return true;
  const place = location?.zone ?? zone;
  const start = toWall(place, span.start);
  const end = toWall(place, Math.max(span.end, span.start + 1));
  const opens = clockMs(from);
  const length = (clockMs(until) - opens + DAY) % DAY || DAY;
  // The window of the day before may reach over midnight.
  for (let day = Math.floor(start / DAY) * DAY - DAY; day < end; day += DAY)
    if (day + opens < end && day + opens + length > start) return true;
  return false;
};

const holdsAt = ({ areas, countries }: Caveat, location: Location | undefined): boolean =>
  areas.length + countries.length === 0 ||
  (location !== undefined &&
    (areas.includes(location.id) || (location.country !== undefined && countries.includes(location.country))));

/** Whether every limit of a caveat fits a tasking. Words alone never bite. */
export const bites = (caveat: Caveat, tasking: Tasking): boolean =>
  isStructured(caveat) &&
  (caveat.tasks.length === 0 || caveat.tasks.includes(tasking.task)) &&
  holdsAt(caveat, tasking.location) &&
  touchesHours(caveat, tasking);

const NOBODY = {};

/** The caveats that bind a unit: its own, its superiors' and its nation's. Looked up once for each unit. */
export const caveatsBinding = (plan: PlanState): ((unit: Unit) => readonly Caveat[]) => {
  const known = new Map<string, readonly Caveat[]>();
  const binding = (unit: Unit, below: ReadonlySet<string>): readonly Caveat[] => {
    const found = known.get(unit.id);
    if (found !== undefined) return found;
    // What a deleted superior was bound by still binds, until the unit has another superior.
    const parent = unit.parent === undefined ? undefined : plan.unit.get(unit.parent);
    // A ring of units can come in with a bundle.
    const above =
      parent === undefined || below.has(parent.id)
        ? ownCaveats(plan.participant.get(unit.participant) ?? NOBODY)
        : binding(parent, new Set([...below, unit.id]));
    const own = ownCaveats(unit);
    const all = own.length === 0 ? above : [...own, ...above];
    known.set(unit.id, all);
    return all;
  };
  return (unit) => binding(unit, new Set([unit.id]));
};
