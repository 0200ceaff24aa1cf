/** Commands on units: re-subordination, echelon, copies. */
import { type Result, fail } from '../../result.ts';
import { type CommandContext, type NewRecord, draftOf, labelFor } from '../command.ts';
import { liveRecords } from '../commands.ts';
import { writtenOut } from '../label/effective.ts';
import { find, live } from '../state.ts';
import { type Fields, type Op, type StepDraft, changeOp, createOp } from '../step.ts';
import type { Unit } from './schema.ts';
import { compareUnits, subtreeOf } from './tree.ts';

/** Where units go: below a unit, or at the top of a participant's tree; before a sibling, else behind the last. */
export type UnitPlace = ({ readonly parent: string } | { readonly participant: string }) & { readonly before?: string };

/** The selected units that are not below another selected one: the others move along anyway. */
const topmost = (context: CommandContext, units: readonly Unit[]): Unit[] => {
  const chosen = new Set(units.map(({ id }) => id));
  return units.filter((unit) => {
    const seen = new Set<string>();
    for (
      let up = find(context.plan, 'unit', unit.parent);
      up !== undefined;
      up = find(context.plan, 'unit', up.parent)
    ) {
      if (chosen.has(up.id)) return false;
      if (seen.has(up.id)) break;
      seen.add(up.id);
    }
    return true;
  });
};

/** Positions for `count` units between two siblings, or undefined when there is no room left between them. */
const between = (low: number | undefined, high: number | undefined, count: number): number[] | undefined => {
  const from = low ?? (high === undefined ? 0 : high - count - 1);
  const to = high ?? from + count + 1;
  const gap = (to - from) / (count + 1);
  return gap < 1e-6 ? undefined : Array.from({ length: count }, (_, index) => from + gap * (index + 1));
};

/** New positions by id: of the moved units alone, or of all siblings where they stand too close together. */
const positionsFor = (
  siblings: readonly Unit[],
  moved: readonly Unit[],
  before: string | undefined,
): Map<string, number> => {
  const sorted = siblings.toSorted(compareUnits);
  const found = before === undefined ? -1 : sorted.findIndex(({ id }) => id === before);
  const index = found < 0 ? sorted.length : found;
  const room = between(sorted[index - 1]?.position, sorted[index]?.position, moved.length);
  if (room !== undefined) return new Map(moved.map((unit, at) => [unit.id, room[at] ?? 0]));
  const all = [...sorted.slice(0, index), ...moved, ...sorted.slice(index)];
  return new Map(all.map((unit, at) => [unit.id, at + 1]));
};

/**
 * Puts units below another unit or at the top of a participant's tree; their subordinates come along.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, UNIT_CYCLE {name} when a unit would come below itself.
 */
export const moveUnits = (context: CommandContext, ids: readonly string[], place: UnitPlace): Result<StepDraft> => {
  const units = liveRecords(context, 'unit', ids);
  if (!units.ok) return units;
  const parent = 'parent' in place ? find(context.plan, 'unit', place.parent) : undefined;
  if ('parent' in place && parent === undefined) return fail('RECORD_MISSING', { kind: 'unit' });
  const participant = 'parent' in place ? (parent?.participant ?? '') : place.participant;
  if (find(context.plan, 'participant', participant) === undefined)
    return fail('RECORD_MISSING', { kind: 'participant' });

  const moved = topmost(context, units.value).toSorted(compareUnits);
  const movedIds = new Set(moved.map(({ id }) => id));
  const siblings = live(context.plan, 'unit').filter(
    (unit) => unit.parent === parent?.id && unit.participant === participant && !movedIds.has(unit.id),
  );
  const positions = positionsFor(siblings, moved, place.before);
  const below = subtreeOf(context.plan, movedIds);
  const ring = below.find((unit) => unit.id === parent?.id);
  if (ring !== undefined) return fail('UNIT_CYCLE', { name: ring.name });
  const ops: Op[] = [];
  for (const unit of [...below, ...siblings]) {
    const changes: Record<string, unknown> = {};
    const position = positions.get(unit.id);
    if (position !== undefined) changes['position'] = position;
    if (movedIds.has(unit.id)) changes['parent'] = parent?.id ?? null;
    changes['participant'] = participant;
    const op = changeOp(unit, changes);
    if (op !== undefined) ops.push(op);
  }
  return draftOf(context, labelFor('move', moved, 'unit'), ops);
};

/** Sets digits 9-10 of the symbol code (DOCTRINE C14). `echelon` is two digits, `00` for none. */
export const setEchelon = (context: CommandContext, ids: readonly string[], echelon: string): Result<StepDraft> => {
  if (!/^\d{2}$/.test(echelon)) return fail('ECHELON_UNKNOWN', { echelon: echelon.slice(0, 20) });
  const units = liveRecords(context, 'unit', ids);
  if (!units.ok) return units;
  const changed: Unit[] = [];
  const ops = units.value.flatMap((unit) => {
    const op = changeOp(unit, { sidc: unit.sidc.slice(0, 8) + echelon + unit.sidc.slice(10) });
    if (op !== undefined) changed.push(unit);
    return op ?? [];
  });
  return draftOf(context, labelFor('update', changed, 'unit'), ops);
};

const copyOf = (unit: Unit, fields: Fields): NewRecord<'unit'> => {
  const { stamp: _stamp, stamps: _stamps, foreignId: _foreignId, ...content } = unit;
  return { ...content, ...fields } as NewRecord<'unit'>;
};

/** Copies a unit with all below it, beside the original; the copies are the actor's own. The first operation is the copy itself. */
export const duplicateUnit = (context: CommandContext, id: string): Result<StepDraft> => {
  const source = find(context.plan, 'unit', id);
  if (source === undefined) return fail('RECORD_MISSING', { kind: 'unit' });
  const units = subtreeOf(context.plan, [id]).map((unit) => writtenOut(context.plan, unit));
  const fresh = new Map(units.map((unit) => [unit.id, context.newId()]));
  const owner = context.actor;
  const ops = units.map((unit) =>
    createOp(
      unit.id === id
        ? copyOf(unit, {
            id: fresh.get(id),
            owner,
            name: `${unit.name.slice(0, 156)} (2)`,
            position: unit.position + 1e-3,
          })
        : copyOf(unit, { id: fresh.get(unit.id), owner, parent: fresh.get(unit.parent ?? '') }),
    ),
  );
  return draftOf(context, labelFor('duplicate', [source], 'unit'), ops);
};
