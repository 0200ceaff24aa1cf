import { createContext, use } from 'react';
import type { DateHeaderProps, DateLocalizer } from 'react-big-calendar';
import type { Span } from '#shared/plan/times.ts';
import { useWords } from '../../ui/words.ts';
import type { CalendarEntry } from './entries.ts';

/** What the head of a day asks of the calendar around it. */
export interface Days {
  readonly localizer: DateLocalizer;
  readonly language: string;
  readonly cursor: Date;
  /** The day that was pointed at. */
  readonly chosen: Date | undefined;
  /** How many entries reach into a day. */
  readonly countOn: (day: Date) => number;
  readonly openDay: (day: Date) => void;
}

export const DaysAround = createContext<Days | undefined>(undefined);

/** Counts the entries of each day once, for all heads together. */
export const countByDay = (
  entries: readonly CalendarEntry[],
  { start, end }: Span,
  localizer: DateLocalizer,
): ((day: Date) => number) => {
  const counts = new Map<number, number>();
  for (const entry of entries) {
    let day = localizer.startOf(new Date(Math.max(start, +entry.start)), 'day');
    const last = Math.min(end, +entry.end);
    do {
      counts.set(+day, (counts.get(+day) ?? 0) + 1);
      day = localizer.add(day, 1, 'day');
    } while (+day < last);
  }
  return (day) => counts.get(+day) ?? 0;
};

/** The number of a day in a month: one of them takes the focus, the arrows lead from it to the others. */
export const DayHead = ({ date, label }: DateHeaderProps) => {
  const t = useWords();
  const days = use(DaysAround);
  if (days === undefined) return label;
  const here = days.localizer.isSameDate(date, days.cursor);
  const name = days.localizer.format(date, 'cccc d MMMM yyyy', days.language);
  return (
    <button
      type="button"
      className="rbc-button-link calendar-day"
      tabIndex={here ? 0 : -1}
      data-cursor={here || undefined}
      data-chosen={(days.chosen !== undefined && days.localizer.isSameDate(date, days.chosen)) || undefined}
      aria-label={t('calendar.dayOf', { day: name, count: days.countOn(date) })}
      onClick={() => days.openDay(date)}
    >
      {label}
    </button>
  );
};
