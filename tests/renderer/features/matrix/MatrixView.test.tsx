import { act } from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { MatrixView } from '#renderer/features/matrix/MatrixView.tsx';
import { columnWidth, lineCap } from '#renderer/features/matrix/axes.ts';
import { cursorAfter, cursorOf, inBounds, openingColumn } from '#renderer/features/matrix/cursor.ts';
import { matrixContent } from '#renderer/features/matrix/table.ts';
import { startLayout } from '#renderer/state/layout.ts';
import { changePrint, printKey, usePrintStore } from '#renderer/state/printing.ts';
import { undo, usePlan } from '#renderer/state/plan.ts';
import { useView } from '#renderer/state/view.ts';
import { useAnnouncement } from '#renderer/ui/announce.ts';
import { startWords } from '#renderer/ui/words.ts';
import { matrixOf } from '#shared/matrix/matrix.ts';
import { live, planOf } from '#shared/plan/state.ts';
import { EXERCISE_ID, exerciseRecord, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { showPlan } from '#tests/support/show.tsx';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

beforeAll(() => startWords('en'));
// Nothing is remembered from the test before.
beforeEach(() => startLayout({ read: async () => null, write: async () => null }));

const at = (time: string) => ({ at: `2027-06-${time}:00Z` });
const nor = participantRecord(10, 'NOR', 'Norway');
const first = activityRecord(60, 'Phase I', { type: 'phase', start: at('07T00:00'), minutes: 2880 });
const second = activityRecord(61, 'Phase II', { type: 'phase', start: at('09T00:00'), minutes: 2880 });
const patrol = activityRecord(50, 'Patrol', { start: at('07T08:00'), participants: [nor.id] });
const drill = activityRecord(51, 'Drill', { start: at('07T10:00'), participants: [nor.id] });
const briefing = activityRecord(52, 'Briefing', { type: 'training', start: at('09T08:00'), participants: [nor.id] });
const lift = movementRecord(40, 'SWE-1', nor.id, { ald: at('07T06:00'), lad: at('08T06:00') });
const records = [exerciseRecord(), nor, first, second, patrol, drill, briefing, lift];

/** Columns are phases where the plan has some; chosen here whatever was left. */
const showMatrix = async () => {
  const user = showPlan(records, <MatrixView />);
  await user.click(screen.getByRole('combobox', { name: 'Columns' }));
  await user.click(await screen.findByRole('option', { name: 'Columns: phase' }));
  return user;
};

const cell = (name: string) => screen.getByRole('gridcell', { name: new RegExp(`^${name}`) });
const activity = (id: string) => live(usePlan.getState().plan, 'activity').find((each) => each.id === id);
const grid = () => screen.getByRole('grid', { name: 'Synchronisation matrix' });

test('rows by function and columns by phase, with heads that say so', async () => {
  await showMatrix();
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Function',
    'Phase I',
    'Phase II',
  ]);
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    'Serial',
    'Training',
    'Movement',
  ]);
  expect(cell('Serial, Phase I: Patrol; Drill')).toBeVisible();
  expect(cell('Movement, Phase I: SWE-1')).toBeVisible();
  expect(grid()).toHaveAttribute('aria-rowcount', '4');
});

