/** The keys of the calendar: over its days and slots, from entry to entry, and what they do to an entry. */
import type { KeyboardEvent } from 'react';
import type { DateLocalizer } from 'react-big-calendar';
import type { Step as TimeStep } from '#shared/time/step.ts';
import { openInspector, select } from '../../state/view.ts';
import { lengthenSelected, moveToColumn, nudgeSelected, removeSelected } from './edits.ts';
import type { CalendarEntry } from './entries.ts';
import type { Resource } from './resources.ts';
import { turned } from './shown.ts';
import type { Slot, Stand } from './stand.ts';

const HALF_HOUR = 30;

const STEPS: Readonly<Record<string, TimeStep>> = {
  ArrowLeft: { unit: 'day', n: -1 },
  ArrowRight: { unit: 'day', n: 1 },
  ArrowUp: { unit: 'minute', n: -HALF_HOUR },
  ArrowDown: { unit: 'minute', n: HALF_HOUR },
};

export interface KeyWork {
  readonly stand: Stand;
  readonly localizer: DateLocalizer;
  readonly entries: readonly CalendarEntry[];
  /** Whether an entry is drawn; those behind “+3 more” are not. */
  readonly isDrawn: (id: string) => boolean;
  /** Participants or locations side by side; undefined where there are none. */
  readonly columns: readonly Resource[] | undefined;
  /** Gives the focus to the cursor's day or slot, once it is drawn. */
  readonly focusCursor: () => void;
  /** The same for an entry, in a column where it stands in several. */
  readonly focusEntry: (id: string) => void;
  readonly create: (slot: Slot) => void;
}

/** Days across a month, half hours down a day, and from column to column where a day has several. */
const slotAfter = ({ stand, localizer, columns }: KeyWork, key: string): Slot | undefined => {
  const { view, cursor } = stand;
  const { at } = cursor;
  const days = (n: number): Slot => ({ ...cursor, at: localizer.add(at, n, 'day') });
  const down = (way: 1 | -1): Slot =>
    view === 'month' ? days(7 * way) : { ...cursor, at: localizer.add(at, way * HALF_HOUR, 'minutes') };
  const across = (way: 1 | -1): Slot => {
    if (view !== 'day' || columns === undefined) return days(way);
    const index = columns.findIndex(({ id }) => id === cursor.column);
    return { ...cursor, column: columns[Math.max(0, Math.min(columns.length - 1, index + way))]?.id };
  };
  const edge = (end: boolean): Slot => {
    if (view === 'day') return { ...cursor, at: localizer.getSlotDate(at, end ? 24 * 60 - HALF_HOUR : 0, 0) };
    const monday = localizer.startOf(at, 'week' as 'day');
    const day = end ? localizer.add(monday, 6, 'day') : monday;
    return { ...cursor, at: localizer.merge(day, at) ?? at };
  };
  switch (key) {
    case 'ArrowLeft':
      return across(-1);
    case 'ArrowRight':
      return across(1);
    case 'ArrowUp':
      return down(-1);
    case 'ArrowDown':
      return down(1);
    case 'Home':
      return edge(false);
    case 'End':
      return edge(true);
    case 'PageUp':
      return { ...cursor, at: turned(view, at, -1, localizer) };
    case 'PageDown':
      return { ...cursor, at: turned(view, at, 1, localizer) };
    default:
      return undefined;
  }
};

/** The first entry of the cursor's day and column that is drawn. */
const firstHere = ({ stand, localizer, entries, isDrawn }: KeyWork): CalendarEntry | undefined => {
  const day = localizer.startOf(stand.cursor.at, 'day');
  const next = localizer.add(day, 1, 'day');
  const { column } = stand.cursor;
  return entries.find(
    ({ start, end, resource, bar }) =>
      isDrawn(bar.id) &&
      start < next &&
      (end > day || +start === +day) &&
      (resource === undefined || column === undefined || resource === column),
  );
};

