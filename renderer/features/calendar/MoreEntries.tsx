import { createContext, use } from 'react';
import type { ShowMoreProps } from 'react-big-calendar';
import { useWords } from '../../ui/words.ts';
import type { CalendarEntry } from './entries.ts';

/** Opens the day view of a date. */
export const OpenDay = createContext<(date: Date) => void>(() => undefined);

/** “+3 more” under a full day of the month. */
export const MoreEntries = ({ count, slotDate }: ShowMoreProps<CalendarEntry>) => {
  const t = useWords();
  const openDay = use(OpenDay);
  return (
    <button type="button" className="rbc-button-link rbc-show-more" onClick={() => openDay(slotDate)}>
      {t('calendar.more', { number: count })}
    </button>
  );
};