test('an entry is moved by keys to another phase, and the cursor goes with it', async () => {
  const user = await showMatrix();
  await user.click(within(cell('Serial, Phase I:')).getByText('Patrol'));
  grid().focus();
  await user.keyboard('{ArrowDown}{Alt>}{ArrowRight}{/Alt}');
  expect(activity(drill.id)).toMatchObject({ phase: second.id, start: at('09T10:00') });
  expect(await screen.findByRole('gridcell', { name: /^Serial, Phase II: Drill/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  act(() => void undo());
  await waitFor(() => expect(cell('Serial, Phase I: Patrol; Drill')).toBeVisible());
  expect(activity(drill.id)).toMatchObject({ start: at('07T10:00') });
});

test('a row further down makes it another kind; a movement counts as another function from then on', async () => {
  const user = await showMatrix();
  await user.click(within(cell('Serial, Phase I:')).getByText('Patrol'));
  grid().focus();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(activity(patrol.id)?.type).toBe('training');
  await user.click(within(cell('Movement, Phase I:')).getByText('SWE-1'));
  grid().focus();
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(live(usePlan.getState().plan, 'movement')[0]?.countsAs).toBe('training');
  expect(await screen.findByRole('gridcell', { name: 'Training, Phase I: SWE-1; Patrol' })).toBeVisible();
  await waitFor(() => expect(useAnnouncement.getState().text).toBe('SWE-1: Training, Phase I'));
  act(() => void undo());
  expect(live(usePlan.getState().plan, 'movement')[0]?.countsAs).toBeUndefined();
});

test('what is not scheduled is taken from its column into a phase by keys, and dragged back', async () => {
  const idea = activityRecord(53, 'Idea', { start: undefined });
  const user = showPlan([...records, idea], <MatrixView />);
  expect(screen.getAllByRole('columnheader')[1]).toHaveTextContent('Not scheduled');
  await user.click(within(cell('Serial, Not scheduled:')).getByText('Idea'));
  grid().focus();
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  expect(activity(idea.id)).toMatchObject({ start: at('07T00:00'), phase: first.id });
  const dataTransfer = { setData: jest.fn(), effectAllowed: '' };
  fireEvent.dragStart(await within(cell('Serial, Phase I:')).findByText('Idea'), { dataTransfer });
  fireEvent.drop(cell('Serial, Not scheduled:'), { dataTransfer });
  expect(activity(idea.id)?.start).toBeUndefined();
  const lifted = within(cell('Movement, Phase I:')).getByText('SWE-1');
  fireEvent.dragStart(lifted, { dataTransfer });
  fireEvent.drop(cell('Movement, Not scheduled:'), { dataTransfer });
  expect(await screen.findByRole('gridcell', { name: 'Movement, Not scheduled: SWE-1' })).toBeVisible();
  expect(live(usePlan.getState().plan, 'movement')[0]).not.toHaveProperty('lad');
  await user.click(screen.getByRole('switch', { name: 'Not scheduled' }));
  expect(screen.queryByRole('columnheader', { name: 'Not scheduled' })).toBeNull();
});

test('an activity is written into a cell, renamed in place, and deleted with a way back', async () => {
  const user = await showMatrix();
  await user.click(cell('Training, Phase I:'));
  grid().focus();
  await user.keyboard('{Enter}');
  await user.type(screen.getByRole('textbox', { name: 'Title of a new activity' }), 'First aid{Enter}');
  const made = live(usePlan.getState().plan, 'activity').find(({ title }) => title === 'First aid');
  expect(made).toMatchObject({ type: 'training', phase: first.id, start: at('07T00:00') });
  expect(await screen.findByRole('gridcell', { name: 'Training, Phase I: First aid' })).toBeVisible();
  await user.keyboard('{F2}');
  await user.type(screen.getByRole('textbox', { name: 'Title of First aid' }), 'Rescue{Escape}');
  expect(activity(made?.id ?? '')?.title).toBe('First aid');
  await user.keyboard('{F2}');
  await user.type(screen.getByRole('textbox', { name: 'Title of First aid' }), 'Rescue{Enter}');
  expect(activity(made?.id ?? '')?.title).toBe('Rescue');
  await waitFor(() => expect(cell('Training, Phase I: Rescue')).toBeVisible());
  await user.keyboard('{Delete}');
  expect(activity(made?.id ?? '')).toBeUndefined();
  await user.click((await screen.findAllByRole('button', { name: 'Undo' }))[0] as HTMLElement);
  expect(activity(made?.id ?? '')?.title).toBe('Rescue');
});

test('an entry is dragged to another cell, and dropped on its own it stays', async () => {
  await showMatrix();
  const entry = within(cell('Serial, Phase I:')).getByText('Patrol');
  const dataTransfer = { setData: jest.fn(), effectAllowed: '' };
  fireEvent.dragStart(entry, { dataTransfer });
  fireEvent.dragOver(cell('Training, Phase II:'), { dataTransfer });
  fireEvent.drop(cell('Training, Phase II:'), { dataTransfer });
  expect(activity(patrol.id)).toMatchObject({ type: 'training', phase: second.id, start: at('09T08:00') });
  const steps = usePlan.getState().history.done.length;
  const still = within(cell('Serial, Phase I:')).getByText('Drill');
  fireEvent.dragStart(still, { dataTransfer });
  fireEvent.drop(cell('Serial, Phase I:'), { dataTransfer });
  expect(usePlan.getState().history.done).toHaveLength(steps);
});

/** What the page puts on the clipboard in answer to its own copy. */
const copiedBy = async (act: () => Promise<void>): Promise<string> => {
  let text = '';
  const clipboardData = { setData: (_form: string, data: string) => void (text = data) };
  document.execCommand = () => document.dispatchEvent(Object.assign(new Event('copy'), { clipboardData }));
  await act();
  return text;
};

test('it copies itself as a table and leads to the timeline', async () => {
  const user = await showMatrix();
  await user.click(screen.getByRole('button', { name: 'Copy or save the table' }));
  const text = await copiedBy(async () => user.click(await screen.findByRole('menuitem', { name: 'Copy all rows' })));
  expect(text).toBe(
    'Function\tPhase I\tPhase II\r\nSerial\t"Patrol\nDrill"\t\r\nTraining\t\tBriefing\r\nMovement\tSWE-1\t',
  );
  await user.click(within(cell('Movement, Phase I:')).getByText('SWE-1'));
  await user.click(screen.getByRole('button', { name: 'Show on the timeline' }));
  expect(useView.getState()).toMatchObject({ view: 'timeline', selection: { kind: 'movement', ids: [lift.id] } });
});

test('rows and columns go by something else when that is chosen', async () => {
  const user = showPlan(records, <MatrixView />);
  await user.click(screen.getByRole('combobox', { name: 'Rows' }));
  await user.click(await screen.findByRole('option', { name: 'Rows: participant' }));
  await user.click(screen.getByRole('switch', { name: 'Hide what is empty' }));
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Norway']);
});

test('a cell of many entries shows the first, and all of them when the cursor goes further', async () => {
  const many = Array.from({ length: 40 }, (_, n) => activityRecord(100 + n, `Serial ${n}`, { start: at('07T08:00') }));
  const user = showPlan([exerciseRecord(), ...many], <MatrixView />);
  expect(screen.getAllByText(/^Serial \d+$/)).toHaveLength(24);
  await user.click(screen.getByText('+16 more'));
  expect(screen.getAllByText(/^Serial \d+$/)).toHaveLength(40);
  expect(screen.queryByText('+16 more')).toBeNull();
  grid().focus();
  await user.keyboard('{Escape}');
  expect(screen.getAllByText(/^Serial \d+$/)).toHaveLength(24);
  await user.click(screen.getByText('+16 more'));
  await user.click(screen.getByText('Show fewer'));
  expect(screen.getByText('+16 more')).toBeVisible();
});

test('rows share the height of the window, and never have fewer lines than can be worked with', () => {
  expect(lineCap([12, 3, 40], 600)).toBe(11);
  expect(lineCap([12, 3, 4], 2000)).toBe(12);
  expect(lineCap([40, 40, 40, 40], 300)).toBe(6);
  expect(
    lineCap(
      Array.from({ length: 5000 }, () => 9),
      900,
    ),
  ).toBe(6);
});

test('of a cell with thousands of entries only those in sight are drawn', async () => {
  const many = Array.from({ length: 3000 }, (_, n) =>
    activityRecord(100 + n, `Serial ${n}`, { start: at('07T08:00') }),
  );
  const user = showPlan([exerciseRecord(), ...many], <MatrixView />);
  await user.click(screen.getByText('+2976 more'));
  expect(screen.getAllByText(/^Serial \d+$/).length).toBeLessThan(120);
});

test('the cursor keeps within what there is, and follows an entry wherever it went', () => {
  const matrix = matrixOf(planOf(records), { rows: 'type', columns: 'phase', filled: true });
  expect(inBounds(matrix, { row: 9, column: 9, entry: 9 })).toEqual({ row: 2, column: 1, entry: 0 });
  const start = { row: 0, column: 0, entry: 0 };
  expect(cursorAfter(matrix, start, 'ArrowDown', false)).toEqual({ row: 0, column: 0, entry: 1 });
  expect(cursorAfter(matrix, { ...start, entry: 1 }, 'ArrowDown', false)).toEqual({ row: 1, column: 0, entry: 0 });
  expect(cursorAfter(matrix, { row: 1, column: 0, entry: 0 }, 'ArrowUp', false)).toEqual({
    row: 0,
    column: 0,
    entry: 1,
  });
  expect(cursorAfter(matrix, start, 'End', true)).toEqual({ row: 2, column: 1, entry: 0 });
  expect(cursorAfter(matrix, start, 'a', false)).toBeUndefined();
  expect(cursorOf(matrix, briefing.id, start)).toEqual({ row: 1, column: 1, entry: 0 });
  expect(cursorOf(matrix, uuidOf(999), start)).toEqual(start);
});

test('a plan with phases opens by them, one without by days of the exercise', () => {
  showPlan(records, <MatrixView />);
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Function',
    'Phase I',
    'Phase II',
  ]);
});

test('without phases it opens by days, which read as days of the exercise’s zone', () => {
  showPlan([exerciseRecord(), nor, patrol], <MatrixView />);
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Function',
    'Mon, 7 Jun 2027',
  ]);
});

