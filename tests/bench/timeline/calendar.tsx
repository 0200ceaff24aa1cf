/** A plain react-big-calendar: the month, moved by days. It knows neither zoom nor dependencies. */
import { useEffect, useState } from 'react';
import { Calendar, dateFnsLocalizer } from 'react-big-calendar';
import { createRoot } from 'react-dom/client';
import { format, getDay, parse, startOfWeek } from 'date-fns';
import { enGB } from 'date-fns/locale';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import { type Drawing, type Subject, WINDOW, standsInSight } from './drawing.ts';

const localizer = dateFnsLocalizer({ format, parse, startOfWeek, getDay, locales: { en: enGB } });

export const calendar = ({ bars }: Subject): Drawing => {
  const events = bars.map(({ title, start, end }) => ({ title, start: new Date(start), end: new Date(end) }));
  const reach: { move?: (step: number) => void } = {};
  const Month = () => {
    const [date, setDate] = useState(new Date(WINDOW.start));
    useEffect(() => {
      reach.move = (step) => setDate((old) => new Date(old.getTime() + Math.sign(step) * 31 * 86_400_000));
    }, []);
    return (
      <Calendar
        localizer={localizer}
        events={events}
        date={date}
        onNavigate={setDate}
        defaultView="month"
        style={{ height: '100vh' }}
      />
    );
  };
  return {
    mount: (place) => createRoot(place).render(<Month />),
    ready: () => standsInSight('.rbc-event'),
    pan: (right) => reach.move?.(right),
    zoom: undefined,
    handle: undefined,
  };
};
