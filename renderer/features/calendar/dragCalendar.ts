import { Calendar } from 'react-big-calendar';
import * as addon from 'react-big-calendar/lib/addons/dragAndDrop';
import type { CalendarEntry } from './entries.ts';

type Wrap = (typeof addon)['default'];

// The addon is CommonJS: under ES modules its default export may be the exports object that holds the function.
const exported = addon.default as Wrap | { readonly default: Wrap };
const withDragAndDrop: Wrap = typeof exported === 'function' ? exported : exported.default;

/** The calendar with entries that can be dragged and stretched. */
export const DragCalendar: ReturnType<typeof withDragAndDrop<CalendarEntry>> = withDragAndDrop<CalendarEntry>(
  Calendar<CalendarEntry>,
);