test('what goes into a file is marked by everything that is named in it', () => {
  const matrix = matrixOf(planOf(records), { rows: 'participant', columns: 'phase', filled: true });
  const content = matrixContent(matrix, {
    title: 'Matrix',
    corner: 'Participant',
    row: ({ title }) => title,
    column: ({ title }) => title,
    dayOf: () => '',
  });
  expect(content.table.columns.map(({ header }) => header)).toEqual(['Participant', 'Phase I', 'Phase II']);
  expect(content.table.rows).toEqual([['Norway', 'SWE-1\nPatrol\nDrill', 'Briefing']]);
  expect([...content.ids].sort()).toEqual(
    [nor.id, first.id, second.id, patrol.id, drill.id, briefing.id, lift.id].sort(),
  );
});

test('printing takes rows, columns and the span of what shows along, and keeps what was chosen of the paper', async () => {
  const user = await showMatrix();
  await user.click(screen.getByRole('button', { name: 'Print' }));
  const key = printKey(EXERCISE_ID, 'matrix');
  expect(useView.getState().view).toBe('print');
  expect(usePrintStore.getState()).toMatchObject({
    product: { [EXERCISE_ID]: 'matrix' },
    chosen: { [key]: { grouping: 'type', columns: 'phase', filled: true, from: '2027-06-07T00:00:00Z' } },
  });
  changePrint(EXERCISE_ID, 'matrix', { paper: 'A1' });
  await user.click(screen.getByRole('combobox', { name: 'Rows' }));
  await user.click(await screen.findByRole('option', { name: 'Rows: participant' }));
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(usePrintStore.getState().chosen[key]).toMatchObject({ grouping: 'participant', paper: 'A1' });
});

