/** Commands on movements and their legs. */
import { type Result, fail, ok } from '../../result.ts';
import { MINUTE, formatInstant } from '../../time/instant.ts';
import type { Step as TimeStep } from '../../time/step.ts';
import type { When } from '../../time/when.ts';
import { shiftedWhen } from '../activity/commands.ts';
import { type CommandContext, draftOf, labelFor } from '../command.ts';
import { liveRecords } from '../commands.ts';
import { find } from '../state.ts';
import { type Op, type StepDraft, type StepLabel, changeOp } from '../step.ts';
import type { Span } from '../times.ts';
import { titleOf } from '../title.ts';
import { type Leg, type Movement, MOVEMENT_DATES } from './schema.ts';
import { PIECE, type Work, finish } from '../../work.ts';

/** What a planner writes of a leg. */
export type LegContent = Omit<Leg, 'id'>;
/** Fields of a leg to set; null clears an optional one. */
export type LegChanges = { readonly [F in keyof LegContent]?: LegContent[F] | null | undefined };

const withLegs = (
  context: CommandContext,
  id: string,
  key: StepLabel['key'],
  change: (legs: readonly Leg[]) => Result<readonly object[]>,
): Result<StepDraft> => {
  const movement = find(context.plan, 'movement', id);
  if (movement === undefined) return fail('RECORD_MISSING', { kind: 'movement' });
  const legs = change(movement.legs);
  if (!legs.ok) return legs;
  const op = changeOp(movement, { legs: legs.value });
  return draftOf(context, { key, params: { what: titleOf(movement) } }, op === undefined ? [] : [op]);
};

const present = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));

/** Adds a leg behind the last, or at an index. LEG_LIMIT beyond 20 legs. */
export const addLeg = (context: CommandContext, id: string, leg: LegContent, index?: number): Result<StepDraft> =>
  withLegs(context, id, 'steps.addLeg', (legs) =>
    legs.length >= 20
      ? fail('LEG_LIMIT', { limit: 20 })
      : ok(legs.toSpliced(index ?? legs.length, 0, present({ ...leg, id: context.newId() }) as Leg)),
  );

export const removeLeg = (context: CommandContext, id: string, legId: string): Result<StepDraft> =>
  withLegs(context, id, 'steps.removeLeg', (legs) => ok(legs.filter((leg) => leg.id !== legId)));

/** Exchanges a leg with the one before (-1) or behind (1) it; at the end of the chain nothing changes. */
export const moveLeg = (context: CommandContext, id: string, legId: string, by: -1 | 1): Result<StepDraft> =>
  withLegs(context, id, 'steps.editLeg', (legs) => {
    const at = legs.findIndex((leg) => leg.id === legId);
    const leg = legs[at];
    const to = at + by;
    return ok(leg === undefined || to < 0 || to >= legs.length ? legs : legs.toSpliced(at, 1).toSpliced(to, 0, leg));
  });

export const editLeg = (context: CommandContext, id: string, legId: string, changes: LegChanges): Result<StepDraft> =>
  withLegs(context, id, 'steps.editLeg', (legs) =>
    ok(legs.map((leg) => (leg.id === legId ? present({ ...leg, ...changes }) : leg))),
  );

/** Dates and legs moved by a step. The commander's required date is the need itself: moving the means does not move it. */
export const shiftedFields = (
  movement: Pick<Movement, 'legs' | (typeof MOVEMENT_DATES)[number]>,
  step: TimeStep,
  shift: (when: When, by: TimeStep) => Result<When>,
): Result<Record<string, unknown>> => {
  const changes: Record<string, unknown> = {};
  for (const field of MOVEMENT_DATES) {
    const when = movement[field];

    if (when === undefined) continue;
    const moved = shift(when, step);
    if (!moved.ok) return moved;
    changes[field] = moved.value;
  }
  const legs: Leg[] = [];
  for (const leg of movement.legs) {
    const depart = shift(leg.depart, step);
    const arrive = shift(leg.arrive, step);
    if (!depart.ok) return depart;
    if (!arrive.ok) return arrive;
    legs.push({ ...leg, depart: depart.value, arrive: arrive.value });
  }
  return ok({ ...changes, legs });
};

/** The operations of `moveMovements`; yields how many movements it has been through. */
export const movingMovements = function* (
  context: CommandContext,
  ids: readonly string[],
  by: TimeStep,
): Work<Result<Op[]>> {
  const movements = liveRecords(context, 'movement', ids);
  if (!movements.ok) return movements;
  const shift = shiftedWhen(context);
  const ops: Op[] = [];
  for (const [done, movement] of movements.value.entries()) {
    if (done % PIECE === 0) yield done;
    const changes = shiftedFields(movement, by, shift);
    if (!changes.ok) return changes;
    const op = changeOp(movement, changes.value);
    if (op !== undefined) ops.push(op);
  }
  return ok(ops);
};

/**
 * Moves whole movements, legs and dates alike, by minutes or by calendar days; the commander's required date stays.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, or why a time cannot be placed (ANCHOR_UNKNOWN ...).
 */
export const moveMovements = (
  context: CommandContext,
  ids: readonly string[],
  by: number | TimeStep,
): Result<StepDraft> => {
  const movements = liveRecords(context, 'movement', ids);
  if (!movements.ok) return movements;
  const ops = finish(movingMovements(context, ids, typeof by === 'number' ? { unit: 'minute', n: by } : by));
  return ops.ok ? draftOf(context, labelFor('move', movements.value, 'movement'), ops.value) : ops;
};

/** Whether a movement waits for its times: it has neither legs nor dates; the commander's required date is a need, no time. */
export const isUntimed = (movement: Movement): boolean =>
  movement.legs.length === 0 && MOVEMENT_DATES.every((field) => movement[field] === undefined);

/**
 * Gives a movement that waits its window: it arrives at the port of debarkation within it, from the first minute to the
 * last.
 * @returns RECORD_MISSING or NOTHING_TO_CHANGE.
 */
export const windowMovement = (context: CommandContext, id: string, { start, end }: Span): Result<StepDraft> => {
  const movement = find(context.plan, 'movement', id);
  if (movement === undefined) return fail('RECORD_MISSING', { kind: 'movement' });
  const last = Math.max(start, end - MINUTE);
  const op = changeOp(movement, { ead: { at: formatInstant(start) }, lad: { at: formatInstant(last) } });
  return draftOf(context, { key: 'steps.schedule', params: { what: titleOf(movement) } }, op === undefined ? [] : [op]);
};

/**
 * Takes a movement's dates away, so that it waits for others; what its commander requires stays.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, MOVEMENT_HAS_LEGS {what}: legs are planned work, and none is without times.
 */
export const unwindowMovement = (context: CommandContext, id: string): Result<StepDraft> => {
  const movement = find(context.plan, 'movement', id);
  if (movement === undefined) return fail('RECORD_MISSING', { kind: 'movement' });
  if (movement.legs.length > 0) return fail('MOVEMENT_HAS_LEGS', { what: titleOf(movement) });
  const op = changeOp(movement, Object.fromEntries(MOVEMENT_DATES.map((field) => [field, null])));
  const label = { key: 'steps.unschedule', params: { what: titleOf(movement) } };
  return draftOf(context, label, op === undefined ? [] : [op]);
};
