import { Button, Title } from '@mantine/core';
import type { DateLocalizer } from 'react-big-calendar';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords } from '../../ui/words.ts';
import { calendarContent } from './calendarTable.ts';
import type { CalendarEntry } from './entries.ts';
import { CALENDAR_VIEWS, pageTitle, turned } from './shown.ts';
import type { Stand } from './stand.ts';

interface HeadProps {
  readonly stand: Stand;
  readonly localizer: DateLocalizer;
  readonly language: string;
  /** All of this page, drawn or not. */
  readonly entries: readonly CalendarEntry[];
}

/** Which page of the calendar shows, and the ways to the others. */
export const CalendarHead = ({ stand, localizer, language, entries }: HeadProps) => {
  const t = useWords();
  const { view, setView, date, setDate } = stand;
  const words = {
    month: t('calendar.month'),
    week: t('calendar.week'),
    day: t('calendar.day'),
    agenda: t('calendar.agenda'),
  };
  return (
    <div className="calendar-head">
      <Button.Group>
        <Button variant="default" size="xs" onClick={() => setDate(new Date())}>
          {t('calendar.today')}
        </Button>
        <Button variant="default" size="xs" data-often onClick={() => setDate(turned(view, date, -1, localizer))}>
          {t('calendar.previous')}
        </Button>
        <Button variant="default" size="xs" data-often onClick={() => setDate(turned(view, date, 1, localizer))}>
          {t('calendar.next')}
        </Button>
      </Button.Group>
      <Title order={2} className="calendar-page" aria-live="polite">
        {pageTitle(view, date, language, localizer)}
      </Title>
      <Button.Group attributes={{ group: { role: 'group', 'aria-label': t('calendar.view') } }}>
        {CALENDAR_VIEWS.map((id) => (
          <Button
            key={id}
            size="xs"
            variant={id === view ? 'filled' : 'default'}
            aria-pressed={id === view}
            onClick={() => setView(id)}
          >
            {words[id]}
          </Button>
        ))}
      </Button.Group>
      <TableMenu content={() => calendarContent(pageTitle(view, date, language, localizer), entries)} />
    </div>
  );
};
