/** What the calendar's gestures do to the plan: each one step that can be undone. */
import { resizeActivity, scheduleActivity } from '#shared/plan/activity/commands.ts';
import type { Activity } from '#shared/plan/activity/schema.ts';
import { createRecord, removeRecords, updateRecords } from '#shared/plan/commands.ts';
import { joinDrafts } from '#shared/plan/schedule/join.ts';
import { contentOfRow, reassign } from '#shared/plan/schedule/reassign.ts';
import type { Scheduled } from '#shared/plan/schedule/scheduled.ts';
import { shiftScheduled, stepBetween } from '#shared/plan/schedule/shift.ts';
import { exerciseOf } from '#shared/plan/state.ts';
import type { StepDraft } from '#shared/plan/step.ts';
import { timeContextOf } from '#shared/plan/times.ts';
import { type Result, ok } from '#shared/result.ts';
import { formatSpan } from '#shared/time/display.ts';
import { DAY, formatInstant, HOUR, MINUTE } from '#shared/time/instant.ts';
import type { Step as TimeStep } from '#shared/time/step.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { usePlan } from '../../state/plan.ts';
import { usePreferences } from '../../state/preferences.ts';
import { select, useView } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { perform, performWithUndo } from '../../ui/perform.ts';
import type { CalendarEntry } from './entries.ts';
import type { Resource, ResourceKind } from './resources.ts';

const minutesBetween = (from: Date, to: Date): number => Math.round((+to - +from) / MINUTE);

/** Days are days of the exercise's zone, so that 0800 stays 0800 over a change of clocks. */
const stepTo = (from: Date, to: Date): TimeStep =>
  stepBetween(+from, +to, exerciseOf(usePlan.getState().plan)?.zone ?? 'UTC');

/**
 * Moves an entry, and out of one column into another reassigns it; what hangs on an anchor or activity stays on it.
 * @param column the participant or location of the column in which it was dropped.
 */
export const dropEntry = (entry: CalendarEntry, to: Date, by: ResourceKind = 'none', column?: string): void => {
  const { bar, start, resource: from } = entry;
  const records = [{ kind: bar.kind, id: bar.id }];
  const moved = +to !== +start;
  const elsewhere = by !== 'none' && from !== undefined && column !== undefined && column !== from;
  if (!moved && !elsewhere) return;
  perform((context) => {
    const shifted = shiftScheduled(context, records, stepTo(start, to));
    if (!elsewhere) return shifted;
    const given = reassign(context, records, { by, from, to: column });
    return moved && given.ok ? joinDrafts(context, given.value.label, [shifted, given]) : given;
  });
};

/** Stretches an activity; a movement's ends are its legs' own. */
export const resizeEntry = ({ bar, start, end }: CalendarEntry, from: Date, to: Date): void => {
  if (bar.kind !== 'activity') return;
  const minutes = Math.max(0, minutesBetween(from, to));
  perform((context) => {
    const length: Result<StepDraft> = updateRecords(context, 'activity', [bar.id], { minutes });
    if (+from === +start) return length;
    const shifted = shiftScheduled(context, [{ kind: 'activity', id: bar.id }], stepTo(start, from));
    if (minutes === minutesBetween(start, end) || !shifted.ok) return shifted;
    return joinDrafts(context, shifted.value.label, [shifted, length]);
  });
};

/** Says where the one that is selected stands now. */
const sayPlace = (done: Result<unknown>): void => {
  const { selection, timeMode } = useView.getState();
  if (!done.ok || selection?.ids.length !== 1) return;
  const { plan } = usePlan.getState();
  const bar = barsOf(plan).find(({ id }) => id === selection.ids[0]);
  if (bar === undefined) return;
  const context = timeContextOf(plan, usePreferences.getState().language, bar.start);
  announce(`${bar.title}, ${formatSpan(bar.start, bar.end, timeMode, context)}`);
};

