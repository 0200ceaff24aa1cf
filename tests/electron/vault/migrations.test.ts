import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { auditVerifier } from '#shared/audit/chain.ts';
import { openDatabase } from '#electron/vault/open.ts';
import { MIGRATIONS, versionOf } from '#electron/vault/schema.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { createStore } from '#electron/vault/store.ts';
import { stepsStore } from '#electron/vault/steps.ts';
import { EXERCISE_ID, firstStep, locationStep } from '#tests/support/plans.ts';
import { must, useFolders } from './support.ts';

const newFolder = useFolders();

/** What each version can hold, written by SQL of its own time. */
const FILL: readonly ((db: DatabaseSync) => void)[] = [
  () => {},
  (db) => db.exec(`INSERT INTO setting VALUES ('view.key', 'value')`),
  (db) => db.exec(`INSERT INTO log (at, code, data) VALUES (5, 'CODE', '{}')`),
  (db) => db.exec(`INSERT INTO snapshot VALUES ('e', 1, 2, 0, x'00', x'5B5D')`),
  (db) => db.exec(`INSERT INTO log_hash VALUES (1, 'hash')`),
  (db) => db.exec(`INSERT INTO sent VALUES ('e', 'k', 1, 2, 0, x'00', x'5B5D')`),
];
const COUNT = [
  '',
  'SELECT count(*) n FROM setting',
  'SELECT count(*) n FROM log',
  'SELECT count(*) n FROM snapshot',
  'SELECT count(*) n FROM log_hash',
  'SELECT count(*) n FROM sent',
];

test('every migration has its filling here', () => {
  expect(FILL).toHaveLength(MIGRATIONS.length + 1);
});

test.each(MIGRATIONS.map((_, n) => n))('from version %i to the next all data stay', (version) => {
  const folder = newFolder();
  const old = must(openDatabase(folder, version));
  expect(versionOf(old)).toBe(version);
  for (let n = 1; n <= version; n += 1) FILL[n]?.(old);
  old.close();
  const next = must(openDatabase(folder, version + 1));
  expect(versionOf(next)).toBe(version + 1);
  for (let n = 1; n <= version; n += 1) expect(next.prepare(COUNT[n] ?? '').get()?.['n']).toBe(1);
  expect(() => FILL[version + 1]?.(next)).not.toThrow();
  next.close();
});

test('a history of the first version opens in the newest', async () => {
  const folder = newFolder();
  const old = must(openDatabase(folder, 1));
  old.exec(
    `CREATE TABLE snapshot (exercise TEXT, seq INTEGER, size INTEGER, encoding INTEGER, digest BLOB, body BLOB)`,
  );
  const steps = [firstStep(), locationStep(10)];
  const insertOnly = stepsStoreWithoutSnapshots(old, folder);
  for (const step of steps) insertOnly.append(step);
  old.exec('DROP TABLE snapshot');
  old.close();
  const vault = must(openVault(folder));
  const page = must(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 9 }));
  expect(page.steps.map(({ step }) => step)).toEqual(steps);
  await vault.close();
});

test('a log of before the chain is hashed when it is opened, and goes on as one', async () => {
  const folder = newFolder();
  const old = must(openDatabase(folder, 3));
  for (let n = 1; n <= 3; n += 1) old.exec(`INSERT INTO log (at, code, data) VALUES (${n}, 'OLD', '{"n":${n}}')`);
  old.close();
  const vault = must(openVault(folder));
  const head = must(await vault.auditHead());
  expect(head.sequence).toBe(3);
  must(await vault.write({ log: [{ at: 4, code: 'NEW', data: {} }] }));
  const verifier = auditVerifier(new Set([3]));
  for (const entry of must(await vault.log(0, 10))) verifier.push(entry);
  expect(verifier.fault()).toBeUndefined();
  expect(verifier.hashAt(3)).toBe(head.head);
  await vault.close();
});

/** The first version had no snapshots; today's code prepares statements for them. */
function stepsStoreWithoutSnapshots(db: DatabaseSync, folder: string): Pick<ReturnType<typeof stepsStore>, 'append'> {
  db.exec('CREATE UNIQUE INDEX one_snapshot ON snapshot (exercise)');
  return stepsStore(db, folder);
}

test('a vault of a newer Entente is refused and left as it was', () => {
  const folder = newFolder();
  const newer = must(openDatabase(folder));
  createStore(newer, folder).append(firstStep());
  newer.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  newer.close();
  expect(openVault(folder)).toEqual({
    ok: false,
    error: { code: 'VAULT_NEWER', data: { folder, found: MIGRATIONS.length + 1, known: MIGRATIONS.length } },
  });
  const db = new DatabaseSync(path.join(folder, 'vault.sqlite'));
  expect(versionOf(db)).toBe(MIGRATIONS.length + 1);
  expect(db.prepare('SELECT count(*) n FROM step').get()?.['n']).toBe(1);
  db.close();
});
