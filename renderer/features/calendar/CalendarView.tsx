import { enGB, fr } from 'date-fns/locale';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { DateLocalizer, View } from 'react-big-calendar';
import { z } from 'zod';
import { removeRecords } from '#shared/plan/commands.ts';
import { find } from '#shared/plan/state.ts';
import { HOUR } from '#shared/time/instant.ts';
import type { Step as TimeStep } from '#shared/time/step.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { useRemembered } from '../../state/layout.ts';
import { usePlan } from '../../state/plan.ts';
import { usePreferences } from '../../state/preferences.ts';
import { instantMs, useTimeContext, useTimeText } from '../../state/time.ts';
import { useView } from '../../state/view.ts';
import { performWithUndo, tellDone } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';
import { CalendarGrid } from './CalendarGrid.tsx';
import { CalendarToolbar } from './CalendarToolbar.tsx';
import { createEntry, nudgeSelected, placeActivity } from './edits.ts';
import { entriesOf, thinned } from './entries.ts';
import { OpenDay } from './MoreEntries.tsx';
import { shownSpan } from './shown.ts';
import { UnscheduledPanel, useUnscheduled } from './UnscheduledList.tsx';
import type { ResourceKind } from './resources.ts';
import { useColumns } from './useColumns.ts';
import { useRoles } from './useRoles.ts';
import { zoneLocalizer } from './zoneLocalizer.ts';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import '../../ui/hues.css';
import './calendar.css';
import './unscheduled.css';

const LOCALES = { en: enGB, fr };
/** How many entries can be read beside each other in a day's column. */
const AT_ONCE = { week: 8, day: 30 } as const;
/** The same where several columns stand side by side. */
const AT_ONCE_IN_COLUMNS = { week: 3, day: 8 } as const;
const panelSchema = z.boolean();

/** The first day shown: today inside the exercise's own time, its start otherwise. */
const firstDate = (): Date => {
  const { selection } = useView.getState();
  const { plan } = usePlan.getState();
  const chosen = barsOf(plan).find(({ id }) => selection?.ids.includes(id) === true);
  if (chosen !== undefined) return new Date(chosen.start);
  const exercise = plan.exercise.values().next().value;
  const start = instantMs(exercise?.start);
  const end = instantMs(exercise?.end) ?? start;
  const now = Date.now();
  return new Date(start === undefined || (now >= start && now <= (end ?? start)) ? now : start);
};

const removeSelected = (): void => {
  const { selection } = useView.getState();
  if (selection !== null) performWithUndo((context) => removeRecords(context, selection.kind, selection.ids));
};

const NUDGES: Readonly<Record<string, TimeStep>> = {
  ArrowLeft: { unit: 'day', n: -1 },
  ArrowRight: { unit: 'day', n: 1 },
  ArrowUp: { unit: 'minute', n: -30 },
  ArrowDown: { unit: 'minute', n: 30 },
};

/** Delete, and Alt with the arrows, on what is selected; fields keep their own keys. */
const onKey = (event: KeyboardEvent): void => {
  if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const nudge = event.altKey ? NUDGES[event.key] : undefined;
  if (event.key === 'Delete') removeSelected();
  else if (nudge !== undefined) nudgeSelected(nudge);
  else return;
  event.preventDefault();
};

/** Eight in the morning of a date that is a day; a time that was pointed at stays. */
const workingTime = (date: Date, localizer: DateLocalizer): Date => {
  const day = localizer.startOf(date, 'day');
  return +day === +date ? new Date(+localizer.getSlotDate(day, (8 * HOUR) / 60_000, 0)) : date;
};

/** Where the calendar stands: view, date, and the slot that was pointed at last. */
const useStand = () => {
  const [view, setView] = useState<View>('month');
  const [date, setDate] = useState(firstDate);
  const [slot, setSlot] = useState<Date | null>(null);
  const openDay = useCallback((day: Date) => {
    setDate(day);
    setView('day');
  }, []);
  const move = useCallback((to: Date) => {
    setDate(to);
    setSlot(null);
  }, []);
  return { view, setView, date, setDate: move, slot, setSlot, openDay };
};

/** What the view shows of the plan: entries by column, as many as can be read. */
const useEntries = ({ view, date }: ReturnType<typeof useStand>, filter: string, localizer: DateLocalizer) => {
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
  return { ...columns, entries, hidden, total: columns.entries.length };
};

const Thinned = ({ hidden, total }: { readonly hidden: number; readonly total: number }) => {
  const t = useWords();
  return hidden === 0 ? null : (
    <p role="status" className="calendar-thinned">
      {t('calendar.thinned', { hidden, total })}
    </p>
  );
};

/** Where Enter and the button put what has no time: the slot clicked last, else the day shown; and how they do it. */
const usePlacing = ({ slot, date }: ReturnType<typeof useStand>, localizer: DateLocalizer) => {
  const t = useWords();
  const timeText = useTimeText();
  const spot = workingTime(slot ?? localizer.startOf(date, 'day'), localizer);
  return {
    create: (): void => createEntry(t('timeline.newTitle'), spot, new Date(+spot + HOUR)),
    place: (id: string): void => {
      const what = find(usePlan.getState().plan, 'activity', id)?.title ?? '';
      if (placeActivity(id, spot)) tellDone(t('calendar.placed', { what, time: timeText(+spot) }));
    },
  };
};

/** Month, week, day and agenda over the same activities as the timeline, with what is not scheduled yet beside them. */
export const CalendarView = () => {
  const t = useWords();
  const language = usePreferences((state) => state.language);
  const local = useView((state) => state.timeMode === 'local');
  const { zone } = useTimeContext();
  const stand = useStand();
  const [filter, setFilter] = useState(() => useView.getState().filter);
  const [panel, setPanel] = useRemembered('calendar.panel', panelSchema, false);
  const localizer = useMemo(() => zoneLocalizer(local ? zone : 'UTC', LOCALES, enGB), [local, zone]);
  const body = useRef<HTMLDivElement>(null);
  useRoles(body);
  const shown = useEntries(stand, filter, localizer);
  const unscheduled = useUnscheduled();
  const { create, place } = usePlacing(stand, localizer);
  const sideBySide = (by: ResourceKind): void => {
    shown.setBy(by);
    if (by !== 'none' && stand.view !== 'week') stand.setView('day');
  };
  return (
    <section className="calendar-view" aria-label={t('calendar.title')} onKeyDown={onKey}>
      <CalendarToolbar
        filter={filter}
        onFilter={setFilter}
        zone={local ? zone : 'Z'}
        by={shown.by}
        onBy={sideBySide}
        columns={shown.choice}
        unscheduled={unscheduled.length}
        panel={panel}
        onPanel={() => setPanel(!panel)}
        onNew={create}
      />
      <Thinned hidden={shown.hidden} total={shown.total} />
      <div ref={body} className="calendar-body" data-columns={shown.active === 'none' ? undefined : stand.view}>
        <OpenDay value={stand.openDay}>
          <CalendarGrid
            {...stand}
            localizer={localizer}
            language={language}
            entries={shown.entries}
            by={shown.active}
            columns={shown.choice?.shown}
            onPlace={(id, at, column) => placeActivity(id, workingTime(at, localizer), shown.active, column)}
          />
        </OpenDay>
        {panel && <UnscheduledPanel items={unscheduled} onPlace={place} />}
      </div>
    </section>
  );
};
