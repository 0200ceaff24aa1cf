/** Where the calendar stands: another view shows what was chosen last, where this page shows it. */
import { act, renderHook } from '@testing-library/react';
import { enGB } from 'date-fns/locale';
import { useStand } from '#renderer/features/calendar/stand.ts';
import { zoneLocalizer } from '#renderer/features/calendar/zoneLocalizer.ts';
import { usePlan } from '#renderer/state/plan.ts';
import { select } from '#renderer/state/view.ts';
import { EMPTY_HISTORY } from '#shared/plan/history.ts';
import { planOf } from '#shared/plan/state.ts';
import { EXERCISE_ID, exerciseRecord, uuidOf } from '#tests/support/plans.ts';
import { activityRecord } from '#tests/support/records.ts';

jest.mock('#renderer/state/persistence.ts', () => ({}));

const localizer = zoneLocalizer('UTC', { en: enGB }, enGB);
const day = (n: number, month = 6): Date => new Date(Date.UTC(2027, month - 1, n, 10));
const entry = (n: number, at: Date) =>
  activityRecord(n, `Entry ${n}`, { start: { at: at.toISOString().replace('.000', '') } });
const pick = (n: number): void => act(() => select('activity', [uuidOf(n)]));

beforeEach(() => {
  select('activity', []);
  usePlan.setState({
    status: { phase: 'open', id: EXERCISE_ID },
    plan: planOf([exerciseRecord(), entry(20, day(20)), entry(21, day(3, 7))]),
    history: EMPTY_HISTORY,
  });
});

const begin = () => {
  const { result } = renderHook(() => useStand(localizer));
  act(() => result.current.goTo({ at: day(1) }));
  return result;
};

test('the week is that of the entry that was selected on the month', () => {
  const stand = begin();
  pick(20);
  act(() => stand.current.setView('week'));
  expect(stand.current).toMatchObject({ view: 'week', date: day(20), slot: null });
});

test('a slot that was pointed at since then counts more', () => {
  const stand = begin();
  pick(20);
  act(() => stand.current.setSlot({ at: day(9) }));
  act(() => stand.current.setView('day'));
  expect(stand.current).toMatchObject({ view: 'day', date: day(9), slot: { at: day(9) } });
});

test('what this page does not show leaves it where it is', () => {
  const stand = begin();
  pick(21);
  act(() => stand.current.setDate(day(15)));
  act(() => stand.current.setView('week'));
  expect(stand.current.date).toEqual(day(15));
});