const selectedRecords = (): readonly Scheduled[] => {
  const { selection } = useView.getState();
  if (selection === null || (selection.kind !== 'activity' && selection.kind !== 'movement')) return [];
  const { kind, ids } = selection;
  return ids.map((id) => ({ kind, id }));
};

/** Moves what is selected by days or minutes, as the arrow keys do. */
export const nudgeSelected = (by: TimeStep): void => {
  const records = selectedRecords();
  if (records.length > 0) sayPlace(perform((context) => shiftScheduled(context, records, by)));
};

/** Moves the end of what is selected; a movement's ends are its legs' own. */
export const lengthenSelected = ({ unit, n }: TimeStep): void => {
  const ids = selectedRecords().flatMap(({ kind, id }) => (kind === 'activity' ? [id] : []));
  const minutes = unit === 'day' ? (n * DAY) / MINUTE : n;
  if (ids.length === 0) return;
  const label = { key: 'steps.resizeMany', params: { count: ids.length } };
  sayPlace(
    perform((context) => {
      const drafts = ids.map((id) => resizeActivity(context, id, 'end', minutes));
      return drafts.length === 1
        ? (drafts[0] ?? joinDrafts(context, label, drafts))
        : joinDrafts(context, label, drafts);
    }),
  );
};

/** Gives an entry to the participant or place of the column beside its own. */
export const moveToColumn = (entry: CalendarEntry, columns: readonly Resource[], way: 1 | -1): void => {
  const at = columns.findIndex(({ id }) => id === entry.resource);
  const [from, to] = [columns[at], columns[at + way]];
  if (from === undefined || to === undefined) return;
  const by = usePlan.getState().plan.location.has(from.id === '' ? to.id : from.id) ? 'location' : 'participant';
  const done = perform((context) =>
    reassign(context, [{ kind: entry.bar.kind, id: entry.bar.id }], { by, from: from.id, to: to.id }),
  );
  if (done.ok) announce(`${entry.bar.title}: ${to.title}`);
};

export const removeSelected = (): void => {
  const { selection } = useView.getState();
  if (selection !== null) performWithUndo((context) => removeRecords(context, selection.kind, selection.ids));
};

const show = (made: Result<{ readonly ops: StepDraft['ops'] }>): void => {
  const id = made.ok ? made.value.ops[0]?.id : undefined;
  if (id === undefined) return;
  select('activity', [id]);
  useView.setState({ inspectorOpen: true });
};

const blank = (title: string): Omit<Activity, 'id' | 'kind' | 'owner' | 'stamp'> => ({
  title,
  type: 'serial',
  minutes: HOUR / MINUTE,
  participants: [],
  units: [],
  state: 'draft',
});

/** A new activity over the slots that were selected, ready to be named in the inspector. */
export const createEntry = (title: string, start: Date, end: Date, by: ResourceKind = 'none', column?: string): void =>
  show(
    perform((context) =>
      createRecord(context, 'activity', {
        ...blank(title),
        ...(column === undefined ? {} : contentOfRow(by, column)),
        start: { at: formatInstant(+start) },
        minutes: Math.max(15, minutesBetween(start, end)),
      }),
    ),
  );

/** A new activity that is to be, without a time yet. */
export const createUnscheduled = (title: string): void =>
  show(perform((context) => createRecord(context, 'activity', blank(title))));

/** Puts an unscheduled activity on the calendar, for the participant or place in whose column it was dropped. */
export const placeActivity = (id: string, at: Date, by: ResourceKind = 'none', column?: string): boolean => {
  const placed = perform((context) => {
    const given =
      by === 'none' || column === undefined || column === ''
        ? ok(null)
        : reassign(context, [{ kind: 'activity', id }], { by, from: '', to: column });
    const draft = scheduleActivity(context, id, +at);
    if (!draft.ok || !given.ok || given.value === null) return draft;
    return joinDrafts(context, draft.value.label, [draft, given]);
  });
  if (placed.ok) select('activity', [id]);
  return placed.ok;
};
