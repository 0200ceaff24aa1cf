/** Editing a synchronisation matrix: what stands in a cell is what the cell stands for. */
import { type Result, fail, ok } from '../result.ts';
import { moveActivities, scheduleActivity, unscheduleActivities } from '../plan/activity/commands.ts';
import { type CommandContext, draftOf, labelFor } from '../plan/command.ts';
import { createRecord, updateRecords } from '../plan/commands.ts';
import { moveMovements, unwindowMovement, windowMovement } from '../plan/movement/commands.ts';
import { contentOfRow, reassign } from '../plan/schedule/reassign.ts';
import { exerciseOf, find } from '../plan/state.ts';
import type { Span } from '../plan/times.ts';
import { type Op, type StepDraft, applyOps } from '../plan/step.ts';
import { DAY, type EpochMs, MINUTE, formatInstant } from '../time/instant.ts';
import type { Step as TimeStep } from '../time/step.ts';
import { fromWall, toWall } from '../time/zone.ts';
import type { Face } from '../timeline/bars.ts';
import { type MatrixColumn, UNSCHEDULED } from './columns.ts';
import type { MatrixEntry, MatrixRow, MatrixSpec } from './matrix.ts';

/** One place of the matrix. */
export interface MatrixCell {
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
}

type Command = (context: CommandContext) => Result<StepDraft>;

/** Two changes of one record as one, so that it is stamped and undone as a whole. */
const joined = (first: Op, second: Op): Op =>
  first.before === null || second.before === null
    ? second
    : { ...first, before: { ...second.before, ...first.before }, after: { ...first.after, ...second.after } };

/** Commands one after the other, each on what those before it have made, as the operations of one step. */
const inTurn = (context: CommandContext, commands: readonly Command[]): Result<readonly Op[]> => {
  const ops = new Map<string, Op>();
  let { plan } = context;
  for (const command of commands) {
    const draft = command({ ...context, plan });
    if (!draft.ok) {
      if (draft.error.code === 'NOTHING_TO_CHANGE') continue;
      return draft;
    }
    const next = applyOps(plan, draft.value.ops);
    if (!next.ok) return next;
    plan = next.value;
    for (const op of draft.value.ops) {
      const known = ops.get(op.id);
      ops.set(op.id, known === undefined ? op : joined(known, op));
    }
  }
  return ok([...ops.values()]);
};

/** How far a move between columns shifts a bar: whole days stay whole days, whatever the clocks do in between. */
const shiftBetween = (
  context: CommandContext,
  start: EpochMs,
  from: MatrixColumn,
  to: MatrixColumn,
): TimeStep | undefined => {
  if (to.span === undefined || (start >= to.span.start && start < to.span.end)) return undefined;
  const zone = exerciseOf(context.plan)?.zone ?? 'UTC';
  const wall = (at: number): number => toWall(zone, at);
  const into = from.span === undefined ? 0 : wall(start) - wall(from.span.start);
  // A shorter phase may not have that moment: then it begins with the phase.
  const fits = into >= 0 && wall(to.span.start) + into < wall(to.span.end);
  const target = wall(to.span.start) + (fits ? into : 0);
  const delta = target - wall(start);
  if (delta % DAY === 0) return { unit: 'day', n: delta / DAY };
  return { unit: 'minute', n: Math.round((fromWall(zone, target) - start) / MINUTE) };
};

const moved = ({ kind, id }: Face, step: TimeStep): Command =>
  kind === 'activity'
    ? (context) => moveActivities(context, [id], step)
    : (context) => moveMovements(context, [id], step);

/** The time that a column gives to what has none: an activity begins with it, a movement arrives within it. */
const placed = ({ kind, id }: Face, span: Span): Command =>
  kind === 'activity'
    ? (context) => scheduleActivity(context, id, span.start)
    : (context) => windowMovement(context, id, span);

