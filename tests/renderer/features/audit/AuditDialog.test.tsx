/** Searching the log, on a real vault: by words, in either language, with the groups, and what is saved of it. */
import { act, screen, waitFor } from '@testing-library/react';
import { auditHandlers } from '#electron/audit/handlers.ts';
import { openKeys } from '#electron/keys/identity.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { LogEntry, VaultPort } from '#electron/vault/port.ts';
import { AuditDialog } from '#renderer/features/audit/AuditDialog.tsx';
import { showScreen } from '#renderer/state/screen.ts';
import { setLanguage, startWords } from '#renderer/ui/words.ts';
import { auditRequests } from '#shared/contract/audit.ts';
import type { RequestInput } from '#shared/contract/ipc.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { EXERCISE_ID } from '#tests/support/plans.ts';
import { show } from '#tests/support/show.tsx';
import { must, useFolders } from '../../../electron/vault/support.ts';

const newFolder = useFolders();
const AT = Date.UTC(2027, 4, 1, 12);

const LOG: readonly Omit<LogEntry, 'at'>[] = [
  { code: 'PARTNER', data: { nation: 'POL', kid: 'kid-pol', state: 'verified' } },
  { code: 'PARTNER', data: { nation: 'SWE', kid: 'kid-swe', state: 'revoked' } },
  { code: 'KEY_PRINTED', data: { kid: 'own', target: 'key.pdf' } },
  { code: 'REFUSED', data: { file: '100%_of_pol.entente', reason: 'SIGNER_UNKNOWN' } },
  { code: 'RECEIPT_TAKEN', data: { exerciseId: EXERCISE_ID, nation: 'POL', revision: 3 } },
  { code: 'PRINTED', data: { exerciseId: EXERCISE_ID, number: 'P-1', product: 'matrix', sheets: 2 } },
  { code: 'FROM_THE_FUTURE', data: { nation: 'POL' } },
];

let vault: VaultPort;
/** What was asked to be saved as a table. */
let tables: RequestInput<'outgoing.table'>[] = [];

beforeAll(() => startWords('en'));
beforeEach(async () => {
  const folder = newFolder();
  vault = must(openVault(folder));
  must(await vault.write({ log: LOG.map((entry, n) => ({ at: AT + n * 60_000, ...entry })) }));
  tables = [];
  const handlers = auditHandlers({ vault, keys: openKeys(vault, folder, () => AT), clock: () => AT });
  const invoke = {
    'audit.page': (input: unknown): Promise<Result<unknown>> => {
      const parsed = auditRequests['audit.page'].input.safeParse(structuredClone(input));
      return parsed.success
        ? Promise.resolve(handlers['audit.page'](parsed.data, 1))
        : Promise.resolve(fail('REQUEST_INVALID'));
    },
    'outgoing.table': (input: RequestInput<'outgoing.table'>) => {
      tables.push(input);
      return Promise.resolve(ok({ file: 'log.csv', marking: 'UNCLASSIFIED', count: input.table.rows.length }));
    },
  };
  Object.defineProperty(window, 'entente', { configurable: true, value: { invoke } });
  showScreen({ audit: true });
});
afterEach(async () => {
  act(() => showScreen({ audit: false }));
  await setLanguage('en');
  await vault.close();
});

const open = async (): Promise<ReturnType<typeof show>> => {
  const user = show(<AuditDialog />);
  await waitFor(() => expect(sentences()).toHaveLength(LOG.length));
  return user;
};

/** What stands in the list, the newest first. */
const sentences = (): (string | undefined)[] =>
  screen.queryAllByRole('option').map((row) => row.lastElementChild?.textContent ?? undefined);

const find = async (user: ReturnType<typeof show>, text: string, label = 'Search in the log'): Promise<void> => {
  const field = screen.getByRole('textbox', { name: label });
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
};

test('a word that people read there finds its entries, and a nation all of its own', async () => {
  const user = await open();
  await find(user, 'key sheet');
  await waitFor(() => expect(sentences()).toEqual(['Own key sheet printed to key.pdf']));
  await find(user, 'POL');
  await waitFor(() =>
    expect(sentences()).toEqual([
      'FROM_THE_FUTURE',
      'POL confirmed revision 3',
      '100%_of_pol.entente refused: SIGNER_UNKNOWN',
      'Key of POL is now verified',
    ]),
  );
  expect(screen.getByText('4 of 7 entries fit')).toBeTruthy();
  await find(user, 'revision POL');
  await waitFor(() => expect(sentences()).toEqual(['POL confirmed revision 3']));
});

test('in French it is found by its French words, with or without accents, and by its code in any language', async () => {
  const user = await open();
  await act(() => setLanguage('fr'));
  const label = 'Chercher dans le journal';
  await find(user, 'imprimee', label);
  await waitFor(() => expect(sentences()).toEqual(['Fiche de la clé imprimée dans key.pdf']));
  await find(user, 'révoquée', label);
  await waitFor(() => expect(sentences()).toContain('Clé de SWE : révoquée'));
  expect(sentences()).not.toContain('Clé de POL : vérifiée');
  await find(user, 'key_printed', label);
  await waitFor(() => expect(sentences()).toEqual(['Fiche de la clé imprimée dans key.pdf']));
});

test('signs that the database takes for more than themselves are only themselves', async () => {
  const user = await open();
  await find(user, '100%_');
  await waitFor(() => expect(sentences()).toEqual(['100%_of_pol.entente refused: SIGNER_UNKNOWN']));
  await find(user, 'k%y');
  await waitFor(() => expect(screen.getByText('No entry fits.')).toBeTruthy());
});

test('nothing found is said so, and clearing the field brings all back', async () => {
  const user = await open();
  await find(user, 'submarine');
  expect(await screen.findByText('No entry fits.')).toBeTruthy();
  expect(screen.getByText('0 of 7 entries fit')).toBeTruthy();
  await user.clear(screen.getByRole('textbox', { name: 'Search in the log' }));
  await waitFor(() => expect(sentences()).toHaveLength(LOG.length));
  expect(screen.getByText('7 entries')).toBeTruthy();
});

test('group and search hold together, in whichever order they come', async () => {
  const user = await open();
  await user.click(screen.getByRole('radio', { name: 'Trust' }));
  await waitFor(() => expect(sentences()).toEqual(['Key of SWE is now revoked', 'Key of POL is now verified']));
  await find(user, 'POL');
  await waitFor(() => expect(sentences()).toEqual(['Key of POL is now verified']));
  await user.click(screen.getByRole('radio', { name: 'Exchange' }));
  await waitFor(() => expect(sentences()).toHaveLength(2));
  await user.click(screen.getByRole('radio', { name: 'Other' }));
  await waitFor(() => expect(sentences()).toEqual(['FROM_THE_FUTURE']));
});

test('the table has what is shown; the button that exports says that it takes the whole log', async () => {
  const user = await open();
  await find(user, 'POL');
  await waitFor(() => expect(sentences()).toHaveLength(4));
  await user.click(screen.getByRole('button', { name: 'Copy or save the table' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Save as CSV…' }));
  await waitFor(() => expect(tables).toHaveLength(1));
  expect(tables[0]?.table.rows.map((cells) => cells[2])).toEqual(sentences());
  expect(tables[0]).toMatchObject({ exerciseId: null, ids: [EXERCISE_ID], format: 'csv' });
  expect(screen.getByRole('button', { name: 'Export the whole log…' })).toBeTruthy();
});
