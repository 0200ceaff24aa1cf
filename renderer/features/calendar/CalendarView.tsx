import { enGB, fr } from 'date-fns/locale';
import { Button } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { DateLocalizer } from 'react-big-calendar';
import { z } from 'zod';
import { find } from '#shared/plan/state.ts';
import { HOUR } from '#shared/time/instant.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { useRemembered } from '../../state/layout.ts';
import { usePlan } from '../../state/plan.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useTimeContext, useTimeText } from '../../state/time.ts';
import { openInspector, select, useView } from '../../state/view.ts';
import { tellDone } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';
import { Agenda } from './Agenda.tsx';
import { CalendarGrid } from './CalendarGrid.tsx';
import { CalendarHead } from './CalendarHead.tsx';
import { CalendarToolbar } from './CalendarToolbar.tsx';
import { createEntry, placeActivity } from './edits.ts';
import { pageDays } from './days.ts';
import { entriesOf } from './entries.ts';
import { barOf, calendarKeys } from './keys.ts';
import type { ResourceKind } from './resources.ts';
import { shownSpan } from './shown.ts';
import { type Slot, type Stand, useStand, workingTime } from './stand.ts';
import { MOST_OF_A_DAY, lanesFor, thinnedDays, thinnedHours } from './thinned.ts';
import { UnscheduledPanel, useUnscheduled } from './UnscheduledList.tsx';
import { useColumns } from './useColumns.ts';
import { useFocus } from './useFocus.ts';
import { useRoles } from './useRoles.ts';
import { zoneLocalizer } from './zoneLocalizer.ts';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import './calendar.css';
import './agenda.css';
import './unscheduled.css';

const LOCALES = { en: enGB, fr };
const panelSchema = z.boolean();

/** What the view shows of the plan: entries by column, as many as can be read. @param room pixels across. */
const useEntries = ({ view, date }: Stand, filter: string, localizer: DateLocalizer, room: number) => {
  const plan = usePlan((state) => state.plan);
  const bars = useMemo(() => barsOf(plan), [plan]);
  const span = useMemo(() => shownSpan(view, date, localizer), [view, date, localizer]);
  const all = useMemo(() => entriesOf(bars, filter, span), [bars, filter, span]);
  const columns = useColumns(plan, view, all);
  const across = (view === 'week' ? 7 : 1) * (columns.choice?.shown.length ?? 1);
  const lanes = view === 'week' || view === 'day' ? lanesFor(view, room, across) : 0;
  const { entries, left } = useMemo(() => {
    if (view === 'agenda') return { entries: columns.entries, left: [] };
    return view === 'month'
      ? thinnedDays(columns.entries, pageDays(span, localizer), MOST_OF_A_DAY)
      : thinnedHours(columns.entries, lanes);
  }, [columns.entries, view, span, localizer, lanes]);
  return { ...columns, all, entries, left, total: columns.entries.length };
};

interface ThinnedProps {
  readonly hidden: number;
  readonly total: number;
  readonly onList: () => void;
}

/** Says what the hours have no room for, and leads to the list of all. */
const Thinned = ({ hidden, total, onList }: ThinnedProps) => {
  const t = useWords();
  return hidden === 0 ? null : (
    <div className="calendar-thinned">
      <span role="status">{t('calendar.thinned', { hidden, total })}</span>
      <Button variant="subtle" size="compact-xs" onClick={onList}>
        {t('calendar.listAll')}
      </Button>
    </div>
  );
};

/** Where Enter and the button put what has no time: the slot pointed at last, else the day shown; and how they do it. */
const usePlacing = ({ cursor }: Stand, localizer: DateLocalizer, by: ResourceKind) => {
  const t = useWords();
  const timeText = useTimeText();
  return {
    create: ({ at, column }: Slot = cursor): void => {
      const from = workingTime(at, localizer);
      createEntry(t('timeline.newTitle'), from, new Date(+from + HOUR), by, column);
    },
    place: (id: string): void => {
      const what = find(usePlan.getState().plan, 'activity', id)?.title ?? '';
      const spot = workingTime(cursor.at, localizer);
      if (placeActivity(id, spot, by, cursor.column)) tellDone(t('calendar.placed', { what, time: timeText(+spot) }));
    },
  };
};