const unplaced = ({ kind, id }: Face): Command =>
  kind === 'activity' ? (context) => unscheduleActivities(context, [id]) : (context) => unwindowMovement(context, id);

/** What another column makes of an entry's time, and of its phase; a movement's phase is that of its time. */
const movedInTime = (
  context: CommandContext,
  spec: MatrixSpec,
  { bar, start }: MatrixEntry,
  from: MatrixColumn,
  to: MatrixColumn,
): Result<readonly Command[]> => {
  const { kind, id } = bar;
  if (to.key === UNSCHEDULED) return ok([unplaced(bar)]);
  const commands: Command[] = [];
  if (start === undefined) {
    const { span } = to;
    if (span === undefined) return fail('MATRIX_NO_TIME');
    commands.push(placed(bar, span));
  } else {
    const step = shiftBetween(context, start, from, to);
    if (step !== undefined) commands.push(moved(bar, step));
  }
  const phase = to.key === '' ? null : to.key;
  if (spec.columns === 'phase' && kind === 'activity')
    commands.push((now) => updateRecords(now, 'activity', [id], { phase }));
  return ok(commands);
};

/**
 * Moves an activity or movement to another cell: in time where the column is another, and to what the row stands for
 * where the row is. What is not scheduled begins with its new column, and a movement arrives within it; taken to the
 * column of those, it waits again.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, MATRIX_NO_TIME, MOVEMENT_HAS_LEGS {what}, what `reassign` refuses, or why a time cannot be placed.
 */
export const moveEntry = (
  context: CommandContext,
  spec: MatrixSpec,
  entry: MatrixEntry,
  from: MatrixCell,
  to: MatrixCell,
): Result<StepDraft> => {
  const { bar } = entry;
  const record = find(context.plan, bar.kind, bar.id);
  if (record === undefined) return fail('RECORD_MISSING', { kind: bar.kind });
  const inTime: Result<readonly Command[]> =
    from.column.key === to.column.key ? ok([]) : movedInTime(context, spec, entry, from.column, to.column);
  if (!inTime.ok) return inTime;
  const commands = [...inTime.value];
  if (from.row.key !== to.row.key)
    commands.push((now) => reassign(now, [bar], { by: spec.rows, from: from.row.key, to: to.row.key }));
  const ops = inTurn(context, commands);
  return ops.ok ? draftOf(context, labelFor('move', [record], bar.kind), ops.value) : ops;
};

/** New activities last an hour, or as long as the step where that is shorter. */
const HOUR_OF_WORK = 60;

/**
 * A new activity of what the row stands for, at the beginning of the column; without a time in that of those.
 * @returns MATRIX_NO_TIME where the column has no time to begin at.
 */
export const addEntry = (
  context: CommandContext,
  spec: MatrixSpec,
  { row, column }: MatrixCell,
  title: string,
): Result<StepDraft> => {
  const { span } = column;
  if (span === undefined && column.key !== UNSCHEDULED) return fail('MATRIX_NO_TIME');
  const unit = spec.rows === 'unit' ? find(context.plan, 'unit', row.key) : undefined;
  return createRecord(context, 'activity', {
    title,
    type: 'serial',
    ...(span === undefined ? {} : { start: { at: formatInstant(span.start) } }),
    minutes: span === undefined ? HOUR_OF_WORK : Math.min(HOUR_OF_WORK, Math.round((span.end - span.start) / MINUTE)),
    participants: unit === undefined ? [] : [unit.participant],
    units: [],
    state: 'draft',
    ...(spec.columns === 'phase' && span !== undefined ? { phase: column.key } : {}),
    ...(row.key === 'movement' ? {} : contentOfRow(spec.rows, row.key)),
  });
};

/** Another title for an activity, another name for a movement. */
export const renameEntry = (context: CommandContext, { kind, id }: Face, title: string): Result<StepDraft> =>
  kind === 'activity'
    ? updateRecords(context, 'activity', [id], { title })
    : updateRecords(context, 'movement', [id], { name: title });
