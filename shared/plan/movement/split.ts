/** Sharing a movement's load into two movements, each with its own line number, units and times. */
import { type Result, fail, ok } from '../../result.ts';
import type { Step as TimeStep } from '../../time/step.ts';
import { shiftedWhen } from '../activity/commands.ts';
import { type CommandContext, draftOf, newRecord } from '../command.ts';
import type { ContentOf, RecordOf } from '../records.ts';
import { type PlanState, find, live } from '../state.ts';
import { type Fields, type Op, type StepDraft, changeOp, createOp } from '../step.ts';
import { titleOf } from '../title.ts';
import { shiftedFields } from './commands.ts';
import type { Movement } from './schema.ts';

/** What a load is counted and measured in. */
export const LOADS = ['pax', 'tonnes', 'lengthM', 'areaM2', 'volumeM3'] as const;
export type Load = (typeof LOADS)[number];

/** What goes with the second movement; the first keeps the rest. */
export interface MovementShare {
  readonly uln: string;
  readonly loads: Readonly<Partial<Record<Load, number>>>;
  /** Units of the first and of the second; one whose load is shared is in both. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** How much later than the first the second travels: its dates and legs, but not the commander's required date. */
  readonly later: TimeStep;
}

const MAX_ULN = 40;
const LETTERS = 'BCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** The first line number with a letter behind it that nobody has: `FIN-001-B`, and of `FIN-001-B` then `FIN-001-C`. */
const ulnBeside = (plan: PlanState, uln: string): string => {
  const taken = new Set(live(plan, 'movement').map((movement) => movement.uln));
  const stem = uln.replace(/-[B-Z]$/, '');
  const base = (stem === uln || taken.has(stem) ? stem : uln).slice(0, MAX_ULN - 4);
  const letter = LETTERS.find((each) => !taken.has(`${base}-${each}`));
  if (letter !== undefined) return `${base}-${letter}`;
  let n = 2;
  while (taken.has(`${base}-${n}`)) n += 1;
  return `${base}-${n}`;
};

/** Loads that a movement has any of. */
export const loadsOf = (movement: Movement): readonly Load[] => LOADS.filter((load) => (movement[load] ?? 0) > 0);

/** People are whole; measures are halved to a tenth. */
const half = (load: Load, whole: number): number =>
  load === 'pax' ? Math.floor(whole / 2) : Math.round(whole * 5) / 10;

/** What there is to begin with: half of the load, the same units, a day later. */
export const proposedShare = (plan: PlanState, movement: Movement): MovementShare => ({
  uln: ulnBeside(plan, movement.uln),
  loads: Object.fromEntries(loadsOf(movement).map((load) => [load, half(load, movement[load] ?? 0)])),
  first: movement.units,
  second: movement.units,
  later: { unit: 'day', n: 1 },
});

/** The rest without the traces of binary fractions: 100.3 less 50.2 is 50.1. */
const rest = (whole: number, part: number): number => Math.round((whole - part) * 1e6) / 1e6;

/** What of a load stays with the first. */
export const remaining = (movement: Movement, { loads }: MovementShare, load: Load): number =>
  rest(movement[load] ?? 0, loads[load] ?? 0);

const isCarried = (movement: Movement, part: 'first' | 'second', share: MovementShare): boolean =>
  share[part].length > 0 ||
  LOADS.some((load) => (part === 'second' ? (share.loads[load] ?? 0) : remaining(movement, share, load)) > 0);

