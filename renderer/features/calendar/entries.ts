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
