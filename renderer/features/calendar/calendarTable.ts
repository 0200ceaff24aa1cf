/** What the calendar shows, and what waits for a time, as tables for spreadsheets: whatever the page, a line for each entry. */
import type { Activity } from '#shared/plan/activity/schema.ts';
import { find } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import { usePlan } from '../../state/plan.ts';
import { memberWord } from '../../ui/memberWords.ts';
import { listContent } from '../../ui/table/listTable.ts';
import type { TableContent } from '../../ui/table/saveTable.ts';
import { wordFor } from '../../ui/words.ts';
import { typeWord } from './CalendarEvent.tsx';
import { type CalendarEntry, namesOf } from './entries.ts';

/** In the order of time, each entry once however many columns it stands in. @param page what the page is called */
export const calendarContent = (page: string, entries: readonly CalendarEntry[]): TableContent => {
  const bars = [...new Map(entries.map(({ bar }) => [bar.id, bar])).values()].toSorted((a, b) => a.start - b.start);
  const { plan } = usePlan.getState();
  return listContent(
    `${wordFor('calendar.title')}, ${page}`,
    bars,
    [
      [wordFor('plan.fields.start'), 'time', ({ start }) => start],
      [wordFor('plan.fields.end'), 'time', ({ end }) => end],
      [wordFor('calendar.heads.event'), 'text', ({ title }) => title],
      [wordFor('calendar.heads.type'), 'text', ({ type }) => typeWord(type)],
      [wordFor('calendar.heads.who'), 'text', (bar) => namesOf(plan, bar).who],
      [wordFor('calendar.heads.where'), 'text', (bar) => namesOf(plan, bar).where],
    ],
    bars.map(({ id }) => id),
  );
};

/** Activities without a time. */
export const unscheduledContent = (items: readonly Activity[]): TableContent => {
  const { plan } = usePlan.getState();
  const codes = (ids: readonly string[]): string =>
    ids.flatMap((id) => find(plan, 'participant', id)?.code ?? []).join(', ');
  return listContent(
    wordFor('calendar.unscheduled'),
    items,
    [
      [wordFor('calendar.heads.event'), 'text', titleOf],
      [wordFor('calendar.heads.type'), 'text', ({ type }) => memberWord('activity', 'type', type)],
      [`${wordFor('plan.fields.minutes')} (min)`, 'number', ({ minutes }) => minutes],
      [wordFor('calendar.heads.who'), 'text', ({ participants }) => codes(participants)],
      [wordFor('calendar.heads.where'), 'text', ({ location }) => find(plan, 'location', location)?.name],
      [wordFor('plan.fields.responsible'), 'text', ({ responsible }) => responsible],
      [wordFor('plan.fields.remarks'), 'text', ({ remarks }) => remarks],
    ],
    items.map(({ id }) => id),
  );
};
