import { Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { enGB, fr } from 'date-fns/locale';
import { useCallback, useMemo, useState } from 'react';
import type { View } from 'react-big-calendar';
import { find } from '#shared/plan/state.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { usePlan } from '../../state/plan.ts';
import { usePreferences } from '../../state/preferences.ts';
import { instantMs, useTimeContext } from '../../state/time.ts';
import { removeRecords } from '#shared/plan/commands.ts';
import { select, useView } from '../../state/view.ts';
import { performWithUndo } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';
import { CalendarEvent } from './CalendarEvent.tsx';
import { DragCalendar } from './dragCalendar.ts';
import { createEntry, dropEntry, resizeEntry } from './edits.ts';
import { type CalendarEntry, entriesOf } from './entries.ts';
import { MoreEntries, OpenDay } from './MoreEntries.tsx';
import { zoneLocalizer } from './zoneLocalizer.ts';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import '../../ui/hues.css';
import './calendar.css';

const LOCALES = { en: enGB, fr };
const VIEWS: View[] = ['month', 'week', 'day', 'agenda'];
const COMPONENTS = { event: CalendarEvent, showMore: MoreEntries };

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

/** The first day shown: today inside the exercise's own time, its start otherwise. */
const firstDate = (): Date => {
  const exercise = usePlan.getState().plan.exercise.values().next().value;
  const start = instantMs(exercise?.start);
  const end = instantMs(exercise?.end) ?? start;
  const now = Date.now();
  return new Date(start === undefined || (now >= start && now <= (end ?? start)) ? now : start);
};

const removeSelected = (): void => {
  const { selection } = useView.getState();
  if (selection !== null) performWithUndo((context) => removeRecords(context, selection.kind, selection.ids));
};

interface CalendarFilterProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  /** The zone in which the days are cut. */
  readonly zone: string;
}

const CalendarFilter = ({ filter, onFilter, zone }: CalendarFilterProps) => {
  const t = useWords();
  return (
    <Group className="calendar-toolbar" gap="xs">
      <TextInput
        aria-label={t('timeline.filter')}
        placeholder={t('timeline.filter')}
        leftSection={<IconSearch size={14} />}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
        w={260}
      />
      <span className="calendar-hint">{t('calendar.hint', { zone })}</span>
    </Group>
  );
};

/** Month, week, day and agenda over the same activities as the timeline. */
export const CalendarView = () => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const language = usePreferences((state) => state.language);
  const local = useView((state) => state.timeMode === 'local');
  const selection = useView((state) => state.selection);
  const { zone } = useTimeContext();
  const [view, setView] = useState<View>('month');
  const [date, setDate] = useState(firstDate);
  const [filter, setFilter] = useState(() => useView.getState().filter);
  const messages = useCalendarWords();
  const localizer = useMemo(() => zoneLocalizer(local ? zone : 'UTC', LOCALES, enGB), [local, zone]);
  const entries = useMemo(() => entriesOf(barsOf(plan), filter), [plan, filter]);
  const openDay = useCallback((day: Date) => {
    setDate(day);
    setView('day');
  }, []);
  return (
    <section
      className="calendar-view"
      aria-label={t('calendar.title')}
      onKeyDown={(event) => event.key === 'Delete' && removeSelected()}
    >
      <CalendarFilter filter={filter} onFilter={setFilter} zone={local ? zone : 'Z'} />
      <OpenDay value={openDay}>
        <DragCalendar
          localizer={localizer}
          culture={language}
          events={entries}
          messages={messages}
          views={VIEWS}
          view={view}
          onView={setView}
          date={date}
          onNavigate={setDate}
          components={COMPONENTS}
          selectable
          resizable
          step={30}
          showMultiDayTimes
          selected={entries.find(({ id }) => selection?.ids.includes(id) === true)}
          onSelectEvent={({ bar }) => select(bar.kind, [bar.id])}
          onDoubleClickEvent={() => useView.setState({ inspectorOpen: true })}
          onSelectSlot={({ start, end, action }) =>
            action === 'click' || createEntry(t('timeline.newTitle'), start, end)
          }
          onEventDrop={({ event, start }) => dropEntry(event, asDate(start))}
          onEventResize={({ event, start, end }) => resizeEntry(event, asDate(start), asDate(end))}
          resizableAccessor={({ bar }) => bar.kind === 'activity'}
          eventPropGetter={(entry) => ({ className: `calendar-entry ${colourOf(entry)} is-${entry.bar.state}` })}
        />
      </OpenDay>
    </section>
  );
};
