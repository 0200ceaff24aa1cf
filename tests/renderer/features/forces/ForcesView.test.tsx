import { act, createEvent, fireEvent, screen, within } from '@testing-library/react';
import { ForcesView } from '#renderer/features/forces/ForcesView.tsx';
import { UnitInspector } from '#renderer/features/forces/UnitInspector.tsx';
import { undo, usePlan } from '#renderer/state/plan.ts';
import { select } from '#renderer/state/view.ts';
import { startWords } from '#renderer/ui/words.ts';
import { live } from '#shared/plan/state.ts';
import { exerciseRecord } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';
import { showPlan, WithInspector } from '#tests/support/show.tsx';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

const fin = participantRecord(10, 'FIN', 'Finland', { flag: 'FI' });
const brigade = unitRecord(20, 'Jaeger Brigade', fin.id, { sidc: '10031000181211000000', personnel: 300 });
const company = unitRecord(21, 'Engineer Company', fin.id, {
  parent: brigade.id,
  sidc: '10031000151407000000',
  personnel: 120,
  homeStation: 'Turku',
});

beforeAll(() => startWords('en'));
beforeEach(() => select('unit', []));

const show = (records = [exerciseRecord(), fin, brigade, company]) =>
  showPlan(records, <WithInspector kind="unit" view={ForcesView} inspector={UnitInspector} />);

const units = () => live(usePlan.getState().plan, 'unit');
const line = (name: string): HTMLElement => screen.getByRole('treeitem', { name: new RegExp(name) });

/** The clipboard events as a browser sends them; returns what a copy put there. */
const copy = (): string => {
  let text = '';
  const event = createEvent.copy(screen.getByRole('tree'));
  Object.assign(event, { clipboardData: { setData: (_type: string, data: string) => (text = data) } });
  fireEvent(screen.getByRole('tree'), event);
  return text;
};
const paste = (text: string): void => {
  const event = createEvent.paste(screen.getByRole('tree'));
  Object.assign(event, { clipboardData: { getData: () => text } });
  fireEvent(screen.getByRole('tree'), event);
};

test('the tree shows who is under whom', async () => {
  show();
  await screen.findByRole('treeitem', { name: /Jaeger/ });
  expect(line('Jaeger Brigade').getAttribute('aria-level')).toBe('2');
  expect(line('Engineer Company').getAttribute('aria-level')).toBe('3');
});

test('without participants it says what comes first', () => {
  show([exerciseRecord()]);
  expect(screen.getByRole('button', { name: 'Add participants' })).toBeTruthy();
  expect(screen.queryByRole('tree')).toBeNull();
});

test('search leaves what it finds and what is above it', async () => {
  const user = show();
  await user.type(screen.getByLabelText('Find a unit or home station'), 'turku');
  expect(line('Engineer Company')).toBeTruthy();
  expect(line('Jaeger Brigade')).toBeTruthy();
  await user.clear(screen.getByLabelText('Find a unit or home station'));
  await user.type(screen.getByLabelText('Find a unit or home station'), 'nowhere');
  expect(screen.queryByRole('treeitem', { name: /Company/ })).toBeNull();
});

test('Alt with an arrow gives another superior, and undo the old one', async () => {
  const user = show();
  await user.click(line('Engineer Company'));
  screen.getByRole('tree').focus();
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  expect(units().find(({ id }) => id === company.id)?.parent).toBeUndefined();
  act(() => void undo());
  expect(units().find(({ id }) => id === company.id)?.parent).toBe(brigade.id);
});

test('several units take one echelon in one step', async () => {
  const user = show();
  await user.click(line('Jaeger Brigade'));
  await user.keyboard('{Control>}');
  await user.click(line('Engineer Company'));
  await user.keyboard('{/Control}');
  const inspector = within(screen.getByRole('complementary'));
  await user.click(inspector.getByRole('combobox', { name: 'Echelon' }));
  await user.click(await screen.findByRole('option', { name: 'Regiment' }));
  expect(units().map(({ sidc }) => sidc)).toEqual(['10031000171211000000', '10031000171407000000']);
  expect(usePlan.getState().history.done).toHaveLength(1);
});

test('what is copied for a spreadsheet can be pasted under another unit, as one step', async () => {
  const user = show();
  await user.click(line('Engineer Company'));
  const text = copy();
  expect(text.split('\r\n')[0]).toContain('Name\tShort name\tSymbol code (SIDC)');
  await user.click(line('Jaeger Brigade'));
  paste(text);
  const twins = units().filter(({ name }) => name === 'Engineer Company');
  expect(twins).toHaveLength(2);
  expect(twins[1]).toMatchObject({ parent: brigade.id, personnel: 120, homeStation: 'Turku', sidc: company.sidc });
  expect(usePlan.getState().history.done).toHaveLength(1);
});

test('a block with a wrong cell is refused whole, and the cell is named', async () => {
  const user = show();
  await user.click(line('Jaeger Brigade'));
  paste('Name\tPersonnel\nSignals Platoon\t40\nMedical Platoon\tmany');
  expect(await screen.findByText(/Row 3, column 2: “many” is no whole number/)).toBeTruthy();
  expect(units()).toHaveLength(2);
});
