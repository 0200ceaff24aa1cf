import { searchAudit, useAudit, wholeAudit } from '#renderer/features/audit/auditLog.ts';
import { startWords, wordFor } from '#renderer/ui/words.ts';
import { sheetTsv } from '#renderer/ui/table/tsv.ts';
import type { EntenteBridge } from '#shared/contract/ipc.ts';
import type { HashedEntry } from '#shared/audit/chain.ts';
import { auditTable } from '#shared/interchange/table/exchange.ts';
import { EXERCISE_ID } from '#tests/support/plans.ts';

beforeAll(() => startWords('en'));

const entry = (seq: number, data: HashedEntry['data']): HashedEntry => ({
  seq,
  at: Date.UTC(2027, 4, 1, 12, seq % 60),
  code: 'TABLE_SAVED',
  data,
  hash: `hash-${seq}`,
});

const LOG = Array.from({ length: 450 }, (_, index) => entry(450 - index, { exerciseId: EXERCISE_ID, table: 'Units' }));

/** The main process as far as the log asks it; `fails` from that page on. */
const serve = (fails = Number.POSITIVE_INFINITY): void => {
  let pages = 0;
  const page: EntenteBridge['invoke']['audit.page'] = async ({ before, limit }) => {
    pages += 1;
    if (pages >= fails) return { ok: false, error: { code: 'VAULT_CLOSED' } };
    const from = before === undefined ? 0 : LOG.findIndex(({ seq }) => seq < before);
    return { ok: true, value: { entries: from === -1 ? [] : LOG.slice(from, from + limit), total: LOG.length } };
  };
  Object.defineProperty(window, 'entente', { configurable: true, value: { invoke: { 'audit.page': page } } });
};

const loaded = async (): Promise<void> => {
  searchAudit();
  while (useAudit.getState().entries.length === 0) await Promise.resolve();
};

test('a table of the log has every entry that is found, not only those that were looked at', async () => {
  serve();
  await loaded();
  expect(useAudit.getState().entries).toHaveLength(200);
  expect(await wholeAudit()).toBe(true);
  const { table, ids } = auditTable(useAudit.getState().entries, wordFor);
  expect(table.rows).toHaveLength(450);
  expect(table.columns.map(({ header, form }) => [header, form]).slice(0, 2)).toEqual([
    ['No.', 'number'],
    ['When', 'time'],
  ]);
  expect(table.rows[0]).toEqual(expect.arrayContaining([450, Date.UTC(2027, 4, 1, 12, 30), 'hash-450']));
  expect(ids).toEqual([EXERCISE_ID]);
  // On the clipboard times stand as groups.
  expect(sheetTsv(table).split('\r\n')[1]).toContain('450\t011230ZMAY27\t');
});

test('half a log is not saved as if it were the whole', async () => {
  useAudit.setState({ entries: [] });
  serve(2);
  await loaded();
  expect(await wholeAudit()).toBe(false);
});
