/** Where the calendar stands: its view and date, and the day or slot that keys and clicks lead to. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { DateLocalizer } from 'react-big-calendar';
import { barsOf } from '#shared/timeline/bars.ts';
import { HOUR } from '#shared/time/instant.ts';
import { usePlan } from '../../state/plan.ts';
import { instantMs } from '../../state/time.ts';
import { useView } from '../../state/view.ts';
import { type CalendarViewId, isShown } from './shown.ts';

/** A day (its first moment) or a slot of half an hour, in a column where there are any. */
export interface Slot {
  readonly at: Date;
  /** Id of the column's record; `''` for those that have none. */
  readonly column?: string | undefined;
}

/** When what is selected begins. */
const selectedStart = (): Date | undefined => {
  const { selection } = useView.getState();
  const chosen = barsOf(usePlan.getState().plan).find(({ id }) => selection?.ids.includes(id) === true);
  return chosen === undefined ? undefined : new Date(chosen.start);
};

/** The first day shown: that of what is selected, today inside the exercise's own time, its start otherwise. */
const firstDate = (): Date => {
  const chosen = selectedStart();
  if (chosen !== undefined) return chosen;
  const exercise = usePlan.getState().plan.exercise.values().next().value;
  const start = instantMs(exercise?.start);
  const end = instantMs(exercise?.end) ?? start;
  const now = Date.now();
  return new Date(start === undefined || (now >= start && now <= (end ?? start)) ? now : start);
};

/** Eight in the morning of a date that is a day; a time that was pointed at stays. */
export const workingTime = (date: Date, localizer: DateLocalizer): Date => {
  const day = localizer.startOf(date, 'day');
  return +day === +date ? new Date(+localizer.getSlotDate(day, (8 * HOUR) / 60_000, 0)) : date;
};

export interface Stand {
  readonly view: CalendarViewId;
  /** Another view, around the slot or the entry that was chosen last where this page shows it. */
  readonly setView: (view: CalendarViewId) => void;
  readonly date: Date;
  /** Another page of the calendar; the slot that was pointed at stays behind. */
  readonly setDate: (date: Date) => void;
  /** The slot that was pointed at; null before the first. */
  readonly slot: Slot | null;
  readonly setSlot: (slot: Slot) => void;
  /** Where keys begin from: the slot, else the date's day, or its eight o'clock where there are hours. */
  readonly cursor: Slot;
  /** Puts the cursor somewhere and turns to its page. */
  readonly goTo: (slot: Slot) => void;
  readonly openDay: (day: Date) => void;
  /** Lists everything from a day on. */
  readonly listFrom: (day: Date) => void;
}

export const useStand = (localizer: DateLocalizer): Stand => {
  const [view, setView] = useState<CalendarViewId>('month');
  const [date, setDate] = useState(firstDate);
  const [slot, setSlot] = useState<Slot | null>(null);
  /** What was selected when the slot was pointed at: an entry that was selected since is what is meant now. */
  const selectedThen = useRef(useView.getState().selection);
  const point = useCallback((to: Slot) => {
    selectedThen.current = useView.getState().selection;
    setSlot(to);
  }, []);
  const show = useCallback((day: Date, as: CalendarViewId) => {
    setDate(day);
    setSlot(null);
    setView(as);
  }, []);
  const openDay = useCallback((day: Date) => show(day, 'day'), [show]);
  const listFrom = useCallback((day: Date) => show(day, 'agenda'), [show]);
  const move = useCallback((to: Date) => {
    setDate(to);
    setSlot(null);
  }, []);
  const cursor = useMemo((): Slot => {
    const day = localizer.startOf(slot?.at ?? date, 'day');
    if (view === 'month' || view === 'agenda') return { at: day };
    return slot === null ? { at: workingTime(day, localizer) } : { ...slot, at: workingTime(slot.at, localizer) };
  }, [slot, date, view, localizer]);
  const goTo = (to: Slot): void => {
    point(to);
    if (!isShown(view, date, to.at, localizer)) setDate(to.at);
  };
  const turnTo = (next: CalendarViewId): void => {
    const entry = useView.getState().selection === selectedThen.current && slot !== null ? undefined : selectedStart();
    const meant = entry ?? slot?.at;
    if (meant !== undefined && isShown(view, date, meant, localizer)) setDate(meant);
    if (entry !== undefined) setSlot(null);
    setView(next);
  };
  return { view, setView: turnTo, date, setDate: move, slot, setSlot: point, cursor, goTo, openDay, listFrom };
};
