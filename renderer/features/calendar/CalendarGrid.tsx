import { type SyntheticEvent, useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { CalendarProps, DateLocalizer, SlotInfo, View } from 'react-big-calendar';
import { openInspector, select } from '../../state/view.ts';
import { hueOf } from '../../ui/hues.ts';
import { useWords } from '../../ui/words.ts';
import { CalendarEvent, EntryReading } from './CalendarEvent.tsx';
import { DayHead, DaysAround, MoreEntries, WeekHead } from './DayHead.tsx';
import { countByDay, pageDays } from './days.ts';
import { dragInside, useCalendarDrag } from './drag.ts';
import { DragCalendar } from './dragCalendar.ts';
import { createEntry, dropEntry, resizeEntry } from './edits.ts';
import type { CalendarEntry } from './entries.ts';
import type { Resource, ResourceKind } from './resources.ts';
import { shownSpan } from './shown.ts';
import type { Stand } from './stand.ts';

const VIEWS: View[] = ['month', 'week', 'day'];
const COMPONENTS = {
  event: CalendarEvent,
  showMore: MoreEntries,
  month: { dateHeader: DayHead },
  week: { header: WeekHead },
};
/** More rows in the head of a day push the hours off the screen. */
const HEAD_ROWS = 8;

/** The words of the calendar's own lists. */
const useCalendarWords = () => {
  const t = useWords();
  return useMemo(
    () => ({
      allDay: t('calendar.allDay'),
      showMore: (count: number) => t('calendar.more', { number: count }),
    }),
    [t],
  );
};

const asDate = (value: string | Date): Date => new Date(value);

/** Only kinds with a look of their own: a free kind's name could be anything. */
const LOOKS: ReadonlySet<string> = new Set(['conference', 'deadline', 'milestone', 'phase', 'movement']);

const looks = (entry: CalendarEntry) => {
  const { type, state } = entry.bar;
  const look = LOOKS.has(type) ? ` kind-${type}` : '';
  return { className: `calendar-entry ${hueOf(entry.bar)} is-${state}${look}` };
};

interface GridProps {
  readonly localizer: DateLocalizer;
  readonly language: string;
  readonly stand: Stand;
  readonly entries: readonly CalendarEntry[];
  /** What the page has no room to draw. */
  readonly left: readonly CalendarEntry[];
  readonly by: ResourceKind;
  readonly columns: readonly Resource[] | undefined;
  /** An unscheduled activity was dropped at a time, in a column where there are any. */
  readonly onPlace: (id: string, at: Date, column: string | undefined) => void;
}

interface Dropped {
  readonly event: CalendarEntry;
  readonly start: string | Date;
  readonly end: string | Date;
  readonly resourceId?: unknown;
}

const columnOf = (resource: unknown): string | undefined => (typeof resource === 'string' ? resource : undefined);

/** The columns' `''` would count as none: the calendar asks for ids that hold. */
const NOBODY = 'nobody';
const toColumn = (id: string): string => (id === '' ? NOBODY : id);
const fromColumn = (id: unknown): string | undefined => (id === NOBODY ? '' : columnOf(id));

/** Marks the day or half hour that was pointed at, and lets the keyboard stand on the cursor's. */
const useSlotProps = ({ stand, localizer, language, columns }: GridProps) => {
  const t = useWords();
  const { slot, cursor, view } = stand;
  return useMemo(() => {
    const column = columns?.find(({ id }) => id === cursor.column) ?? columns?.[0];
    // The scale beside the hours asks too, for no column at all.
    const time = (at: Date, resource?: unknown) => {
      if (resource === undefined) return {};
      if (view === 'month' || +at !== +cursor.at || (column !== undefined && fromColumn(resource) !== column.id))
        return {};
      const when = localizer.format(at, 'cccc d MMMM HHmm', language);
      return {
        className: slot === null ? '' : 'is-chosen-slot',
        role: 'button',
        tabIndex: 0,
        'data-cursor': true,
        'aria-label':
          column === undefined
            ? t('calendar.slotOf', { when })
            : t('calendar.slotOfColumn', { when, column: column.title }),
      };
    };
    return time;
  }, [slot, cursor, view, localizer, language, columns, t]);
};

type Gestures = Partial<CalendarProps<CalendarEntry>> & Record<string, unknown>;

/** Clicks, drags and drops, and what they do to the plan. */
const useGestures = ({ by, stand: { setSlot }, onPlace, entries }: GridProps): Gestures => {
  const t = useWords();
  const outside = useCalendarDrag((state) => state.outside);
  return {
    onSelectEvent: ({ bar }: CalendarEntry, { target }: SyntheticEvent) => {
      select(bar.kind, [bar.id]);
      // Keys go on from where the pointer was, wherever on the entry that is.
      const entry = target instanceof Element ? target.closest('.rbc-event') : null;
      entry?.querySelector<HTMLElement>('[data-bar]')?.focus({ preventScroll: true });
    },
    onDoubleClickEvent: openInspector,
    onSelectSlot: ({ start, end, action, resourceId }: SlotInfo) =>
      action === 'click'
        ? // At once: the next key already begins from there.
          flushSync(() => setSlot({ at: start, column: fromColumn(resourceId) }))
        : createEntry(t('timeline.newTitle'), start, end, by, fromColumn(resourceId)),
    onDragStart: ({ event, action }: { readonly event: CalendarEntry; readonly action: string }) => {
      if (action === 'move' && event.bar.kind === 'activity') dragInside(event.bar.id);
    },
    onEventDrop: ({ event, start, resourceId }: Dropped) => dropEntry(event, asDate(start), by, fromColumn(resourceId)),
    onEventResize: ({ event, start, end }: Dropped) => resizeEntry(event, asDate(start), asDate(end)),
    // The shape of the shadow that follows the pointer; any entry does, for only its length is asked for.
    dragFromOutsideItem: () => (outside === null ? null : (entries[0] ?? null)),
    onDropFromOutside: ({ start, resource }: { readonly start: string | Date; readonly resource?: unknown }) => {
      if (outside !== null) onPlace(outside, asDate(start), fromColumn(resource));
    },
  };
};

const columnProps = (columns: readonly Resource[] | undefined): Gestures =>
  columns === undefined
    ? {}
    : {
        resources: columns as Resource[],
        resourceIdAccessor: ({ id }: { readonly id?: string }) => toColumn(id ?? ''),
        resourceTitleAccessor: ({ title }: { readonly title?: string }) => title ?? '',
        resourceAccessor: ({ resource }: CalendarEntry) => toColumn(resource ?? ''),
      };

/** The calendar proper. */
export const CalendarGrid = (props: GridProps) => {
  const { localizer, language, stand, entries, left, columns } = props;
  const { view, setView, date, setDate, cursor, slot, openDay, listFrom } = stand;
  const outside = useCalendarDrag((state) => state.outside);
  const messages = useCalendarWords();
  const slots = useSlotProps(props);
  const gestures = useGestures(props);
  const counts = useMemo(() => {
    const page = pageDays(shownSpan(view, date, localizer), localizer);
    const [drawn, others] = [countByDay(entries, page), countByDay(left, page)];
    return { countOn: (day: Date) => drawn(day) + others(day), leftOn: others };
  }, [entries, left, view, date, localizer]);
  const inMonth = view === 'month';
  const days = useMemo(
    () => ({ localizer, language, cursor: cursor.at, chosen: slot?.at, ...counts, inMonth, openDay, listFrom }),
    [localizer, language, cursor, slot, counts, inMonth, openDay, listFrom],
  );
  // A page of thousands is not drawn anew for a step of the cursor; the heads of its days hear of it by themselves.
  const page = useMemo(
    () => (
      <DragCalendar
        localizer={localizer}
        culture={language}
        events={entries as CalendarEntry[]}
        messages={messages}
        views={VIEWS}
        view={view === 'agenda' ? 'month' : view}
        onView={(next) => next !== 'work_week' && setView(next)}
        date={date}
        onNavigate={setDate}
        toolbar={false}
        components={COMPONENTS}
        selectable
        resizable
        step={30}
        showMultiDayTimes
        dayLayoutAlgorithm="no-overlap"
        drilldownView={null}
        allDayMaxRows={HEAD_ROWS}
        scrollToTime={localizer.getSlotDate(localizer.startOf(date, 'day'), 6 * 60, 0)}
        slotPropGetter={slots}
        resizableAccessor={({ bar, allDay }) => bar.kind === 'activity' && !(allDay && bar.start === bar.end)}
        eventPropGetter={looks}
        {...columnProps(columns)}
        {...gestures}
      />
    ),
    // Gestures are as old as the page: what they do depends on nothing else.
    // oxlint-disable-next-line react/exhaustive-deps
    [localizer, language, view, date, entries, columns, messages, view === 'month' ? null : slots, outside],
  );
  return (
    <DaysAround value={days}>
      <EntryReading>{page}</EntryReading>
    </DaysAround>
  );
};
