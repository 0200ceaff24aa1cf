import { IconFlag, IconHourglass, IconTruck, IconUsersGroup } from '@tabler/icons-react';
import { createContext, type ReactNode, use, useMemo } from 'react';
import type { EventProps } from 'react-big-calendar';
import { leadLength, leadUnit } from '#shared/plan/activity/lead.ts';
import { ACTIVITY_TYPES } from '#shared/plan/activity/schema.ts';
import { find } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import type { TimeContext } from '#shared/time/context.ts';
import { type TimeMode, formatSpan, formatTime, formatWhen } from '#shared/time/display.ts';
import type { When } from '#shared/time/when.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeContext } from '../../state/time.ts';
import { useView } from '../../state/view.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import type { CalendarEntry } from './entries.ts';

const ICONS: Readonly<Record<string, typeof IconFlag>> = {
  conference: IconUsersGroup,
  deadline: IconHourglass,
  milestone: IconFlag,
  movement: IconTruck,
};

type Words = ReturnType<typeof useWords>;

/** What a time counts from: `STARTEX-60d`, `14 days before MPC`; undefined for an absolute one. */
const countsFrom = (when: When | undefined, context: TimeContext, t: Words): string | undefined => {
  if (when === undefined || 'at' in when) return undefined;
  if ('anchor' in when) return formatWhen(when, context);
  const other = find(usePlan.getState().plan, 'activity', when.activity);
  if (other === undefined) return undefined;
  const n = leadLength(when);
  return t(`calendar.lead.${leadUnit(when)}${n > 0 ? 'After' : 'Before'}`, { n: Math.abs(n), what: titleOf(other) });
};

export const typeWord = (type: string): string => {
  const known = [...ACTIVITY_TYPES, 'movement'].some((each) => each === type);
  return known ? wordFor(`plan.activityType.${type}`) : type;
};

interface Reading {
  readonly mode: TimeMode;
  readonly context: TimeContext;
  readonly t: Words;
}

const ReadingAround = createContext<Reading | undefined>(undefined);

/** How times read, found once for all entries of a page: each of hundreds asking for itself holds the page up. */
export const EntryReading = ({ children }: { readonly children: ReactNode }) => {
  const t = useWords();
  const mode = useView((state) => state.timeMode);
  const context = useTimeContext();
  const reading = useMemo(() => ({ t, mode, context }), [t, mode, context]);
  return <ReadingAround value={reading}>{children}</ReadingAround>;
};

/** What an entry counts from, where that is an anchor or an activity. */
const leadOf = ({ bar }: CalendarEntry, { context, t }: Reading): string | undefined => {
  if (!bar.anchored || bar.kind !== 'activity') return undefined;
  return countsFrom(find(usePlan.getState().plan, 'activity', bar.id)?.start, context, t);
};

const Signed = ({ entry, lead }: { readonly entry: CalendarEntry; readonly lead: string | undefined }) => {
  const { bar, title } = entry;
  const Icon = ICONS[bar.type];
  return (
    <>
      {Icon !== undefined && <Icon size={12} className="calendar-sign" aria-hidden="true" />}
      {title}
      {bar.type === 'deadline' && lead !== undefined && <span className="calendar-lead"> {lead}</span>}
    </>
  );
};

/** The sign of its kind, its title, and of a deadline what it counts from. */
export const EntryText = ({ entry }: { readonly entry: CalendarEntry }) => {
  const reading = use(ReadingAround);
  return <Signed entry={entry} lead={reading && leadOf(entry, reading)} />;
};

/** Whose it is, by their codes. */
const whoseOf = ({ bar }: CalendarEntry): string => {
  const { plan } = usePlan.getState();
  return bar.participants.flatMap((id) => find(plan, 'participant', id)?.code ?? []).join(' ');
};

/**
 * An entry: its kind as a sign, a deadline with its clock and what it counts from; all of its times on hover. It takes
 * the focus; which of them is the stop for the keyboard, the page decides.
 */
export const CalendarEvent = ({ event: entry }: EventProps<CalendarEntry>) => {
  const { bar, title } = entry;
  const reading = use(ReadingAround);
  // Each entry knows by itself whether it is selected, so that a click draws two entries anew and not the whole month.
  const chosen = useView((state) => state.selection?.ids.includes(bar.id) === true);
  if (reading === undefined) return title;
  const { mode, context } = reading;
  const lead = leadOf(entry, reading);
  const point = bar.start === bar.end;
  const times = point ? formatTime(bar.start, mode, context) : formatSpan(bar.start, bar.end, mode, context);
  const text = [title, times, lead, whoseOf(entry)].filter(Boolean).join(', ');
  return (
    <span
      title={text}
      data-bar={bar.id}
      data-kind={bar.kind}
      data-chosen={chosen || undefined}
      className="calendar-entry-text"
      role="button"
      tabIndex={-1}
      aria-label={text}
      aria-pressed={chosen}
    >
      <Signed entry={entry} lead={lead} />
    </span>
  );
};
