/** Moving bars from row to row: what a row stands for is written into the record. */
import { type Result, fail, ok } from '../../result.ts';
import { ACTIVITY_STATES, type Activity } from '../activity/schema.ts';
import { type CommandContext, draftOf } from '../command.ts';
import type { Leg, Movement } from '../movement/schema.ts';
import { find } from '../state.ts';
import { type Fields, type Op, type StepDraft, changeOp } from '../step.ts';
import { titleOf } from '../title.ts';
import { SCHEDULE_FIELDS, type ScheduleField } from './fields.ts';
import { type Scheduled, scheduleLabel } from './scheduled.ts';

/** Rows whose meaning is put together from several fields, or has rules of its own; other fields are written as they are. */
const WITH_RULES = ['participant', 'unit', 'location', 'phase', 'type', 'state', 'responsible'] as const;
type WithRules = (typeof WITH_RULES)[number];

const hasRules = (grouping: string): grouping is WithRules => (WITH_RULES as readonly string[]).includes(grouping);

/** What a record is known by is its own: moving it to another record's row would give both one name. */
const NAMES: ReadonlySet<string> = new Set(['title', 'serial', 'uln', 'name']);

/** Ranges do not say which number is meant, nor weeks which hour, and a remark is nobody's row to be overwritten by. */
const UNMOVED: Readonly<Partial<Record<ScheduleField['form'], string>>> = {
  quantity: 'REASSIGN_RANGE',
  time: 'REASSIGN_WEEK',
  remark: 'REASSIGN_REMARK',
  given: 'REASSIGN_REMARK',
};

/** The code of the reason why nothing moves between rows of a field; undefined where it can. */
export const rowsFixed = (grouping: string): string | undefined => {
  const known = SCHEDULE_FIELDS.get(grouping);
  const unmoved = known === undefined ? undefined : UNMOVED[known.form];
  if (unmoved !== undefined) return unmoved;
  // No record holds its end: it follows from the start and the length, or from the legs.
  if (grouping === 'end') return 'REASSIGN_WEEK';
  if (grouping === 'owner') return 'REASSIGN_OWNER';
  if (grouping === 'label') return 'REASSIGN_LABEL';
  if (NAMES.has(grouping)) return 'REASSIGN_NAME';
  if (hasRules(grouping) || (SCHEDULE_FIELDS.has(grouping) && !grouping.includes('.'))) return undefined;
  return 'REASSIGN_FIXED';
};

/** From which row to which; `''` is the row of those that have none. */
export interface RowMove {
  readonly by: string;
  readonly from: string;
  readonly to: string;
}

/** A list with one member in the place of another; a member that stood in neither row is added. */
const swapped = (list: readonly string[], { from, to }: RowMove): readonly string[] => {
  const next = list.includes(from) ? list.map((id) => (id === from ? to : id)) : [...list, to];
  return [...new Set(next)].filter((id) => id !== '');
};

/** Moves between rows that have rules of their own. */
type RuledMove = RowMove & { readonly by: WithRules };

const activityChanges = (activity: Activity, move: RuledMove): Result<Fields> => {
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

const movementChanges = (movement: Movement, move: RuledMove): Result<Fields> => {
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
      if (to === 'phase') return fail('REASSIGN_KIND', { what });
      return ok({ countsAs: to === 'movement' || to === '' ? null : to });
    case 'responsible':
      return ok({ responsible: to === '' ? null : to });
    case 'phase':
      return fail('REASSIGN_FIELD', { what });
  }
};

/** A value of a row as its field holds it. */
const valueOf = ({ form }: ScheduleField, key: string): unknown =>
  form === 'number' ? Number(key) : form === 'truth' ? key === 'true' : key;

/** What is written where the rows stand for a field as it is. */
const fieldChanges = (record: Activity | Movement, move: RowMove): Result<Fields> => {
  const field = SCHEDULE_FIELDS.get(move.by);
  const what = titleOf(record);
  if (field === undefined || !field.kinds.includes(record.kind)) return fail('REASSIGN_FIELD', { what });
  if (field.form === 'many') {
    const list = (record as unknown as Readonly<Record<string, readonly string[]>>)[move.by] ?? [];
    return ok({ [move.by]: swapped(list, move) });
  }
  if (move.to !== '') return ok({ [move.by]: valueOf(field, move.to) });
  return field.required ? fail('REASSIGN_REQUIRED', { what }) : ok({ [move.by]: null });
};

const changesFor = (record: Activity | Movement, { by, from, to }: RowMove): Result<Fields> => {
  if (!hasRules(by)) return fieldChanges(record, { by, from, to });
  return record.kind === 'activity'
    ? activityChanges(record, { by, from, to })
    : movementChanges(record, { by, from, to });
};

const changesOf = ({ plan }: CommandContext, { kind, id }: Scheduled, move: RowMove): Result<Op | undefined> => {
  const record = find(plan, kind, id);
  if (record === undefined) return fail('RECORD_MISSING', { kind });
  const changes = changesFor(record, move);
  return changes.ok ? ok(changeOp(record, changes.value)) : changes;
};

/**
 * Moves scheduled records from one row to another: another participant, unit, place, phase, kind, or value of a field.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, REASSIGN_KIND, REASSIGN_PHASE, REASSIGN_FIELD, REASSIGN_REQUIRED or
 * REASSIGN_NEEDS_PARTICIPANT {what}, why these rows are fixed (`rowsFixed`), or the law that the change would break.
 */
export const reassign = (context: CommandContext, records: readonly Scheduled[], move: RowMove): Result<StepDraft> => {
  const fixed = rowsFixed(move.by);
  if (fixed !== undefined) return fail(fixed);
  const ops: Op[] = [];
  for (const record of records) {
    const op = changesOf(context, record, move);
    if (!op.ok) return op;
    if (op.value !== undefined) ops.push(op.value);
  }
  return draftOf(context, scheduleLabel(context, 'reassign', records), ops);
};

type Content = Readonly<Record<string, unknown>>;

/**
 * The content of a copy as it is when it is put into another row than its original's.
 * @returns as `reassign`.
 */
export const contentInRow = <C extends Content>(content: C, move: RowMove): Result<C> => {
  const fixed = rowsFixed(move.by);
  if (fixed !== undefined) return fail(fixed);
  const changes = changesFor(content as unknown as Activity | Movement, move);
  if (!changes.ok) return changes;
  const all = Object.entries({ ...content, ...changes.value });
  return ok(Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined)) as C);
};

/** What a new activity has that is drawn in a row. */
export const contentOfRow = (
  by: string,
  key: string,
): Partial<Pick<Activity, 'participants' | 'units' | 'location' | 'phase' | 'type' | 'responsible' | 'state'>> => {
  if (key === '' || !hasRules(by)) return {};
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
      return { state: ACTIVITY_STATES.find((state) => state === key) ?? 'draft' };
  }
};
