/** The parts around the calendar itself: the agenda, what is not scheduled, columns side by side, and lead times. */
import { act } from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import { enGB } from 'date-fns/locale';
import { ActivityInspector } from '#renderer/features/calendar/ActivityInspector.tsx';
import { Agenda } from '#renderer/features/calendar/Agenda.tsx';
import { CalendarToolbar } from '#renderer/features/calendar/CalendarToolbar.tsx';
import { useCalendarDrag } from '#renderer/features/calendar/drag.ts';
import { entriesOf } from '#renderer/features/calendar/entries.ts';
import { resourcesOf } from '#renderer/features/calendar/resources.ts';
import { isShown, pageTitle, turned } from '#renderer/features/calendar/shown.ts';
import { UnscheduledPanel, useUnscheduled } from '#renderer/features/calendar/UnscheduledList.tsx';
import { zoneLocalizer } from '#renderer/features/calendar/zoneLocalizer.ts';
import { usePlan } from '#renderer/state/plan.ts';
import { useView } from '#renderer/state/view.ts';
import { startWords } from '#renderer/ui/words.ts';
import { find, planOf } from '#shared/plan/state.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { exerciseRecord, locationRecord } from '#tests/support/plans.ts';
import { activityRecord, participantRecord } from '#tests/support/records.ts';
import { showPlan } from '#tests/support/show.tsx';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

beforeAll(() => startWords('en'));
beforeEach(() => {
  useView.setState({ selection: null });
  useCalendarDrag.setState({ inside: null, outside: null });
});

const at = (time: string) => ({ at: `2027-06-${time}:00Z` });
const localizer = zoneLocalizer('UTC', { en: enGB }, enGB);
const [fin, swe] = [participantRecord(1, 'FIN', 'Finland'), participantRecord(2, 'SWE', 'Sweden')];
const hall = locationRecord(3, 'Hall');
const brief = activityRecord(10, 'Brief', {
  type: 'training',
  start: at('07T08:00'),
  minutes: 90,
  participants: [fin.id, swe.id],
  location: hall.id,
});
const march = activityRecord(11, 'March', { start: at('05T10:00'), minutes: 4 * 24 * 60 });
const papers = activityRecord(12, 'Papers out', { type: 'deadline', start: at('08T16:00'), minutes: 0 });
const idea = activityRecord(13, 'Media day', { start: undefined });
const other = activityRecord(14, 'Band practice', { start: undefined });
const records = [exerciseRecord(), fin, swe, hall, brief, march, papers, idea, other];
const activity = (id: string) => find(usePlan.getState().plan, 'activity', id);

describe('the agenda', () => {
  const from = new Date(Date.UTC(2027, 5, 6));
  const showAgenda = () =>
    showPlan(
      records,
      <Agenda entries={entriesOf(barsOf(planOf(records)), '')} localizer={localizer} language="en" from={from} />,
    );
  const lines = (): readonly string[] =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) =>
        within(row)
          .getAllByRole('gridcell')
          .map(({ textContent }) => textContent)
          .join(' | '),
      );

  test('lists each entry once with day, times, kind, who and where; what began before says when', () => {
    showAgenda();
    expect(lines()).toEqual([
      'Sun 6 Jun | 5 Jun 1000 – 9 Jun 1000 | March | Serial |  | ',
      'Mon 7 Jun | 0800–0930 | Brief | Training | FIN, SWE | Hall',
      'Tue 8 Jun | 1600 | Papers out | Deadline |  | ',
    ]);
  });

  test('is gone through by keys, one stop for Tab', async () => {
    const user = showAgenda();
    expect(screen.getAllByRole('row').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    await user.tab();
    expect(screen.getByRole('row', { name: /March/ })).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(useView.getState().selection?.ids).toEqual([brief.id]);
    await user.keyboard('{End}');
    expect(screen.getByRole('row', { name: /Papers out/ })).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Home}');
    expect(useView.getState().selection?.ids).toEqual([march.id]);
  });

  test('says so when there is nothing', () => {
    showPlan(records, <Agenda entries={[]} localizer={localizer} language="en" from={from} />);
    expect(screen.getByRole('status')).toHaveTextContent('Nothing is planned');
  });
});

