import { screen, within } from '@testing-library/react';
import { ParticipantInspector } from '#renderer/features/participants/ParticipantInspector.tsx';
import { ParticipantsView } from '#renderer/features/participants/ParticipantsView.tsx';
import { usePlan } from '#renderer/state/plan.ts';
import { startWords } from '#renderer/ui/words.ts';
import { live } from '#shared/plan/state.ts';
import { exerciseRecord } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';
import { showPlan, WithInspector } from '#tests/support/show.tsx';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

const fin = participantRecord(10, 'FIN', 'Finland', { flag: 'FI' });
const swe = participantRecord(11, 'SWE', 'Sweden', { flag: 'SE' });

beforeAll(() => startWords('en'));

const show = () =>
  showPlan(
    [exerciseRecord(), fin, swe, unitRecord(20, 'Coy', fin.id, { personnel: 120 })],
    <WithInspector kind="participant" view={ParticipantsView} inspector={ParticipantInspector} />,
  );

const participants = () => live(usePlan.getState().plan, 'participant');

test('a nation is found by typing, and comes with name and flag', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Add participant' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('combobox', { name: 'Nation' }), 'esto');
  await user.click(await screen.findByRole('option', { name: 'Estonia (EST)' }));
  await user.click(within(dialog).getByRole('button', { name: 'Add' }));
  expect(participants()).toContainEqual(expect.objectContaining({ code: 'EST', name: 'Estonia', flag: 'EE' }));
});

test('a nation that is there already is refused in one sentence, and nothing changes', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Add participant' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('combobox', { name: 'Nation' }), 'finland');
  await user.click(await screen.findByRole('option', { name: 'Finland (FIN)' }));
  await user.click(within(dialog).getByRole('button', { name: 'Add' }));
  expect(within(dialog).getByText(/FIN/, { selector: '.mantine-InputWrapper-error, [class*=error]' })).toBeVisible();
  expect(participants()).toHaveLength(2);
});

test('an exercise nation gets a code that no country has', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Add participant' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByText('Exercise nation'));
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Arnland');
  const code = within(dialog).getByRole('textbox', { name: 'Code' });
  expect(code).toHaveValue('XAR');
  await user.clear(code);
  await user.type(code, 'usa');
  await user.click(within(dialog).getByRole('button', { name: 'Add' }));
  expect(within(dialog).getByText(/USA belongs to a real country/)).toBeVisible();
  expect(participants()).toHaveLength(2);
});

test('a role is set for several at once, and contacts for one', async () => {
  const user = show();
  await user.click(screen.getByText('Finland'));
  await user.click(screen.getByRole('button', { name: 'Add contact' }));
  expect(participants().find(({ id }) => id === fin.id)?.contacts).toHaveLength(1);
  screen.getByRole('grid').focus();
  await user.keyboard('{Control>}a{/Control}');
  await user.click(screen.getByRole('combobox', { name: /Role/ }));
  await user.click(await screen.findByRole('option', { name: 'Observer' }));
  expect(participants().map(({ role }) => role)).toEqual(['observer', 'observer']);
  expect(usePlan.getState().history.done).toHaveLength(2);
});

test('Delete takes a participant with its units, and Undo brings both back', async () => {
  const user = show();
  await user.click(screen.getByText('Finland'));
  await user.keyboard('{Delete}');
  screen.getByRole('grid').focus();
  await user.keyboard('{Delete}');
  expect(participants().map(({ code }) => code)).toEqual(['SWE']);
  expect(live(usePlan.getState().plan, 'unit')).toEqual([]);
  await user.click((await screen.findAllByRole('button', { name: 'Undo' }))[0] as HTMLElement);
  expect(participants()).toHaveLength(2);
  expect(live(usePlan.getState().plan, 'unit')).toHaveLength(1);
});
