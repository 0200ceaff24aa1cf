/** Changing when a movement begins or ends: its first departure, its last arrival, or the outermost of its dates. */
import { type Result, fail, ok } from '../../result.ts';
import { type EpochMs, MINUTE } from '../../time/instant.ts';
import type { Step as TimeStep } from '../../time/step.ts';
import type { When } from '../../time/when.ts';
import { type ResolveTime, movementSpan } from '../times.ts';
import { type Movement, MOVEMENT_DATES } from './schema.ts';

/** One time that an end of the movement stands on: of a leg, or a date where there are no legs. */
type Place =
  | { readonly leg: number; readonly field: 'depart' | 'arrive' }
  | { readonly leg: undefined; readonly field: (typeof MOVEMENT_DATES)[number] };

interface End {
  readonly place: Place;
  readonly at: EpochMs;
  /** How far it can go: a leg arrives no earlier than it departs, and no date passes the last. */
  readonly limit: EpochMs;
}

const outermost = (ends: readonly End[], edge: 'start' | 'end'): End | undefined => {
  const [first] = ends.toSorted((a, b) => (edge === 'start' ? a.at - b.at : b.at - a.at));
  return first;
};

const endOf = (movement: Movement, edge: 'start' | 'end', resolve: ResolveTime): End | undefined => {
  const field = edge === 'start' ? 'depart' : 'arrive';
  const legs = movement.legs.flatMap((leg, index): End[] => {
    const [depart, arrive] = [resolve(leg.depart), resolve(leg.arrive)];
    if (depart === undefined || arrive === undefined) return [];
    const [at, limit] = edge === 'start' ? [depart, arrive] : [arrive, depart];
    return [{ place: { leg: index, field }, at, limit }];
  });
  if (movement.legs.length > 0) return outermost(legs, edge);
  const span = movementSpan(movement, resolve);
  if (span === undefined || span.start === span.end) return undefined;
  const limit = edge === 'start' ? span.end : span.start;
  const dates = MOVEMENT_DATES.flatMap((date): End[] => {
    const at = resolve(movement[date]);
    return at === undefined ? [] : [{ place: { leg: undefined, field: date }, at, limit }];
  });
  return outermost(dates, edge);
};

/** Milliseconds by which an end of a movement can be drawn inwards; undefined where it has no such end. */
export const roomWithin = (movement: Movement, edge: 'start' | 'end', resolve: ResolveTime): number | undefined => {
  const end = endOf(movement, edge, resolve);
  return end === undefined ? undefined : Math.max(0, edge === 'start' ? end.limit - end.at : end.at - end.limit);
};

/**
 * The fields of a movement with one end drawn by minutes (negative: earlier); it stops where its leg has no length left.
 * @returns NOTHING_TO_CHANGE where it has no such end, or why a time cannot be placed (ANCHOR_UNKNOWN ...).
 */
export const resizedFields = (
  movement: Movement,
  edge: 'start' | 'end',
  minutes: number,
  resolve: ResolveTime,
  shift: (when: When, by: TimeStep) => Result<When>,
): Result<Partial<Movement>> => {
  const end = endOf(movement, edge, resolve);
  const room = roomWithin(movement, edge, resolve);
  if (end === undefined || room === undefined) return fail('NOTHING_TO_CHANGE');
  const most = Math.floor(room / MINUTE);
  const n = edge === 'start' ? Math.min(minutes, most) : Math.max(minutes, -most);
  const { place } = end;
  const when = place.leg === undefined ? movement[place.field] : movement.legs[place.leg]?.[place.field];
  if (when === undefined) return fail('NOTHING_TO_CHANGE');
  const moved = shift(when, { unit: 'minute', n });
  if (!moved.ok) return moved;
  if (place.leg === undefined) return ok({ [place.field]: moved.value });
  return ok({
    legs: movement.legs.map((leg, index) => (index === place.leg ? { ...leg, [place.field]: moved.value } : leg)),
  });
};
