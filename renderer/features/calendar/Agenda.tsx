import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { DateLocalizer } from 'react-big-calendar';
import { usePlan } from '../../state/plan.ts';
import { openInspector, select, useView } from '../../state/view.ts';
import { hueOf } from '../../ui/hues.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { EntryReading, EntryText, typeWord } from './CalendarEvent.tsx';
import { type CalendarEntry, namesOf } from './entries.ts';

const ROW = 30;
const PAGE = 12;

interface AgendaProps {
  readonly entries: readonly CalendarEntry[];
  readonly localizer: DateLocalizer;
  readonly language: string;
  /** The first day that is listed. */
  readonly from: Date;
}

/** `0600–1700` within a day, with the day of the end where it is another, and the day of the begin where it lies before the list. */
const timesOf = ({ start, end }: CalendarEntry, { localizer, language, from }: AgendaProps): string => {
  const clock = (at: Date): string => localizer.format(at, 'HHmm', language);
  const day = (at: Date): string => localizer.format(at, 'd MMM', language);
  const begin = start < from ? `${day(start)} ${clock(start)}` : clock(start);
  if (+start === +end) return begin;
  return localizer.isSameDate(start, end) ? `${begin}–${clock(end)}` : `${begin} – ${day(end)} ${clock(end)}`;
};

interface LineProps {
  readonly entry: CalendarEntry;
  readonly agenda: AgendaProps;
  readonly index: number;
  readonly top: number;
  /** The first of its day names it. */
  readonly first: boolean;
  readonly reachable: boolean;
}

const Line = ({ entry, agenda, index, top, first, reachable }: LineProps) => {
  const { bar } = entry;
  const { localizer, language, from } = agenda;
  const chosen = useView((state) => state.selection?.ids.includes(bar.id) === true);
  const day = localizer.format(entry.start < from ? from : entry.start, 'ccc d MMM', language);
  const { who, where } = namesOf(usePlan.getState().plan, bar);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      tabIndex={reachable ? 0 : -1}
      className={`agenda-row calendar-entry ${hueOf(bar)}`}
      data-bar={bar.id}
      data-kind={bar.kind}
      data-first={first || undefined}
      data-state={bar.state}
      style={{ top }}
      onClick={() => select(bar.kind, [bar.id])}
      onDoubleClick={openInspector}
    >
      <span role="gridcell" className="agenda-day">
        <span data-repeated={!first || undefined}>{day}</span>
      </span>
      <span role="gridcell" className="agenda-time figure">
        {timesOf(entry, agenda)}
      </span>
      <span role="gridcell" className="agenda-what" title={entry.title}>
        <EntryText entry={entry} />
      </span>
      <span role="gridcell" className="agenda-more">
        {typeWord(bar.type)}
      </span>
      <span role="gridcell" className="agenda-more" title={who}>
        {who}
      </span>
      <span role="gridcell" className="agenda-more" title={where}>
        {where}
      </span>
    </div>
  );
};

const HEADS = ['date', 'time', 'event', 'type', 'who', 'where'] as const;

const Heads = () => (
  <div role="row" aria-rowindex={1} className="agenda-row agenda-heads">
    {HEADS.map((head) => (
      <span key={head} role="columnheader">
        {wordFor(`calendar.heads.${head}`)}
      </span>
    ))}
  </div>
);

const indexAfter = (key: string, index: number, last: number): number | undefined => {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const step = steps[key];
  return step === undefined ? undefined : Math.max(0, Math.min(last, index + step));
};

/** The lines, which of them is selected, and the keys that lead from one to the next. */
const useLines = ({ entries }: AgendaProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useMemo(() => entries.toSorted((a, b) => +a.start - +b.start), [entries]);
  const chosen = useView((state) => state.selection?.ids[0]);
  const at = list.findIndex(({ bar }) => bar.id === chosen);
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  // What is selected stays in sight when it has been moved.
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, virtual]);
  const goTo = (index: number): void => {
    const entry = list[index];
    if (entry === undefined) return;
    select(entry.bar.kind, [entry.bar.id]);
    virtual.scrollToIndex(index);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-bar="${entry.bar.id}"]`)?.focus());
  };
  const onKey = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const next = altKey || ctrlKey || metaKey || shiftKey ? undefined : indexAfter(key, at, list.length - 1);
    if (next === undefined) return;
    goTo(next);
    event.preventDefault();
  };
  return { scroller, list, at, virtual, onKey };
};

/** Everything of thirty days in the order of time, one line each; keys go from line to line. */
export const Agenda = (props: AgendaProps) => {
  const { localizer, from } = props;
  const t = useWords();
  const { scroller, list, at, virtual, onKey } = useLines(props);
  const dayOf = (entry: CalendarEntry | undefined): number =>
    entry === undefined ? -1 : +localizer.startOf(entry.start < from ? from : entry.start, 'day');
  if (list.length === 0) {
    return (
      <Text c="dimmed" p="md" className="agenda" role="status">
        {t('calendar.nothing')}
      </Text>
    );
  }
  return (
    <div
      ref={scroller}
      role="grid"
      className="agenda"
      aria-label={t('calendar.agenda')}
      aria-rowcount={list.length + 1}
      onKeyDown={onKey}
    >
      <Heads />
      <EntryReading>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const entry = list[index];
            return entry === undefined ? null : (
              <Line
                key={entry.id}
                entry={entry}
                agenda={props}
                index={index}
                top={start}
                first={dayOf(entry) !== dayOf(list[index - 1])}
                reachable={index === Math.max(0, at)}
              />
            );
          })}
        </div>
      </EntryReading>
    </div>
  );
};
