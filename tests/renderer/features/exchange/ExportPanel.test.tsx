/** What leaves, beside the profiles that shape it: chosen anew with every change, and nothing closes meanwhile. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { ExportPanel } from '#renderer/features/exchange/ExportPanel.tsx';
import { usePartners } from '#renderer/features/exchange/partners.ts';
import { useActor } from '#renderer/state/actor.ts';
import { setActor, usePlan } from '#renderer/state/plan.ts';
import { setLanguage, startWords } from '#renderer/ui/words.ts';
import type { Partner } from '#shared/contract/exchange.ts';
import { ok } from '#shared/result.ts';
import { exerciseRecord, locationRecord } from '#tests/support/plans.ts';
import { participantRecord } from '#tests/support/records.ts';
import { showPlan } from '#tests/support/show.tsx';

jest.mock('#renderer/state/persistence.ts', () => ({
  ...jest.requireActual<object>('#renderer/state/persistence.ts'),
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

const partner = (nation: string): Partner => ({
  kid: `kid-${nation}`,
  nation,
  name: 'J7 cell',
  fingerprint: '12345 67890',
  words: ['alfa', 'bravo'],
  validUntil: '2029-05-01T12:00:00Z',
  state: 'verified',
  scope: { plans: true, countersign: false, release: false },
});
const onlyForPoland = {
  ...locationRecord(20, 'Depot'),
  label: { policy: 'NATO', classification: 'NATO UNCLASSIFIED', releasableTo: ['NOR', 'POL'] },
};
const records = [exerciseRecord(), participantRecord(10, 'POL', 'Poland'), locationRecord(21, 'Quay'), onlyForPoland];
const ACTOR = { author: 'tester', nation: 'NOR', name: 'J7' };

beforeEach(async () => {
  await startWords('en');
  setActor(ACTOR);
  useActor.setState(ACTOR);
  usePartners.setState({ partners: [partner('POL'), partner('SWE')] });
  const invoke = { 'exchange.sent': () => Promise.resolve(ok([])) };
  Object.defineProperty(window, 'entente', { configurable: true, value: { invoke } });
});
afterEach(() => setLanguage('en'));

const open = () => showPlan(records, <ExportPanel ready />);
const summary = (): Promise<HTMLElement> => screen.findByText(/1 exercise/);

test('a profile is added and changed while what leaves is chosen anew; its dialog stays', async () => {
  const user = open();
  await summary();
  await user.click(screen.getByRole('button', { name: 'Release profiles…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Release profiles' });
  await user.click(within(dialog).getByRole('combobox', { name: 'Add a profile for' }));
  await user.click(await screen.findByRole('option', { name: 'POL' }));
  await user.click(within(dialog).getByRole('button', { name: 'Add' }));
  expect(usePlan.getState().plan.profile.size).toBe(1);
  const location = await within(dialog).findByRole('checkbox', { name: 'Location' });
  await user.click(location);
  expect(location).not.toBeChecked();
  expect(screen.getByRole('dialog', { name: 'Release profiles' })).toBe(dialog);
});

test.each(['Look at exactly what leaves…', 'Release profiles…'])(
  '“%s” has the focus again once its dialog is closed',
  async (name) => {
    const user = open();
    await summary();
    const button = screen.getByRole('button', { name });
    act(() => button.focus());
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(button).toHaveFocus());
    expect(screen.queryByRole('dialog')).toBeNull();
  },
);

test('what leaves is read out anew when the recipients change, and never the old beside the new', async () => {
  const user = open();
  const said = (await summary()).closest('[role=status]');
  expect(said).toHaveTextContent('1 exercise · 1 participant · 1 location');
  await user.click(screen.getByRole('combobox', { name: 'For' }));
  await user.click(await screen.findByRole('option', { name: 'POL J7 cell' }));
  await screen.findByText(/2 locations/);
  await user.click(screen.getByRole('option', { name: 'SWE J7 cell' }));
  expect(said).not.toHaveTextContent('2 locations');
  await screen.findByText(/1 location/);
  expect(said).toBeInTheDocument();
  expect(screen.getByText('1 record is held back')).toBeVisible();
});

test('in French the reason stands after a colon with its space', async () => {
  await act(() => setLanguage('fr'));
  const user = open();
  await screen.findByText(/1 exercice/);
  await user.click(screen.getByText('1 élément est retenu'));
  expect(await screen.findByText(/^Depot : sa mention ne nomme pas tous les destinataires$/)).toBeVisible();
});
