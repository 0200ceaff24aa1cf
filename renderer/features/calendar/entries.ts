import { DAY } from '#shared/time/instant.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import { type PlanState, find } from '#shared/plan/state.ts';
import type { Span } from '#shared/plan/times.ts';

/** A bar as the calendar wants it; with resources side by side, once for each column in which it stands. */
export interface CalendarEntry {
  readonly id: string;
  readonly title: string;
  readonly start: Date;
  readonly end: Date;
  /** Days and longer, and points in time, stand in the head of week and day, not in the hours. */
  readonly allDay: boolean;
  readonly bar: Bar;
  /** The participant or location in whose column it stands; `''` in the column of those that have none. */
  readonly resource?: string;
}

/** Whose it is and where, in the words of lists. */
export const namesOf = (plan: PlanState, bar: Bar): { readonly who: string; readonly where: string } => ({
  who: bar.participants.flatMap((id) => find(plan, 'participant', id)?.code ?? []).join(', '),
  where: bar.locations.flatMap((id) => find(plan, 'location', id)?.name ?? []).join(' – '),
});

const POINTS: ReadonlySet<string> = new Set(['deadline', 'milestone']);

/** Whether a bar stands in the head of a day: conferences over days, phases, deadlines. */
const inHead = ({ start, end, type }: Bar): boolean => end - start >= DAY || (end === start && POINTS.has(type));

/** Entries that stand in the hours, cut to what can be read. */
export interface Thinned {
  readonly entries: readonly CalendarEntry[];
  /** How many were left out. */
  readonly hidden: number;
}

/**
 * Leaves out of the hours what would make more than `most` stand beside each other in one column: strips of two pixels
 * say nothing, and thousands of them hold the window up. Conferences are kept before other kinds.
 */
export const thinned = (entries: readonly CalendarEntry[], most: number): Thinned => {
  const ends = new Map<string, number[]>();
  const kept = new Set<CalendarEntry>();
  const order = entries.filter(({ allDay }) => !allDay);
  for (const wanted of [true, false]) {
    for (const entry of order) {
      if ((entry.bar.type === 'conference') !== wanted) continue;
      const column = entry.resource ?? '';
      const lanes = ends.get(column) ?? [];
      const free = lanes.findIndex((end) => end <= entry.bar.start);
      if (free < 0 && lanes.length >= most && !wanted) continue;
      if (free < 0) lanes.push(entry.bar.end);
      else lanes[free] = entry.bar.end;
      ends.set(column, lanes);
      kept.add(entry);
    }
    // Conferences are few: they take no room from the others.
    if (wanted) ends.clear();
  }
  const shown = entries.filter((entry) => entry.allDay || kept.has(entry));
  return { entries: shown, hidden: entries.length - shown.length };
};

/** The bars that reach into a stretch of time and have every word of the filter in their title or kind. */
export const entriesOf = (bars: readonly Bar[], filter: string, shown?: Span): CalendarEntry[] => {
  const wanted = filter.trim().toLocaleLowerCase();
  return bars
    .filter(
      (bar) =>
        (shown === undefined || (bar.start <= shown.end && bar.end >= shown.start)) &&
        (wanted === '' || `${bar.title} ${bar.type}`.toLocaleLowerCase().includes(wanted)),
    )
    .map((bar) => ({
      id: bar.id,
      title: bar.title,
      start: new Date(bar.start),
      end: new Date(bar.end),
      allDay: inHead(bar),
      bar,
    }));
};
