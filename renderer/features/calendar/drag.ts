/** What is being dragged between the calendar and the list beside it. */
import { create } from 'zustand';

interface CalendarDrag {
  /** An unscheduled activity on its way into the calendar. */
  readonly outside: string | null;
  /** An activity of the calendar on its way, perhaps to the list. */
  readonly inside: string | null;
}

export const useCalendarDrag = create<CalendarDrag>()(() => ({ outside: null, inside: null }));

/**
 * Remembers what is dragged until the button is let go. The calendar knows nothing of places outside itself: let go there,
 * it would wait for the drag to end for ever, so it is told as by the key.
 */
export const dragInside = (id: string): void => {
  useCalendarDrag.setState({ inside: id });
  const end = ({ target }: MouseEvent): void => {
    document.removeEventListener('mouseup', end, true);
    if (!(target instanceof Element) || target.closest('.rbc-calendar') === null)
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    // The list has the button's event still before it.
    setTimeout(() => useCalendarDrag.setState({ inside: null }));
  };
  document.addEventListener('mouseup', end, true);
};
