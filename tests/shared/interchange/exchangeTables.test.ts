/** Partners, what was sent, what would leave and the log, as tables in both languages. */
import { wordIn } from '#electron/cli/words.ts';
import type { HashedEntry } from '#shared/audit/chain.ts';
import type { SentBundle } from '#shared/contract/cosign.ts';
import type { Partner } from '#shared/contract/exchange.ts';
import { csvOf } from '#shared/interchange/table/csv.ts';
import { auditTable, partnersTable, releaseTable, sentTable } from '#shared/interchange/table/exchange.ts';
import type { ReleaseRow } from '#shared/plan/release/rows.ts';
import { EXERCISE_ID, locationRecord, uuidOf } from '#tests/support/plans.ts';

const [english, french] = [wordIn('en'), wordIn('fr')];
const AT = Date.UTC(2027, 4, 1, 12, 2);

const PARTNER: Partner = {
  kid: 'kid-of-poland',
  nation: 'POL',
  name: 'J7 cell',
  fingerprint: '12345 67890',
  words: ['alfa', 'bravo'],
  validUntil: '2029-05-01T12:02:00Z',
  state: 'verified',
  scope: { plans: true, countersign: true, release: false },
};

test('partners stand with their state and scope in words, in either language', () => {
  const limited: Partner = {
    ...PARTNER,
    nation: 'SWE',
    state: 'revoked',
    scope: { plans: false, countersign: false, release: false, exercises: [EXERCISE_ID, uuidOf(7)] },
  };
  const nameOf = (id: string): string | undefined => (id === EXERCISE_ID ? 'Beacon' : undefined);
  const { table, ids } = partnersTable([PARTNER, limited], english, nameOf);
  expect(table.rows).toEqual([
    [
      'POL',
      'J7 cell',
      'verified',
      'plans, countersignatures',
      'all',
      Date.UTC(2029, 4, 1, 12, 2),
      '12345 67890',
      'alfa bravo',
      'kid-of-poland',
    ],
    [
      'SWE',
      'J7 cell',
      'revoked',
      'nothing',
      `Beacon; ${uuidOf(7)}`,
      expect.any(Number),
      '12345 67890',
      'alfa bravo',
      'kid-of-poland',
    ],
  ]);
  // An exercise that is named marks the file.
  expect(ids).toEqual([EXERCISE_ID, uuidOf(7)]);
  const text = csvOf(partnersTable([PARTNER], french, nameOf).table, {
    marking: 'NON CLASSIFIÉ',
    exercise: '',
    at: AT,
  });
  expect(text.split('\r\n').slice(0, 3)).toEqual([
    '\uFEFFNON CLASSIFIÉ,,Partenaires,011202ZMAY27',
    'Nation,Planificateur,Clé,Acceptée pour,Dans les exercices,Valable jusqu’au (UTC),Valable jusqu’au (DTG),Empreinte,En toutes lettres,Identifiant de la clé',
    'POL,J7 cell,vérifiée,"leurs plans, contreseings",tous,2029-05-01T12:02:00Z,011202ZMAY29,12345 67890,alfa bravo,kid-of-poland',
  ]);
});

const SENT: SentBundle = {
  at: AT,
  requested: false,
  revision: 3,
  file: 'plan.entente',
  to: ['POL J7', 'SWE J7'],
  receipts: [
    { from: 'POL J7', receivedAt: '2027-05-02T06:00:00Z', taken: 12 },
    { from: 'SWE J7', receivedAt: '2027-05-03T06:00:00Z', taken: 0 },
  ],
};

test('what was sent has a row for each who confirmed it, and says of the rest that nobody has', () => {
  const open: SentBundle = { ...SENT, revision: 4, requested: true, to: [], receipts: [] };
  const { table, ids } = sentTable([open, SENT], EXERCISE_ID, english);
  expect(table.rows).toEqual([
    [4, AT, 'signing request', 'plan.entente', 'whoever holds the file', 'not confirmed yet', null, null],
    [3, AT, 'bundle', 'plan.entente', 'POL J7; SWE J7', 'POL J7', Date.UTC(2027, 4, 2, 6), 12],
    [3, AT, 'bundle', 'plan.entente', 'POL J7; SWE J7', 'SWE J7', Date.UTC(2027, 4, 3, 6), 0],
  ]);
  expect(ids).toEqual([EXERCISE_ID]);
  expect(sentTable([open], EXERCISE_ID, french).table.rows[0]).toEqual([
    4,
    AT,
    'demande de signature',
    'plan.entente',
    'tout détenteur du fichier',
    'pas encore confirmé',
    null,
    null,
  ]);
});

const row = (n: number, change: Partial<ReleaseRow>): ReleaseRow => {
  const record = locationRecord(n, `Place ${n}`);
  return { record, title: `Place ${n}`, leaves: record, changes: 0, stays: undefined, ...change };
};

test('the release list is saved with what becomes of each record, and marked by all that it names', () => {
  const rows = [row(10, {}), row(11, { changes: 2 }), row(12, { leaves: undefined, stays: 'FOREIGN' })];
  const { table, ids } = releaseTable(rows, 'POL', english);
  expect(table.columns.map(({ header }) => header)).toEqual(['Kind', 'Name', 'Owner', 'What becomes of it']);
  expect(table.rows).toEqual([
    ['Location', 'Place 10', 'NOR', 'whole'],
    ['Location', 'Place 11', 'NOR', 'without 2 things'],
    ['Location', 'Place 12', 'NOR', 'not ours to send'],
  ]);
  // What is held back is named here, so it counts.
  expect(ids).toEqual([uuidOf(10), uuidOf(11), uuidOf(12)]);
});

const entry = (seq: number, data: HashedEntry['data']): HashedEntry => ({
  seq,
  at: AT,
  code: 'PARTNER',
  data,
  hash: `hash-${seq}`,
});

test('the log is saved in words beside its codes, and marked by every exercise that it speaks of', () => {
  const entries = [
    entry(2, { nation: 'POL', state: 'verified', exerciseId: uuidOf(7) }),
    entry(1, { exerciseId: EXERCISE_ID }),
    entry(0, {}),
  ];
  const { table, ids } = auditTable(entries, french);
  expect(ids).toEqual([uuidOf(7), EXERCISE_ID]);
  expect(table.rows[0]?.slice(0, 4)).toEqual([2, AT, 'Clé de POL : vérifiée', 'PARTNER']);
  expect(auditTable(entries, english).table.rows[0]?.[2]).toBe('Key of POL is now verified');
});
