import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { auditVerifier } from '#shared/audit/chain.ts';
import { openDatabase } from '#electron/vault/open.ts';
import { MIGRATIONS, versionOf } from '#electron/vault/schema.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { createStore } from '#electron/vault/store.ts';
import { packText } from '#electron/vault/payload.ts';
import { DEFAULT_LABELLING } from '#shared/label/policies.ts';
import type { Step } from '#shared/plan/step.ts';
import { change, EXERCISE_ID, firstStep, locationStep, stepOf, uuidOf } from '#tests/support/plans.ts';
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
  (db) => db.exec(`INSERT INTO marking VALUES ('e', 'r', 'NATO', 'NATO SECRET', 0)`),
  (db) => db.exec(`INSERT INTO author VALUES ('a', 'k')`),
  (db) => db.exec(`INSERT INTO ceiling VALUES ('s', 'e', 'NATO', 'NATO RESTRICTED', '{}')`),
  (db) => db.exec(`INSERT INTO retained_marking VALUES ('e', 'r', 'NATO', 'NATO SECRET', 0)`),
  () => {},
];
/** What a migration empties, by the version that filled it: it is taken in anew from the steps. */
const EMPTIED: Readonly<Record<number, readonly number[]>> = { 10: [6, 9] };
const COUNT = [
  '',
  'SELECT count(*) n FROM setting',
  'SELECT count(*) n FROM log',
  'SELECT count(*) n FROM snapshot',
  'SELECT count(*) n FROM log_hash',
  'SELECT count(*) n FROM sent',
  'SELECT count(*) n FROM marking',
  'SELECT count(*) n FROM author',
  'SELECT count(*) n FROM ceiling',
  'SELECT count(*) n FROM retained_marking',
  '',
];

test('every migration has its filling here', () => {
  expect(FILL).toHaveLength(MIGRATIONS.length + 1);
});

test.each(MIGRATIONS.map((_, n) => n))(
  'from version %i to the next all data stay that are not in the steps',
  (version) => {
    const folder = newFolder();
    const old = must(openDatabase(folder, version));
    expect(versionOf(old)).toBe(version);
    for (let n = 1; n <= version; n += 1) FILL[n]?.(old);
    old.close();
    const next = must(openDatabase(folder, version + 1));
    expect(versionOf(next)).toBe(version + 1);
    const emptied = EMPTIED[version + 1] ?? [];
    for (let n = 1; n <= version; n += 1)
      expect(next.prepare(COUNT[n] ?? '').get()?.['n']).toBe(emptied.includes(n) ? 0 : 1);
    expect(() => FILL[version + 1]?.(next)).not.toThrow();
    next.close();
  },
);

/** Written as the first version wrote it: today's code asks for tables that there were none of. */
const appendAsFirst = (db: DatabaseSync, steps: readonly Step[]): void => {
  for (const [index, step] of steps.entries()) {
    const { size, encoding, digest, body } = packText(JSON.stringify(step));
    const at = Math.round(step.at);
    db.prepare('INSERT INTO step (id, exercise, at, size, encoding, digest, body) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      step.id,
      step.exerciseId,
      at,
      size,
      encoding,
      digest,
      body,
    );
    db.prepare(`INSERT OR REPLACE INTO exercise VALUES (?, ?, ?, ?, '{"name":"Old"}')`).run(
      step.exerciseId,
      index + 1,
      index + 1,
      at,
    );
  }
};

test('a history of the first version opens in the newest', async () => {
  const folder = newFolder();
  const old = must(openDatabase(folder, 1));
  const steps = [firstStep(), locationStep(10)];
  appendAsFirst(old, steps);
  old.close();
  const vault = must(openVault(folder));
  const page = must(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 9 }));
  expect(page.steps.map(({ step }) => step)).toEqual(steps);
  await vault.close();
});

