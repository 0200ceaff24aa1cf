/** Editing a synchronisation matrix: what stands in a cell is what the cell stands for. */
import { type Result, fail, ok } from '../result.ts';
import { moveActivities } from '../plan/activity/commands.ts';
import { type CommandContext, draftOf, labelFor } from '../plan/command.ts';
import { createRecord, updateRecords } from '../plan/commands.ts';
import { moveMovements } from '../plan/movement/commands.ts';
import { contentOfRow, reassign } from '../plan/schedule/reassign.ts';
import { exerciseOf, find } from '../plan/state.ts';
import { type Op, type StepDraft, applyOps } from '../plan/step.ts';
import { DAY, MINUTE, formatInstant } from '../time/instant.ts';
import type { Step as TimeStep } from '../time/step.ts';
import { fromWall, toWall } from '../time/zone.ts';
import type { Bar } from '../timeline/bars.ts';
import type { MatrixColumn } from './columns.ts';
import type { MatrixRow, MatrixSpec } from './matrix.ts';

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
  bar: Bar,
  from: MatrixColumn,
  to: MatrixColumn,
): TimeStep | undefined => {
  if (to.span === undefined || (bar.start >= to.span.start && bar.start < to.span.end)) return undefined;
  const zone = exerciseOf(context.plan)?.zone ?? 'UTC';
  const wall = (at: number): number => toWall(zone, at);
  const into = from.span === undefined ? 0 : wall(bar.start) - wall(from.span.start);
  // A shorter phase may not have that moment: then it begins with the phase.
  const fits = into >= 0 && wall(to.span.start) + into < wall(to.span.end);
  const target = wall(to.span.start) + (fits ? into : 0);
  const delta = target - wall(bar.start);
  if (delta % DAY === 0) return { unit: 'day', n: delta / DAY };
  return { unit: 'minute', n: Math.round((fromWall(zone, target) - bar.start) / MINUTE) };
};

const moved = ({ kind, id }: Bar, step: TimeStep): Command =>
  kind === 'activity'
    ? (context) => moveActivities(context, [id], step)
    : (context) => moveMovements(context, [id], step);

/**
 * Moves an activity or movement to another cell: in time where the column is another, and to what the row stands for
 * where the row is.
 * @returns RECORD_MISSING, NOTHING_TO_CHANGE, what `reassign` refuses, or why a time cannot be placed.
 */
export const moveEntry = (
  context: CommandContext,
  spec: MatrixSpec,
  bar: Bar,
  from: MatrixCell,
  to: MatrixCell,
): Result<StepDraft> => {
  const record = find(context.plan, bar.kind, bar.id);
  if (record === undefined) return fail('RECORD_MISSING', { kind: bar.kind });
  const commands: Command[] = [];
  if (from.column.key !== to.column.key) {
    const step = shiftBetween(context, bar, from.column, to.column);
    if (step !== undefined) commands.push(moved(bar, step));
    const phase = to.column.key === '' ? null : to.column.key;
    if (spec.columns === 'phase' && bar.kind === 'activity')
      commands.push((now) => updateRecords(now, 'activity', [bar.id], { phase }));
  }
  if (from.row.key !== to.row.key)
    commands.push((now) => reassign(now, [bar], { by: spec.rows, from: from.row.key, to: to.row.key }));
  const ops = inTurn(context, commands);
  return ops.ok ? draftOf(context, labelFor('move', [record], bar.kind), ops.value) : ops;
};

/** New activities last an hour, or as long as the step where that is shorter. */
const HOUR_OF_WORK = 60;

/**
 * A new activity of what the row stands for, at the beginning of the column.
 * @returns MATRIX_NO_TIME where the column has no time to begin at.
 */
export const addEntry = (
  context: CommandContext,
  spec: MatrixSpec,
  { row, column }: MatrixCell,
  title: string,
): Result<StepDraft> => {
  if (column.span === undefined) return fail('MATRIX_NO_TIME');
  const unit = spec.rows === 'unit' ? find(context.plan, 'unit', row.key) : undefined;
  return createRecord(context, 'activity', {
    title,
    type: 'serial',
    start: { at: formatInstant(column.span.start) },
    minutes: Math.min(HOUR_OF_WORK, Math.round((column.span.end - column.span.start) / MINUTE)),
    participants: unit === undefined ? [] : [unit.participant],
    units: [],
    state: 'draft',
    ...(spec.columns === 'phase' ? { phase: column.key } : {}),
    ...(row.key === 'movement' ? {} : contentOfRow(spec.rows, row.key)),
  });
};

/** Another title for an activity, another name for a movement. */
export const renameEntry = (context: CommandContext, { kind, id }: Bar, title: string): Result<StepDraft> =>
  kind === 'activity'
    ? updateRecords(context, 'activity', [id], { title })
    : updateRecords(context, 'movement', [id], { name: title });
