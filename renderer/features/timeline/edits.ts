/** What gestures, keys and menu do to the plan: each one step, told to a screen reader when it is done. */
import { type LinkTerms, linkInOrder, unlink } from '#shared/plan/dependency/commands.ts';
import { createRecord } from '#shared/plan/commands.ts';
import type { CommandContext } from '#shared/plan/command.ts';
import { type MovementShare, splitMovement } from '#shared/plan/movement/split.ts';
import { joinDrafts } from '#shared/plan/schedule/join.ts';
import { contentOfRow, reassign, rowsFixed } from '#shared/plan/schedule/reassign.ts';
import { resizeScheduled } from '#shared/plan/schedule/resize.ts';
import type { Scheduled } from '#shared/plan/schedule/scheduled.ts';
import { idsOf, scheduleLabel } from '#shared/plan/schedule/scheduled.ts';
import { createdIn } from '#shared/plan/schedule/paste.ts';
import { shiftScheduled, shifting } from '#shared/plan/schedule/shift.ts';
import { removeScheduled } from '#shared/plan/schedule/several.ts';
import { splitActivities } from '#shared/plan/schedule/split.ts';
import type { Following } from '#shared/plan/schedule/follow.ts';
import { type PlanState, find } from '#shared/plan/state.ts';
import type { Step, StepDraft } from '#shared/plan/step.ts';
import { type Failure, type Result, fail } from '#shared/result.ts';
import { type EpochMs, formatInstant, MINUTE } from '#shared/time/instant.ts';
import type { Step as TimeStep } from '#shared/time/step.ts';
import { finish } from '#shared/work.ts';
import { commandContext, usePlan } from '../../state/plan.ts';
import { openInspector, select, selectRecords } from '../../state/view.ts';
import { perform, performInSlices, performWithUndo } from '../../ui/perform.ts';
import { wordFor } from '../../ui/words.ts';
import { sayDone } from './chosen.ts';

/** A row as reassigning knows it: what the rows stand for, and which of them it is. */
export interface RowRef {
  readonly by: string;
  readonly key: string;
}

const done = (result: Result<Step>): Result<Step> => {
  sayDone(result);
  return result;
};

/** Where so many are in question, shifting takes its time and is done in slices; what follows is known only on the way. */
const MANY = 2_000;

const shiftMany = async (records: readonly Scheduled[], by: TimeStep, following?: Following): Promise<void> => {
  const shifted = await performInSlices(
    (context) => shifting(context, records, by, following),
    'shifting',
    following === undefined ? records.length : 0,
  );
  if (shifted !== undefined) done(shifted);
};

/** @returns undefined where it goes on in slices: then it tells by itself how it ends. */
export const shiftBars = (
  records: readonly Scheduled[],
  by: TimeStep,
  following?: Following,
): Result<Step> | undefined => {
  const { activity, movement } = usePlan.getState().plan;
  if (records.length <= MANY && (following === undefined || activity.size + movement.size <= MANY))
    return done(perform((context) => finish(shifting(context, records, by, following))));
  void shiftMany(records, by, following);
  return undefined;
};

/** The code of the refusal where a row among units is none: they stand under participants, which are no units. */
export const noUnit = (plan: PlanState, { by, key }: RowRef): string | undefined =>
  by === 'unit' && key !== '' && find(plan, 'unit', key) === undefined ? 'REASSIGN_NO_UNIT' : undefined;

const moveToRow = (
  context: CommandContext,
  records: readonly Scheduled[],
  from: RowRef,
  to: RowRef,
): Result<StepDraft> => {
  const refused = noUnit(context.plan, to);
  if (refused !== undefined) return fail(refused);
  return reassign(context, records, { by: from.by, from: from.key, to: to.key });
};

/** More records are not tried beforehand: the drag has to keep up with the pointer. */
const TRIED = 500;

/** Why records cannot move from one row to another, asked before it is done; undefined where they can. */
export const whyNotToRow = (records: readonly Scheduled[], from: RowRef, to: RowRef): Failure | undefined => {
  const fixed = rowsFixed(from.by);
  if (fixed !== undefined) return { code: fixed };
  const tried = records.length > TRIED ? undefined : moveToRow(commandContext(), records, from, to);
  return tried === undefined || tried.ok || tried.error.code === 'NOTHING_TO_CHANGE' ? undefined : tried.error;
};

export const reassignBars = (records: readonly Scheduled[], from: RowRef, to: RowRef): Result<Step> =>
  done(perform((context) => moveToRow(context, records, from, to)));

/** Moves bars in time and to another row at once. */
export const moveBars = (
  records: readonly Scheduled[],
  by: TimeStep,
  rows: { readonly from: RowRef; readonly to: RowRef } | undefined,
): Result<Step> | undefined => {
  if (rows === undefined || rows.from.key === rows.to.key) return shiftBars(records, by);
  if (by.n === 0) return reassignBars(records, rows.from, rows.to);
  return done(
    perform((context) =>
      joinDrafts(context, scheduleLabel(context, 'move', records), [
        shiftScheduled(context, records, by),
        moveToRow(context, records, rows.from, rows.to),
      ]),
    ),
  );
};

/** Lengthens or shortens activities and movements at one end. */
export const resizeBars = (records: readonly Scheduled[], edge: 'start' | 'end', milliseconds: number): Result<Step> =>
  done(perform((context) => resizeScheduled(context, records, edge, Math.round(milliseconds / MINUTE))));

/** A new activity over a stretch of a row, ready to be named in the inspector. */
export const createBar = (start: EpochMs, end: EpochMs, row: RowRef | undefined): void => {
  const content = row === undefined ? {} : contentOfRow(row.by, row.key);
  const made = perform((context) =>
    createRecord(context, 'activity', {
      title: wordFor('timeline.newTitle'),
      type: 'serial',
      start: { at: formatInstant(start) },
      minutes: Math.round((end - start) / MINUTE),
      participants: [],
      units: [],
      state: 'draft',
      ...content,
    }),
  );
  const id = made.ok ? made.value.ops[0]?.id : undefined;
  if (id === undefined) return;
  select('activity', [id]);
  sayDone(made);
  openInspector();
};

export const splitBars = (records: readonly Scheduled[], at: EpochMs): Result<Step> =>
  done(perform((context) => splitActivities(context, idsOf(records, 'activity'), at)));

/** Shares the load of a movement; the second movement is selected, so that it can be moved on at once. */
export const splitMovementBar = (id: string, share: MovementShare): Result<Step> => {
  const made = perform((context) => splitMovement(context, id, share));
  if (made.ok) selectRecords(createdIn(made.value.ops).filter(({ kind }) => kind === 'movement'));
  return done(made);
};

export const linkBars = (ids: readonly string[], terms: LinkTerms): Result<Step> =>
  done(perform((context) => linkInOrder(context, ids, terms)));

export const unlinkBars = (records: readonly Scheduled[]): Result<Step> =>
  done(
    perform((context) =>
      unlink(
        context,
        records.map(({ id }) => id),
      ),
    ),
  );

export const removeBars = (records: readonly Scheduled[]): void => {
  if (records.length === 0) return;
  const removed = performWithUndo((context) => removeScheduled(context, records));
  if (!removed.ok) return;
  selectRecords([]);
  sayDone(removed);
};