test('steps of time open with STARTEX while it lies ahead, phases where the plan stands now', () => {
  const startex = Date.UTC(2027, 5, 9);
  const plan = planOf(records);
  const days = matrixOf(plan, { rows: 'type', columns: 'day', filled: true });
  expect(days.columns[openingColumn(days, startex, 0)]?.span?.start).toBe(Date.UTC(2027, 5, 8, 22));
  expect(openingColumn(days, undefined, 0)).toBe(0);
  expect(openingColumn(days, startex, Date.UTC(2030, 1, 1))).toBe(0);
  expect(openingColumn(matrixOf(plan, { rows: 'type', columns: 'phase', filled: true }), startex, 0)).toBe(0);
});

test('a step shorter than a day stands under its day', async () => {
  const user = showPlan(records, <MatrixView />);
  await user.click(screen.getByRole('combobox', { name: 'Columns' }));
  await user.click(await screen.findByRole('option', { name: 'Columns: 12 hours' }));
  expect(screen.getAllByRole('columnheader')[1]).toHaveTextContent(/062200ZJUN27.*Mon, 7 Jun 2027/);
});

test('columns that all fit beside each other do, and others are wide enough to be read', () => {
  expect(columnWidth(180 + 11 * 160, 11)).toBe(160);
  expect(columnWidth(180 + 11 * 140, 11)).toBe(190);
  expect(columnWidth(180 + 2 * 900, 2)).toBe(340);
});

test('a rest of the pointer tells the whole title, the times and whose it is', async () => {
  await showMatrix();
  expect(within(cell('Serial, Phase I:')).getByText('Patrol')).toHaveAttribute(
    'title',
    'Patrol\n070800ZJUN27 – 070900ZJUN27\nNOR',
  );
});

test('an exercise without anything begins in the column of what has no time yet', async () => {
  const user = showPlan([exerciseRecord(), nor], <MatrixView />);
  await user.click(screen.getByRole('button', { name: 'Write the first activities here' }));
  await user.click(await screen.findByRole('gridcell', { name: 'Serial, Not scheduled:' }));
  grid().focus();
  await user.keyboard('{Insert}');
  await user.type(screen.getByRole('textbox', { name: 'Title of a new activity' }), 'Boarding drill{Enter}');
  const [made] = live(usePlan.getState().plan, 'activity');
  expect(made).toMatchObject({ title: 'Boarding drill', type: 'serial' });
  expect(made?.start).toBeUndefined();
});
