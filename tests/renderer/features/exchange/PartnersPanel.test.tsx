/** Partners and what was sent: what of it leaves as tables, and under which marking it is asked for. */
import { act, screen, waitFor } from '@testing-library/react';
import { usePartners } from '#renderer/features/exchange/partners.ts';
import { PartnersPanel } from '#renderer/features/exchange/PartnersPanel.tsx';
import { SentList } from '#renderer/features/exchange/SentList.tsx';
import { setLanguage, startWords } from '#renderer/ui/words.ts';
import type { SentBundle } from '#shared/contract/cosign.ts';
import type { Partner } from '#shared/contract/exchange.ts';
import type { RequestInput } from '#shared/contract/ipc.ts';
import { outgoingRequests } from '#shared/contract/outgoing.ts';
import { ok } from '#shared/result.ts';
import { EXERCISE_ID, exerciseRecord } from '#tests/support/plans.ts';
import { show, showPlan } from '#tests/support/show.tsx';

const partner = (nation: string, change: Partial<Partner> = {}): Partner => ({
  kid: `kid-${nation}`,
  nation,
  name: 'J7 cell',
  fingerprint: '12345 67890',
  words: ['alfa', 'bravo'],
  validUntil: '2029-05-01T12:00:00Z',
  state: 'verified',
  scope: { plans: true, countersign: false, release: false },
  ...change,
});
const POLAND = partner('POL', {
  scope: { plans: true, countersign: false, release: false, exercises: [EXERCISE_ID] },
});
const SENT: SentBundle = {
  at: Date.UTC(2027, 4, 1, 12),
  requested: false,
  revision: 1,
  file: 'one.entente',
  to: ['POL J7 cell'],
  receipts: [],
};

let sent: readonly SentBundle[] = [];
let tables: RequestInput<'outgoing.table'>[] = [];

beforeAll(() => startWords('en'));
beforeEach(() => {
  sent = [];
  tables = [];
  const invoke = {
    'vault.exercises': () => Promise.resolve(ok([{ id: EXERCISE_ID, name: 'Northern Beacon' }])),
    'exchange.sent': () => Promise.resolve(ok(sent)),
    'outgoing.table': (input: unknown) => {
      const asked = outgoingRequests['outgoing.table'].input.parse(input);
      tables.push(asked);
      return Promise.resolve(ok({ file: 't.csv', marking: 'UNCLASSIFIED', count: asked.table.rows.length }));
    },
  };
  Object.defineProperty(window, 'entente', { configurable: true, value: { invoke } });
});
afterEach(() => setLanguage('en'));

const know = (partners: readonly Partner[]): void => act(() => usePartners.setState({ partners }));

const saveAs = async (user: ReturnType<typeof show>, menu: string, item: string): Promise<void> => {
  await user.click(screen.getByRole('button', { name: menu }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
};

test('partners are saved with what their keys count for, marked by the exercises that are named', async () => {
  const user = show(<PartnersPanel />);
  know([POLAND, partner('SWE', { state: 'unverified' })]);
  expect(await screen.findByText('Only in: Northern Beacon')).toBeTruthy();
  await saveAs(user, 'Copy or save the table', 'Save as XLSX (Excel)…');
  await waitFor(() => expect(tables).toHaveLength(1));
  expect(tables[0]).toMatchObject({
    exerciseId: null,
    ids: [EXERCISE_ID],
    format: 'xlsx',
    table: { name: 'Partners' },
  });
  expect(tables[0]?.table.rows.map((row) => row.slice(0, 5))).toEqual([
    ['POL', 'J7 cell', 'verified', 'plans', 'Northern Beacon'],
    ['SWE', 'J7 cell', 'not verified', 'plans', 'all'],
  ]);
});

test('while there is nobody there is nothing to save', () => {
  show(<PartnersPanel />);
  know([]);
  expect(screen.queryByRole('button', { name: 'Copy or save the table' })).toBeNull();
});

test('what was sent is saved as it is listed, in French too', async () => {
  sent = [SENT];
  await setLanguage('fr');
  const user = showPlan([exerciseRecord()], <SentList token={null} />);
  await screen.findByText(/Révision 1, 011200ZMAY27/);
  await saveAs(user, 'Copier ou enregistrer le tableau', 'Enregistrer en CSV…');
  await waitFor(() => expect(tables).toHaveLength(1));
  expect(tables[0]).toMatchObject({ exerciseId: EXERCISE_ID, ids: [EXERCISE_ID], table: { name: 'Envois' } });
  expect(tables[0]?.table.rows[0]).toEqual(
    expect.arrayContaining([1, SENT.at, 'paquet', 'one.entente', 'POL J7 cell', 'pas encore confirmé']),
  );
});

test('nothing sent, nothing to save', async () => {
  showPlan([exerciseRecord()], <SentList token={null} />);
  expect(await screen.findByText('Nothing of this exercise was sent yet.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Copy or save the table' })).toBeNull();
});
