import { screen, within } from '@testing-library/react';
import { LogisticsView } from '#renderer/features/logistics/LogisticsView.tsx';
import { MovementInspector } from '#renderer/features/logistics/MovementInspector.tsx';
import { usePlan } from '#renderer/state/plan.ts';
import { select, useView } from '#renderer/state/view.ts';
import { startWords } from '#renderer/ui/words.ts';
import { live } from '#shared/plan/state.ts';
import { exerciseRecord, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { showPlan, WithInspector } from '#tests/support/show.tsx';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

const fin = participantRecord(10, 'FIN', 'Finland');
const company = unitRecord(20, 'Engineer Company', fin.id, { personnel: 120 });
const leg = (n: number, mode: 'ROAD' | 'SEA', depart: string, arrive: string) => ({
  id: uuidOf(n),
  mode,
  depart: { at: `2027-06-${depart}:00Z` },
  arrive: { at: `2027-06-${arrive}:00Z` },
});
const first = movementRecord(30, 'FIN-001', fin.id, {
  units: [company.id],
  legs: [leg(40, 'ROAD', '01T06:00', '01T12:00'), leg(41, 'SEA', '01T18:00', '02T18:00')],
});

beforeAll(() => startWords('en'));
beforeEach(() => select('movement', []));

const show = (records = [exerciseRecord(), fin, company, first]) =>
  showPlan(records, <WithInspector kind="movement" view={LogisticsView} inspector={MovementInspector} />);

const movements = () => live(usePlan.getState().plan, 'movement');
const inspector = () => within(screen.getByRole('complementary'));

test('a new movement takes the next free line number and is open to be filled', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Add movement' }));
  expect(movements().map(({ uln }) => uln)).toEqual(['FIN-001', 'FIN-002']);
  expect(inspector().getByRole('textbox', { name: /^ULN/ })).toHaveProperty('value', 'FIN-002');
});

test('without participants it says what is missing, and nothing is added', async () => {
  const user = show([exerciseRecord()]);
  await user.click(screen.getAllByRole('button', { name: 'Add movement' })[0] ?? document.body);
  expect(await screen.findByText(/add participants first/)).toBeTruthy();
  expect(movements()).toEqual([]);
});

test('what a movement waits for and what waits for it are added, changed and taken away in its inspector', async () => {
  const brief = activityRecord(50, 'Brief');
  const second = movementRecord(31, 'FIN-002', fin.id);
  const user = show([exerciseRecord(), fin, company, first, second, brief]);
  const links = () => live(usePlan.getState().plan, 'dependency').map(({ from, to }) => [from, to]);
  const add = async (label: string, what: string) => {
    await user.click(inspector().getByRole('combobox', { name: label }));
    await user.click(await screen.findByRole('option', { name: what }));
  };
  await user.click(screen.getByRole('gridcell', { name: 'FIN-001' }));
  await add('Comes before (add)', 'Brief');
  await add('Waits for (add)', 'FIN-002');
  expect(links()).toEqual([
    [first.id, brief.id],
    [second.id, first.id],
  ]);
  // What is linked already is not offered again, nor is the movement itself.
  await user.click(inspector().getByRole('combobox', { name: 'Comes before (add)' }));
  expect(screen.queryAllByRole('option', { name: /Brief|FIN-00/ })).toEqual([]);
  await user.keyboard('{Escape}');
  const [lag] = inspector().getAllByRole('textbox', { name: 'Lag' });
  await user.clear(lag ?? document.body);
  await user.type(lag ?? document.body, '2h{Enter}');
  expect(live(usePlan.getState().plan, 'dependency').find(({ to }) => to === first.id)?.lagMinutes).toBe(120);
  const [, after] = inspector().getAllByRole('textbox', { name: 'Lag' });
  expect(inspector().getByText('begins 121400ZJUN27')).toBeTruthy();
  await user.clear(after ?? document.body);
  await user.type(after ?? document.body, '20d{Enter}');
  expect(inspector().getByText(/not kept, 10d 4h short/)).toBeTruthy();
  await user.click(inspector().getByRole('button', { name: 'Remove the link with Brief' }));
  expect(links()).toEqual([[second.id, first.id]]);
  expect(usePlan.getState().history.done.at(-1)?.label).toEqual({
    key: 'steps.unlink',
    params: { from: 'FIN-001', to: 'Brief' },
  });
  await user.click(inspector().getByRole('button', { name: 'FIN-002' }));
  expect(useView.getState()).toMatchObject({ view: 'timeline', selection: { kind: 'movement', ids: [second.id] } });
});

test('legs change their order, and the first cannot go further up', async () => {
  const user = show();
  await user.click(screen.getByRole('gridcell', { name: 'FIN-001' }));
  expect(inspector().getByRole('button', { name: 'Move leg 1 up' })).toHaveProperty('disabled', true);
  await user.click(inspector().getByRole('button', { name: 'Move leg 1 down' }));
  expect(movements()[0]?.legs.map(({ mode }) => mode)).toEqual(['SEA', 'ROAD']);
  expect(inspector().getByRole('button', { name: 'Move leg 2 down' })).toHaveProperty('disabled', true);
});

test('the people of a movement can be those of its units', async () => {
  const user = show();
  await user.click(screen.getByRole('gridcell', { name: 'FIN-001' }));
  await user.click(inspector().getByRole('button', { name: 'Take the strength of the units' }));
  expect(movements()[0]?.pax).toBe(120);
});
