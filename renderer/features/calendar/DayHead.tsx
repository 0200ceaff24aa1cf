import { createContext, use } from 'react';
import type { DateHeaderProps, DateLocalizer, HeaderProps, ShowMoreProps } from 'react-big-calendar';
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
  /** How many of them the page does not draw. */
  readonly leftOn: (day: Date) => number;
  /** Whether the page is a month, whose days have all of their entries in one place. */
  readonly inMonth: boolean;
  readonly openDay: (day: Date) => void;
  /** Lists everything from a day on. */
  readonly listFrom: (day: Date) => void;
}

export const DaysAround = createContext<Days | undefined>(undefined);

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

/** The name of a day over its hours, with what does not fit under it; both are reached by keys through the page's line. */
export const WeekHead = ({ date, label }: HeaderProps) => {
  const t = useWords();
  const days = use(DaysAround);
  if (days === undefined) return label;
  const left = days.leftOn(date);
  return (
    <span className="week-head">
      <button type="button" className="rbc-button-link" tabIndex={-1} onClick={() => days.openDay(date)}>
        {label}
      </button>
      {left > 0 && (
        <button
          type="button"
          className="rbc-button-link week-head-more"
          tabIndex={-1}
          title={t('calendar.listAll')}
          onClick={() => days.listFrom(date)}
        >
          {t('calendar.more', { number: left })}
        </button>
      )}
    </span>
  );
};

/** A day with more than this is a list, in whatever view. */
const MOST_OF_A_VIEW = 40;

/** “+3 more” under a full day: opens it, or the list from it on where its hours would not show all of them either. */
export const MoreEntries = ({ count, slotDate }: ShowMoreProps<CalendarEntry>) => {
  const t = useWords();
  const days = use(DaysAround);
  if (days === undefined) return null;
  // Over the hours, the day's name says what they have no room for.
  const number = count + (days.inMonth ? days.leftOn(slotDate) : 0);
  const open = !days.inMonth || days.countOn(slotDate) > MOST_OF_A_VIEW ? days.listFrom : days.openDay;
  return (
    // Enter on the day itself does the same: the keyboard needs no stop at each of thirty.
    <button type="button" tabIndex={-1} className="rbc-button-link rbc-show-more" onClick={() => open(slotDate)}>
      {t('calendar.more', { number })}
    </button>
  );
};