describe('what is not scheduled', () => {
  const place = jest.fn();
  const List = () => <UnscheduledPanel items={useUnscheduled()} onPlace={place} />;

  test('stands by title, is gone through by keys and placed by Enter', async () => {
    const user = showPlan(records, <List />);
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Band practiceSerial',
      'Media daySerial',
    ]);
    screen.getByRole('listbox').focus();
    await user.keyboard('{End}{Enter}');
    expect(place).toHaveBeenCalledWith(idea.id);
  });

  test('takes a new title, and none that is empty', async () => {
    const user = showPlan(records, <List />);
    const input = screen.getByRole('textbox', { name: 'New, without a time' });
    await user.type(input, '   {Enter}');
    expect(screen.getAllByRole('option')).toHaveLength(2);
    await user.type(input, 'Photographs{Enter}');
    expect(await screen.findByRole('option', { name: /Photographs/ })).toBeVisible();
  });

  test('takes an entry of the calendar off the schedule when it is let go over it', () => {
    showPlan(records, <List />);
    fireEvent.mouseUp(screen.getByRole('complementary'));
    expect(activity(brief.id)?.start).toBeDefined();
    act(() => useCalendarDrag.setState({ inside: brief.id }));
    fireEvent.mouseUp(screen.getByRole('complementary'));
    expect(activity(brief.id)?.start).toBeUndefined();
  });
});

test('columns side by side are chosen from all that there are, no more than can be read', async () => {
  const all = resourcesOf(planOf(records), 'participant', entriesOf(barsOf(planOf(records)), ''), 'Nobody');
  const choose = jest.fn();
  const nothing = (): undefined => undefined;
  const user = showPlan(
    records,
    <CalendarToolbar
      filter=""
      onFilter={nothing}
      zone="Z"
      by="participant"
      onBy={nothing}
      columns={{ all, shown: all.slice(0, 2), chosen: [], most: 2, onChoose: choose }}
      unscheduled={2}
      panel={false}
      onPanel={nothing}
      onNew={nothing}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'Columns: 2 of 3' }));
  const boxes = await screen.findAllByRole('checkbox');
  expect(boxes.map((box) => (box as HTMLInputElement).disabled)).toEqual([false, false, true]);
  await user.click(boxes[0] as HTMLElement);
  expect(choose).toHaveBeenCalledWith([all[1]?.id]);
  expect(screen.getByRole('button', { name: 'The busiest again' })).toBeDisabled();
});

test('a deadline counts in calendar days, weeks or working days, before or after', async () => {
  const user = showPlan(records, <ActivityInspector ids={[papers.id]} />);
  await user.click(screen.getByRole('combobox', { name: 'Counts from' }));
  await user.click(await screen.findByRole('option', { name: 'March' }));
  expect(activity(papers.id)?.start).toMatchObject({ activity: march.id, offset: { unit: 'day', n: 3 } });
  const unit = async (name: string): Promise<void> => {
    await user.click(screen.getByRole('combobox', { name: /^Counted in/ }));
    await user.click(await screen.findByRole('option', { name }));
  };
  await unit('working days');
  expect(activity(papers.id)?.start).toMatchObject({ offset: { unit: 'workday', n: 3 } });
  await unit('weeks');
  await user.click(screen.getByRole('combobox', { name: /^Where/ }));
  await user.click(await screen.findByRole('option', { name: 'before its start' }));
  expect(activity(papers.id)?.start).toMatchObject({ offset: { unit: 'week', n: -3 } });
});

test('pages have names, and the way to the next ones goes by their length', () => {
  const date = new Date(Date.UTC(2027, 5, 9));
  const names = (['month', 'week', 'day', 'agenda'] as const).map((view) => pageTitle(view, date, 'en', localizer));
  expect(names).toEqual(['June 2027', '7 Jun – 13 Jun 2027', 'Wednesday 9 June 2027', '9 Jun – 8 Jul 2027']);
  const next = (['month', 'week', 'day', 'agenda'] as const).map((view) =>
    turned(view, date, 1, localizer).toISOString().slice(0, 10),
  );
  expect(next).toEqual(['2027-07-09', '2027-06-16', '2027-06-10', '2027-07-09']);
  expect(isShown('month', date, new Date(Date.UTC(2027, 4, 31)), localizer)).toBe(false);
  expect(isShown('week', date, new Date(Date.UTC(2027, 5, 13, 23)), localizer)).toBe(true);
});
