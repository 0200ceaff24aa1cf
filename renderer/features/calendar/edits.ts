/** What the calendar's gestures do to the plan. */
import { moveActivities } from '#shared/plan/activity/commands.ts';
import { createRecord, updateRecords } from '#shared/plan/commands.ts';
import { moveMovements } from '#shared/plan/movement/commands.ts';
import { formatInstant, MINUTE } from '#shared/time/instant.ts';
import { select, useView } from '../../state/view.ts';
import { perform } from '../../ui/perform.ts';
import type { CalendarEntry } from './entries.ts';

const minutesBetween = (from: Date, to: Date): number => Math.round((+to - +from) / MINUTE);

/** Moves an entry; what hangs on an anchor stays on it. */
export const dropEntry = ({ bar, start }: CalendarEntry, to: Date): void => {
  const by = minutesBetween(start, to);
  if (by === 0) return;
  if (bar.kind === 'activity') perform((context) => moveActivities(context, [bar.id], by));
  else perform((context) => moveMovements(context, [bar.id], by));
};

/** Stretches an activity; a movement's ends are its legs' own. */
export const resizeEntry = (entry: CalendarEntry, start: Date, end: Date): void => {
  const { bar } = entry;
  if (bar.kind !== 'activity') return;
  const minutes = Math.max(0, minutesBetween(start, end));
  if (+start !== +entry.start) dropEntry(entry, start);
  if (minutes !== minutesBetween(entry.start, entry.end)) {
    perform((context) => updateRecords(context, 'activity', [bar.id], { minutes }));
  }
};

/** A new activity over the slots that were selected, ready to be named in the inspector. */
export const createEntry = (title: string, start: Date, end: Date): void => {
  const made = perform((context) =>
    createRecord(context, 'activity', {
      title,
      type: 'serial',
      start: { at: formatInstant(+start) },
      minutes: Math.max(15, minutesBetween(start, end)),
      participants: [],
      units: [],
      state: 'draft',
    }),
  );
  const id = made.ok ? made.value.ops[0]?.id : undefined;
  if (id === undefined) return;
  select('activity', [id]);
  useView.setState({ inspectorOpen: true });
};
