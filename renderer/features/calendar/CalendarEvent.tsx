import type { EventProps } from 'react-big-calendar';
import { formatSpan } from '#shared/time/display.ts';
import { useTimeContext } from '../../state/time.ts';
import { useView } from '../../state/view.ts';
import type { CalendarEntry } from './entries.ts';

/** An entry's title, with its times on hover. */
export const CalendarEvent = ({ event }: EventProps<CalendarEntry>) => {
  const mode = useView((state) => state.timeMode);
  const context = useTimeContext();
  return (
    <span title={`${event.title}, ${formatSpan(event.bar.start, event.bar.end, mode, context)}`}>{event.title}</span>
  );
};