/** Keys on a day or slot. @returns whether the key meant something. */
const onSlot = (work: KeyWork, { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean => {
  if (altKey || shiftKey) return false;
  const { view, cursor, openDay } = work.stand;
  if (ctrlKey || metaKey) {
    if (key !== 'ArrowDown') return false;
    const first = firstHere(work);
    if (first !== undefined) work.focusEntry(first.bar.id);
    else if (view === 'month') openDay(cursor.at);
    return true;
  }
  if (key === 'Enter' && view === 'month') openDay(cursor.at);
  else if (key === 'Enter' || key === 'Insert' || key === 'n' || key === 'N') {
    work.create(cursor);
    return true;
  } else {
    const next = slotAfter(work, key);
    if (next === undefined) return false;
    work.stand.goTo(next);
  }
  work.focusCursor();
  return true;
};

const NEXT: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * The entry to which a key leads, in the order of time; one that stands in several columns counts once.
 * @returns null at an end, undefined for keys that lead nowhere.
 */
const entryAfter = ({ entries, isDrawn }: KeyWork, id: string, key: string): CalendarEntry | null | undefined => {
  const way = NEXT[key];
  if (way === undefined && key !== 'Home' && key !== 'End') return undefined;
  const ids = [...new Set(entries.map(({ bar }) => bar.id))].filter((each) => each === id || isDrawn(each));
  const to = way === undefined ? ids.at(key === 'Home' ? 0 : -1) : ids[ids.indexOf(id) + way];
  return entries.find(({ bar }) => bar.id === to) ?? null;
};

const entryOf = ({ entries }: KeyWork, id: string): CalendarEntry | undefined =>
  entries.find(({ bar }) => bar.id === id);

/** Keys that change an entry: its day and hour, its end, its column. */
const change = (work: KeyWork, id: string, event: KeyboardEvent): boolean => {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  const step = STEPS[key];
  if (altKey && step !== undefined) {
    if (shiftKey) lengthenSelected(step);
    else nudgeSelected(step);
    work.focusEntry(id);
    return true;
  }
  if (!(ctrlKey || metaKey) || work.columns === undefined || (key !== 'ArrowLeft' && key !== 'ArrowRight'))
    return false;
  const entry = entryOf(work, id);
  if (entry !== undefined) moveToColumn(entry, work.columns, key === 'ArrowRight' ? 1 : -1);
  work.focusEntry(id);
  return true;
};

/** From an entry to its day or slot, which in a month is the day. */
const leaveFor = ({ stand, localizer, focusCursor }: KeyWork, slot: Slot): void => {
  stand.goTo(
    stand.view === 'month' ? { at: localizer.startOf(slot.at, 'day') } : { ...slot, at: slotOf(slot.at, localizer) },
  );
  focusCursor();
};

/** Keys on an entry. @returns whether the key meant something. */
const onEntry = (work: KeyWork, id: string, event: KeyboardEvent): boolean => {
  if (change(work, id, event)) return true;
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || shiftKey) return false;
  const next = entryAfter(work, id, key);
  if (next !== undefined) {
    if (next !== null) work.focusEntry(next.bar.id);
    return true;
  }
  const entry = entryOf(work, id);
  const slot: Slot = { at: entry?.start ?? work.stand.cursor.at, column: entry?.resource };
  switch (key) {
    case 'Enter':
      openInspector();
      return true;
    case 'Delete':
      removeSelected();
      leaveFor(work, slot);
      return true;
    case 'Insert':
      work.create(slot);
      return true;
    case 'Escape':
      leaveFor(work, slot);
      return true;
    default:
      return false;
  }
};

/** The slot in which a moment lies, on the clock of the calendar. */
const slotOf = (at: Date, localizer: DateLocalizer): Date => {
  const minutes = localizer.getMinutesFromMidnight(at);
  return localizer.getSlotDate(localizer.startOf(at, 'day'), minutes - (minutes % HALF_HOUR), 0);
};

/** The entry that an element belongs to, or holds as its own text. */
export const barOf = (
  element: Element,
): { readonly id: string; readonly kind: 'activity' | 'movement' } | undefined => {
  const bar =
    element.closest<HTMLElement>('[data-bar]') ??
    element.closest('.rbc-event')?.querySelector<HTMLElement>('[data-bar]');
  const id = bar?.dataset['bar'];
  return id === undefined ? undefined : { id, kind: bar?.dataset['kind'] === 'movement' ? 'movement' : 'activity' };
};

const FIELDS = 'input, textarea, select, [role="dialog"], .unscheduled, .calendar-toolbar, .calendar-head';

/** The calendar's keys; fields and the list beside it keep their own. */
export const calendarKeys =
  (work: KeyWork) =>
  (event: KeyboardEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || event.defaultPrevented || target.closest(FIELDS) !== null) return;
    const bar = barOf(target);
    if (bar !== undefined) select(bar.kind, [bar.id]);
    const done = bar === undefined ? onSlot(work, event) : onEntry(work, bar.id, event);
    if (done) event.preventDefault();
  };
