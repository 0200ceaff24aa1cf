import { type SyntheticEvent, useMemo } from 'react';
import type { CalendarProps, DateLocalizer, SlotInfo, View } from 'react-big-calendar';
import { find } from '#shared/plan/state.ts';
import { usePlan } from '../../state/plan.ts';
import { openInspector, select } from '../../state/view.ts';
import { useWords } from '../../ui/words.ts';
import { CalendarEvent } from './CalendarEvent.tsx';
import { dragInside, useCalendarDrag } from './drag.ts';
import { DragCalendar } from './dragCalendar.ts';
import { createEntry, dropEntry, resizeEntry } from './edits.ts';
import type { CalendarEntry } from './entries.ts';
import { MoreEntries } from './MoreEntries.tsx';
import type { Resource, ResourceKind } from './resources.ts';
import { agendaDays } from './shown.ts';

const VIEWS: View[] = ['month', 'week', 'day', 'agenda'];
const COMPONENTS = { event: CalendarEvent, showMore: MoreEntries };
/** More rows in the head of a day push the hours off the screen. */
const HEAD_ROWS = 8;

/** The words of the calendar's own toolbar and lists. */
const useCalendarWords = () => {
  const t = useWords();
  return useMemo(
    () => ({
      month: t('calendar.month'),
      week: t('calendar.week'),
      day: t('calendar.day'),
      agenda: t('calendar.agenda'),
      today: t('calendar.today'),
      previous: t('calendar.previous'),
      next: t('calendar.next'),
      date: t('calendar.date'),
      time: t('calendar.time'),
      event: t('calendar.event'),
      allDay: t('calendar.allDay'),
      noEventsInRange: t('calendar.nothing'),
      showMore: (count: number) => t('calendar.more', { number: count }),
    }),
    [t],
  );
};

const asDate = (value: string | Date): Date => new Date(value);

const colourOf = (entry: CalendarEntry): string => {
  const participant = find(usePlan.getState().plan, 'participant', entry.bar.participants[0]);
  return participant === undefined ? 'timeline-hue-9' : `participant-${participant.colour}`;
};

/** Only kinds with a look of their own: a free kind's name could be anything. */
const LOOKS: ReadonlySet<string> = new Set(['conference', 'deadline', 'milestone', 'phase', 'movement']);

const looks = (entry: CalendarEntry) => {
  const { type, state } = entry.bar;
  const look = LOOKS.has(type) ? ` kind-${type}` : '';
  return { className: `calendar-entry ${colourOf(entry)} is-${state}${look}` };
};

interface GridProps {
  readonly localizer: DateLocalizer;
  readonly language: string;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly date: Date;
  readonly setDate: (date: Date) => void;
  readonly slot: Date | null;
  readonly setSlot: (slot: Date) => void;
  readonly entries: readonly CalendarEntry[];
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

/** Marks the day or half hour at which Enter in the list puts an activity. */
const useChosenSlot = (slot: Date | null, localizer: DateLocalizer) =>
  useMemo(() => {
    const chosen = { className: 'is-chosen-slot' };
    const isDay = slot !== null && +localizer.startOf(slot, 'day') === +slot;
    return {
      day: (day: Date) => (isDay && localizer.isSameDate(day, slot) ? chosen : {}),
      time: (time: Date) => (slot !== null && !isDay && +time === +slot ? chosen : {}),
    };
  }, [slot, localizer]);

type Gestures = Partial<CalendarProps<CalendarEntry>> & Record<string, unknown>;

/** Clicks, drags and drops, and what they do to the plan. */
const useGestures = ({ by, setSlot, onPlace, entries }: GridProps): Gestures => {
  const t = useWords();
  const outside = useCalendarDrag((state) => state.outside);
  return {
    onSelectEvent: ({ bar }: CalendarEntry) => select(bar.kind, [bar.id]),
    onDoubleClickEvent: openInspector,
    onKeyPressEvent: ({ bar }: CalendarEntry, { nativeEvent }: SyntheticEvent<HTMLElement>) => {
      select(bar.kind, [bar.id]);
      if (nativeEvent instanceof KeyboardEvent && nativeEvent.key === 'Enter') openInspector();
    },
    onSelectSlot: ({ start, end, action, resourceId }: SlotInfo) =>
      action === 'click' ? setSlot(start) : createEntry(t('timeline.newTitle'), start, end, by, fromColumn(resourceId)),
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
  const { localizer, language, view, setView, date, setDate, slot, entries, columns } = props;
  const messages = useCalendarWords();
  const chosen = useChosenSlot(slot, localizer);
  const gestures = useGestures(props);
  return (
    <DragCalendar
      localizer={localizer}
      culture={language}
      events={entries as CalendarEntry[]}
      messages={messages}
      views={VIEWS}
      view={view}
      onView={setView}
      date={date}
      onNavigate={setDate}
      length={view === 'agenda' ? agendaDays(entries, date) : 1}
      components={COMPONENTS}
      selectable
      resizable
      step={30}
      showMultiDayTimes
      allDayMaxRows={HEAD_ROWS}
      scrollToTime={localizer.getSlotDate(localizer.startOf(date, 'day'), 6 * 60, 0)}
      dayPropGetter={chosen.day}
      slotPropGetter={chosen.time}
      resizableAccessor={({ bar, allDay }) => bar.kind === 'activity' && !(allDay && bar.start === bar.end)}
      eventPropGetter={looks}
      {...columnProps(columns)}
      {...gestures}
    />
  );
};
