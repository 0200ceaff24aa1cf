import { enGB, fr } from 'date-fns/locale';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
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
import { entriesOf, thinned } from './entries.ts';
import { barOf, calendarKeys } from './keys.ts';
import { OpenDay } from './MoreEntries.tsx';
import type { ResourceKind } from './resources.ts';
import { shownSpan } from './shown.ts';
import { type Slot, type Stand, useStand, workingTime } from './stand.ts';
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
/** How many entries can be read beside each other in a day's column. */
const AT_ONCE = { week: 8, day: 30 } as const;
/** The same where several columns stand side by side. */
const AT_ONCE_IN_COLUMNS = { week: 3, day: 8 } as const;
const panelSchema = z.boolean();

/** What the view shows of the plan: entries by column, as many as can be read. */
const useEntries = ({ view, date }: Stand, filter: string, localizer: DateLocalizer) => {
  const plan = usePlan((state) => state.plan);
  const bars = useMemo(() => barsOf(plan), [plan]);
  const all = useMemo(
    () => entriesOf(bars, filter, shownSpan(view, date, localizer)),
    [bars, filter, view, date, localizer],
  );
  const columns = useColumns(plan, view, all);
  const { entries, hidden } = useMemo(
    () =>
      view === 'week' || view === 'day'
        ? thinned(columns.entries, (columns.active === 'none' ? AT_ONCE : AT_ONCE_IN_COLUMNS)[view])
        : { entries: columns.entries, hidden: 0 },
    [columns.entries, columns.active, view],
  );
  return { ...columns, all, entries, hidden, total: columns.entries.length };
};

const Thinned = ({ hidden, total }: { readonly hidden: number; readonly total: number }) => {
  const t = useWords();
  return hidden === 0 ? null : (
    <p role="status" className="calendar-thinned">
      {t('calendar.thinned', { hidden, total })}
    </p>
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
      <OpenDay value={stand.openDay}>
        <CalendarGrid
          stand={stand}
          localizer={localizer}
          language={language}
          entries={shown.entries}
          by={shown.active}
          columns={shown.choice?.shown}
          onPlace={(id, at, column) => placeActivity(id, workingTime(at, localizer), shown.active, column)}
        />
      </OpenDay>
    )}
  </div>
);

/** Month, week, day and agenda over the same activities as the timeline, with what is not scheduled yet beside them. */
export const CalendarView = () => {
  const t = useWords();
  const language = usePreferences((state) => state.language);
  const local = useView((state) => state.timeMode === 'local');
  const { zone } = useTimeContext();
  const localizer = useMemo(() => zoneLocalizer(local ? zone : 'UTC', LOCALES, enGB), [local, zone]);
  const stand = useStand(localizer);
  const [filter, setFilter] = useState(() => useView.getState().filter);
  const [panel, setPanel] = useRemembered('calendar.panel', panelSchema, false);
  const body = useRef<HTMLDivElement>(null);
  useRoles(body);
  const shown = useEntries(stand, filter, localizer);
  const unscheduled = useUnscheduled();
  const { create, place } = usePlacing(stand, localizer, shown.active);
  const focus = useFocus(body, stand, shown.entries);
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
        zone={local ? zone : 'Z'}
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
      <Thinned hidden={shown.hidden} total={shown.total} />
      <div ref={body} className="calendar-body" data-columns={shown.active === 'none' ? undefined : stand.view}>
        <Stage stand={stand} localizer={localizer} language={language} shown={shown} />
        {panel && <UnscheduledPanel items={unscheduled} onPlace={place} />}
      </div>
    </section>
  );
};
