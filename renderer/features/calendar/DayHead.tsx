import { createContext, use } from 'react';
import type { DateHeaderProps, DateLocalizer } from 'react-big-calendar';
import { useWords } from '../../ui/words.ts';
import type { CalendarEntry } from './entries.ts';

/** What the head of a day asks of the calendar around it. */
export interface Days {
  readonly localizer: DateLocalizer;
  readonly language: string;
  readonly cursor: Date;
  readonly entries: readonly CalendarEntry[];
  readonly openDay: (day: Date) => void;
}

export const DaysAround = createContext<Days | undefined>(undefined);

/** How many entries reach into a day. */
const countOn = (day: Date, { entries, localizer }: Pick<Days, 'entries' | 'localizer'>): number => {
  const [from, to] = [+day, +localizer.add(day, 1, 'day')];
  return entries.filter(({ start, end }) => +start < to && (+end > from || +start === from)).length;
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
      aria-label={t('calendar.dayOf', { day: name, count: countOn(date, days) })}
      onClick={() => days.openDay(date)}
    >
      {label}
    </button>
  );
};