test('markings of before they were kept are taken in with the next step', async () => {
  const folder = newFolder();
  const old = must(openDatabase(folder, 5));
  const label = { policy: 'NATO', classification: 'NATO SECRET', releasableTo: [] };
  const labelling = { ...DEFAULT_LABELLING, ceiling: { policy: 'NATO', classification: 'NATO SECRET' } };
  appendAsFirst(old, [
    firstStep(),
    locationStep(10),
    stepOf([change('exercise', EXERCISE_ID, { labelling: null }, { labelling })]),
    stepOf([change('location', uuidOf(10), { label: null }, { label })]),
  ]);
  old.close();
  const vault = must(openVault(folder));
  const above = { ...label, classification: 'COSMIC TOP SECRET' };
  const higher = await vault.append(stepOf([change('location', uuidOf(10), { label }, { label: above })]));
  expect(higher).toMatchObject({ ok: false, error: { code: 'LABEL_ABOVE_CEILING' } });
  const lower = { ...labelling, ceiling: { policy: 'NATO', classification: 'NATO RESTRICTED' } };
  const lowered = await vault.append(stepOf([change('exercise', EXERCISE_ID, { labelling }, { labelling: lower })]));
  expect(lowered).toMatchObject({ ok: false, error: { code: 'LABEL_CEILING_TOO_LOW', data: { count: 1 } } });
  expect(await vault.append(locationStep(11))).toMatchObject({ ok: true });
  await vault.close();
});

describe('a lower ceiling that a bundle brought before ceilings were kept', () => {
  const label = { policy: 'NATO', classification: 'NATO SECRET', releasableTo: [] };
  const capped = (classification: string) => ({ ...DEFAULT_LABELLING, ceiling: { policy: 'NATO', classification } });
  const turn = (from: string, to: string, source: 'import' | 'undo' | 'redo'): Step =>
    stepOf([change('exercise', EXERCISE_ID, { labelling: capped(from) }, { labelling: capped(to) })], {}, source);
  const [SECRET, RESTRICTED] = ['NATO SECRET', 'NATO RESTRICTED'];
  /** As version 7 kept it: the markings of all steps, and nothing of ceilings. */
  const openedAfter = (steps: readonly Step[]) => {
    const folder = newFolder();
    const old = must(openDatabase(folder, 5));
    appendAsFirst(old, [
      firstStep(),
      stepOf([change('exercise', EXERCISE_ID, { labelling: null }, { labelling: capped(SECRET) })]),
      locationStep(10),
      stepOf([change('location', uuidOf(10), { label: null }, { label })]),
      ...steps,
    ]);
    old.close();
    const kept = must(openDatabase(folder, 7));
    kept.prepare('INSERT INTO marking VALUES (?, ?, ?, ?, 0)').run(EXERCISE_ID, uuidOf(10), 'NATO', SECRET);
    kept
      .prepare('UPDATE exercise SET marked = head, labelling = ?')
      .run(JSON.stringify(capped(steps.length === 1 ? RESTRICTED : SECRET)));
    kept.close();
    return must(openVault(folder));
  };

  test('is brought back by redo, whether it was taken back before or since', async () => {
    const lower = turn(SECRET, RESTRICTED, 'import');
    const undone = openedAfter([lower, turn(RESTRICTED, SECRET, 'undo')]);
    expect(await undone.append(turn(SECRET, RESTRICTED, 'redo'))).toMatchObject({ ok: true });
    await undone.close();
    const standing = openedAfter([lower]);
    must(await standing.append(turn(RESTRICTED, SECRET, 'undo')));
    expect(await standing.append(turn(SECRET, RESTRICTED, 'redo'))).toMatchObject({ ok: true });
    await standing.close();
  });

  test('says nothing of another ceiling, nor of what came above it since', async () => {
    const vault = openedAfter([turn(SECRET, RESTRICTED, 'import'), turn(RESTRICTED, SECRET, 'undo')]);
    const refused = { ok: false, error: { code: 'LABEL_CEILING_TOO_LOW' } };
    expect(await vault.append(turn(SECRET, 'NATO UNCLASSIFIED', 'redo'))).toMatchObject(refused);
    must(await vault.append(locationStep(11)));
    must(await vault.append(stepOf([change('location', uuidOf(11), { label: null }, { label })])));
    expect(await vault.append(turn(SECRET, RESTRICTED, 'redo'))).toMatchObject(refused);
    await vault.close();
  });
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
