import { screen, within } from '@testing-library/react';
import { LogisticsView } from '#renderer/features/logistics/LogisticsView.tsx';
import { MovementInspector } from '#renderer/features/logistics/MovementInspector.tsx';
import { usePlan } from '#renderer/state/plan.ts';
import { select } from '#renderer/state/view.ts';
import { startWords } from '#renderer/ui/words.ts';
import { live } from '#shared/plan/state.ts';
import { exerciseRecord, uuidOf } from '#tests/support/plans.ts';
import { movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
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