/** Why a movement cannot be shared so; undefined where it can. */
const faultOf = ({ plan }: CommandContext, movement: Movement, share: MovementShare): Result<null> => {
  const uln = share.uln.trim();
  if (uln === '' || uln.length > MAX_ULN) return fail('SPLIT_ULN', { limit: MAX_ULN });
  if (live(plan, 'movement').some((other) => other.uln === uln)) return fail('SPLIT_ULN_TAKEN', { uln });
  for (const load of LOADS) {
    const part = share.loads[load] ?? 0;
    const whole = movement[load] ?? 0;
    if (part < 0 || part > whole || (load === 'pax' && !Number.isInteger(part)))
      return fail('SPLIT_SHARE', { what: movement.uln, whole });
  }
  const named = new Set([...share.first, ...share.second]);
  const left = movement.units.find((id) => !named.has(id));
  if (left !== undefined) {
    const unit = find(plan, 'unit', left);
    return fail('SPLIT_UNIT_LEFT', { what: unit === undefined ? left : titleOf(unit) });
  }
  if (!isCarried(movement, 'first', share)) return fail('SPLIT_EMPTY', { what: movement.uln });
  return isCarried(movement, 'second', share) ? ok(null) : fail('SPLIT_EMPTY', { what: uln });
};

/** The loads of one of the two; what the movement does not measure stays unmeasured. */
const loadsIn = (movement: Movement, share: MovementShare, part: 'first' | 'second'): Fields =>
  Object.fromEntries(
    LOADS.filter((load) => movement[load] !== undefined).map((load) => [
      load,
      part === 'second' ? (share.loads[load] ?? 0) : remaining(movement, share, load),
    ]),
  );

/** What waits for the whole waits for both parts, and both wait for what the whole waited for. */
const linksOf = (context: CommandContext, id: string, second: string): Op[] =>
  live(context.plan, 'dependency')
    .filter(({ from, to }) => from === id || to === id)
    .map(({ from, to, type, lagMinutes, label }) =>
      createOp(
        newRecord(context, 'dependency', {
          from: from === id ? second : from,
          to: to === id ? second : to,
          type,
          lagMinutes,
          label,
        }),
      ),
    );

const secondOf = (movement: RecordOf<'movement'>, share: MovementShare, moved: Fields): ContentOf<'movement'> => {
  const {
    id: _id,
    kind: _kind,
    owner: _owner,
    stamp: _stamp,
    stamps: _stamps,
    withheld: _withheld,
    ...content
  } = movement;
  const { deleted: _deleted, ...kept } = content;
  return {
    ...kept,
    ...moved,
    ...loadsIn(movement, share, 'second'),
    uln: share.uln.trim(),
    units: [...share.second],
  } as ContentOf<'movement'>;
};

/**
 * Shares the load of a movement into two movements. The second is new, with legs of its own, and may travel at another
 * time; it has the marking, places, mode and priority of the first.
 * @returns RECORD_MISSING, SPLIT_ULN {limit}, SPLIT_ULN_TAKEN {uln}, SPLIT_SHARE {what, whole}, SPLIT_UNIT_LEFT {what},
 * SPLIT_EMPTY {what} for a part that would carry nothing, or why a time cannot be placed (ANCHOR_UNKNOWN ...).
 */
export const splitMovement = (context: CommandContext, id: string, share: MovementShare): Result<StepDraft> => {
  const movement = find(context.plan, 'movement', id);
  if (movement === undefined) return fail('RECORD_MISSING', { kind: 'movement' });
  const fault = faultOf(context, movement, share);
  if (!fault.ok) return fault;
  const moved = shiftedFields(movement, share.later, shiftedWhen(context));
  if (!moved.ok) return moved;
  const { legs, ...dates } = moved.value as { readonly legs: Movement['legs'] };
  const ownLegs = legs.map((leg) => ({ ...leg, id: context.newId() }));
  const second = newRecord(context, 'movement', secondOf(movement, share, { ...dates, legs: ownLegs }));
  const kept = changeOp(movement, { ...loadsIn(movement, share, 'first'), units: [...share.first] });
  const label = { key: 'steps.splitMovement', params: { what: titleOf(movement), uln: share.uln.trim() } };
  return draftOf(context, label, [
    ...(kept === undefined ? [] : [kept]),
    createOp(second),
    ...linksOf(context, id, second.id),
  ]);
};
