import { IconFlag, IconHourglass, IconTruck, IconUsersGroup } from '@tabler/icons-react';
import { createContext, use } from 'react';
import type { EventProps } from 'react-big-calendar';
import { leadLength, leadUnit } from '#shared/plan/activity/lead.ts';
import { ACTIVITY_TYPES } from '#shared/plan/activity/schema.ts';
import { find } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import type { TimeContext } from '#shared/time/context.ts';
import { formatSpan, formatTime, formatWhen } from '#shared/time/display.ts';
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

/** What an entry counts from, where that is an anchor or an activity. */
const useLead = ({ bar }: CalendarEntry): string | undefined => {
  const t = useWords();
  const context = useTimeContext();
  const activity = bar.kind === 'activity' ? find(usePlan.getState().plan, 'activity', bar.id) : undefined;
  return bar.anchored ? countsFrom(activity?.start, context, t) : undefined;
};

/** The sign of its kind, its title, and of a deadline what it counts from. */
export const EntryText = ({ entry }: { readonly entry: CalendarEntry }) => {
  const { bar, title } = entry;
  const lead = useLead(entry);
  const Icon = ICONS[bar.type];
  return (
    <>
      {Icon !== undefined && <Icon size={12} className="calendar-sign" aria-hidden="true" />}
      {title}
      {bar.type === 'deadline' && lead !== undefined && <span className="calendar-lead"> {lead}</span>}
    </>
  );
};

/** The entry through which the keyboard comes to the others; in a month all of them would be too many stops. */
export const TabStop = createContext<string | undefined>(undefined);

/** An entry: its kind as a sign, a deadline with its clock and what it counts from; all of its times on hover. */
export const CalendarEvent = ({ event: entry, slotStart }: EventProps<CalendarEntry>) => {
  const { bar, title } = entry;
  const mode = useView((state) => state.timeMode);
  // Each entry knows by itself whether it is selected, so that a click draws two entries anew and not the whole month.
  const chosen = useView((state) => state.selection?.ids.includes(bar.id) === true);
  const context = useTimeContext();
  const lead = useLead(entry);
  const stop = use(TabStop);
  const point = bar.start === bar.end;
  const times = point ? formatTime(bar.start, mode, context) : formatSpan(bar.start, bar.end, mode, context);
  const text = [title, times, lead].filter(Boolean).join(', ');
  // Entries in the hours take the focus by themselves; those of the month and of a day's head have to be given it.
  const inRow = slotStart !== undefined;
  return (
    <span
      title={text}
      data-bar={bar.id}
      data-kind={bar.kind}
      data-chosen={chosen || undefined}
      className="calendar-entry-text"
      {...(inRow ? { role: 'button', tabIndex: chosen || stop === bar.id ? 0 : -1, 'aria-label': text } : {})}
    >
      <EntryText entry={entry} />
    </span>
  );
};