interface StageProps {
  readonly stand: Stand;
  readonly localizer: DateLocalizer;
  readonly language: string;
  readonly shown: ReturnType<typeof useEntries>;
}

/** The view itself; whatever takes the focus in it is selected. */
const Stage = ({ stand, localizer, language, shown }: StageProps) => (
  <div
    className="calendar-stage"
    onFocus={({ target }) => {
      const bar = barOf(target);
      if (bar !== undefined) select(bar.kind, [bar.id]);
    }}
  >
    {stand.view === 'agenda' ? (
      <Agenda
        entries={shown.entries}
        localizer={localizer}
        language={language}
        from={localizer.startOf(stand.date, 'day')}
      />
    ) : (
      <CalendarGrid
        stand={stand}
        localizer={localizer}
        language={language}
        entries={shown.entries}
        left={shown.left}
        by={shown.active}
        columns={shown.choice?.shown}
        onPlace={(id, at, column) => placeActivity(id, workingTime(at, localizer), shown.active, column)}
      />
    )}
  </div>
);

/** The clock by which the days are cut: the exercise's where times read as local, else Zulu. */
const useLocalizer = () => {
  const local = useView((state) => state.timeMode === 'local');
  const { zone } = useTimeContext();
  const localizer = useMemo(() => zoneLocalizer(local ? zone : 'UTC', LOCALES, enGB), [local, zone]);
  return { localizer, zone: local ? zone : 'Z' };
};

/** Month, week, day and agenda over the same activities as the timeline, with what is not scheduled yet beside them. */
export const CalendarView = () => {
  const t = useWords();
  const language = usePreferences((state) => state.language);
  const { localizer, zone } = useLocalizer();
  const stand = useStand(localizer);
  // The page comes behind its name: another one of hundreds of entries is drawn in pieces, and keys are heard meanwhile.
  const [view, date] = [useDeferredValue(stand.view), useDeferredValue(stand.date)];
  const drawn = { ...stand, view, date };
  const [filter, setFilter] = useState(() => useView.getState().filter);
  const [panel, setPanel] = useRemembered('calendar.panel', panelSchema, false);
  const body = useRef<HTMLDivElement>(null);
  useRoles(body);
  const { ref: measured, width } = useElementSize();
  const bodyRef = useMergedRef(body, measured);
  const shown = useEntries(drawn, useDeferredValue(filter), localizer, width);
  const unscheduled = useUnscheduled();
  const { create, place } = usePlacing(stand, localizer, shown.active);
  const focus = useFocus(body, stand, shown.entries, view === stand.view && date === stand.date);
  const onKeyDown = (event: KeyboardEvent): void =>
    calendarKeys({
      stand,
      localizer,
      entries: shown.entries,
      columns: shown.choice?.shown,
      isDrawn: (id) => body.current?.querySelector(`[data-bar="${id}"]`) !== null,
      ...focus,
      create: (slot) => {
        create(slot);
        openInspector();
      },
    })(event);
  return (
    <section className="calendar-view" aria-label={t('calendar.title')} onKeyDown={onKeyDown}>
      <CalendarToolbar
        filter={filter}
        onFilter={setFilter}
        zone={zone}
        by={shown.by}
        onBy={(by) => {
          shown.setBy(by);
          if (by !== 'none' && stand.view !== 'week') stand.setView('day');
        }}
        columns={shown.choice}
        unscheduled={unscheduled.length}
        panel={panel}
        onPanel={() => setPanel(!panel)}
        onNew={() => create()}
      />
      <CalendarHead stand={stand} localizer={localizer} language={language} entries={shown.all} />
      <Thinned
        hidden={view === 'month' ? 0 : shown.left.length}
        total={shown.total}
        onList={() => stand.listFrom(localizer.startOf(date, view === 'week' ? ('week' as 'day') : 'day'))}
      />
      <div ref={bodyRef} className="calendar-body" data-columns={shown.active === 'none' ? undefined : view}>
        <Stage stand={drawn} localizer={localizer} language={language} shown={shown} />
        {panel && <UnscheduledPanel items={unscheduled} onPlace={place} />}
      </div>
    </section>
  );
};
