/** Moving bars from row to row: what a row stands for is written into the record. */
import { type Result, fail, ok } from '../../result.ts';
import type { Activity } from '../activity/schema.ts';
import { type CommandContext, draftOf } from '../command.ts';
import type { Leg, Movement } from '../movement/schema.ts';
import { find } from '../state.ts';
import { type Fields, type Op, type StepDraft, changeOp } from '../step.ts';
import { titleOf } from '../title.ts';
import { type Scheduled, scheduleLabel } from './scheduled.ts';

/** What rows may stand for and a bar be moved between. */
const ASSIGNED_BY = ['participant', 'unit', 'location', 'phase', 'type', 'state', 'responsible'] as const;
type AssignedBy = (typeof ASSIGNED_BY)[number];

export const isAssignable = (grouping: string): grouping is AssignedBy =>
  (ASSIGNED_BY as readonly string[]).includes(grouping);

/** From which row to which; `''` is the row of those that have none. */
export interface RowMove {
  readonly by: AssignedBy;
  readonly from: string;
  readonly to: string;
}

/** A list with one member in the place of another; a member that stood in neither row is added. */
const swapped = (list: readonly string[], { from, to }: RowMove): readonly string[] => {
  const next = list.includes(from) ? list.map((id) => (id === from ? to : id)) : [...list, to];
  return [...new Set(next)].filter((id) => id !== '');
};

const activityChanges = (activity: Activity, move: RowMove): Result<Fields> => {
  const { by, to } = move;
  const what = titleOf(activity);
  switch (by) {
    case 'participant':
      return ok({ participants: swapped(activity.participants, move) });
    case 'unit':
      return ok({ units: swapped(activity.units, move) });
    case 'phase':
      if (activity.type === 'phase') return fail('REASSIGN_PHASE', { what });
      return ok({ phase: to === '' ? null : to });
    case 'type':
      return to === 'movement' || to === '' ? fail('REASSIGN_KIND', { what }) : ok({ type: to });
    case 'location':
    case 'responsible':
      return ok({ [by]: to === '' ? null : to });
    case 'state':
      return ok(to === '' ? {} : { state: to });
  }
};

const PLACES = ['origin', 'poe', 'pod', 'destination'] as const;

/** Every place of a movement and its legs that is one location becomes the other; one without that place goes there. */
const placesMoved = (movement: Movement, { from, to }: RowMove): Fields => {
  const next = to === '' ? null : to;
  const at = PLACES.filter((place) => movement[place] === from);
  if (from === '' || at.length === 0) return { destination: next };
  const legs = movement.legs.map((leg) => {
    const moved: Record<string, unknown> = { ...leg };
    for (const end of ['from', 'to'] as const) {
      if (leg[end] !== from) continue;
      if (next === null) delete moved[end];
      else moved[end] = next;
    }
    return moved as Leg;
  });
  return { ...Object.fromEntries(at.map((place) => [place, next])), legs };
};

const movementChanges = (movement: Movement, move: RowMove): Result<Fields> => {
  const { by, to } = move;
  const what = titleOf(movement);
  switch (by) {
    case 'participant':
      return to === '' ? fail('REASSIGN_NEEDS_PARTICIPANT', { what }) : ok({ participant: to });
    case 'unit':
      return ok({ units: swapped(movement.units, move) });
    case 'location':
      return ok(placesMoved(movement, move));
    case 'state':
      return ok(to === '' ? {} : { state: to });
    case 'type':
      return fail('REASSIGN_KIND', { what });
    case 'phase':
    case 'responsible':
      return fail('REASSIGN_FIELD', { what });
  }
};

const changesOf = ({ plan }: CommandContext, { kind, id }: Scheduled, move: RowMove): Result<Op | undefined> => {
  const record = find(plan, kind, id);
  if (record === undefined) return fail('RECORD_MISSING', { kind });
  const changes = record.kind === 'activity' ? activityChanges(record, move) : movementChanges(record, move);
  return changes.ok ? ok(changeOp(record, changes.value)) : changes;
};

/**
 * Moves scheduled records from one row to another: another participant, unit, place, phase, kind or state.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, REASSIGN_KIND, REASSIGN_PHASE, REASSIGN_FIELD or
 * REASSIGN_NEEDS_PARTICIPANT {what}, or the law that the change would break.
 */
export const reassign = (context: CommandContext, records: readonly Scheduled[], move: RowMove): Result<StepDraft> => {
  const ops: Op[] = [];
  for (const record of records) {
    const op = changesOf(context, record, move);
    if (!op.ok) return op;
    if (op.value !== undefined) ops.push(op.value);
  }
  return draftOf(context, scheduleLabel(context, 'reassign', records), ops);
};

/** What a new activity has that is drawn in a row. */
export const contentOfRow = (
  by: string,
  key: string,
): Partial<Pick<Activity, 'participants' | 'units' | 'location' | 'phase' | 'type' | 'responsible'>> => {
  if (key === '' || !isAssignable(by)) return {};
  switch (by) {
    case 'participant':
      return { participants: [key] };
    case 'unit':
      return { units: [key] };
    case 'type':
      return key === 'movement' ? {} : { type: key };
    case 'location':
    case 'phase':
    case 'responsible':
      return { [by]: key };
    case 'state':
      return {};
  }
};
