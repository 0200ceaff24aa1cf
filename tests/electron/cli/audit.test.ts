/** The log of a data folder: what it says, and what becomes of it when somebody works on it by other means. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GENESIS, type HashedEntry, nextHash } from '#shared/audit/chain.ts';
import { done, introduce, newDesk, reasonOf } from './desk.ts';

const desk = newDesk();
const norway = desk.planner('NOR');
const poland = desk.planner('POL');
const bundle = desk.file('one.entente');
const log = desk.file('norway.ndjson');
let exercise = '';

beforeAll(async () => {
  await introduce(desk, ['NOR', 'POL']);
  exercise = done(await norway.run('exercise', 'create', '--sample')).trim();
  done(await norway.run('export', '--exercise', exercise, '--to', 'POL', '--out', bundle));
  done(await poland.run('import', bundle, '--accept', 'own'));
});
afterAll(desk.clear);

const shown = async (...args: readonly string[]): Promise<readonly HashedEntry[]> =>
  (await norway.ask('audit', 'show', ...args)) as unknown as readonly HashedEntry[];
const codes = (entries: readonly HashedEntry[]): readonly string[] => entries.map(({ code }) => code);

test('says what happened, the newest first, by group and by text', async () => {
  expect(codes(await shown())).toEqual(['EXPORTED', 'EXERCISE_CREATED', 'PARTNER', 'PARTNER', 'IDENTITY_CREATED']);
  expect(codes(await shown('--group', 'trust', '--limit', '2'))).toEqual(['PARTNER', 'PARTNER']);
  expect(codes(await shown('--text', 'verified'))).toContain('PARTNER');
  expect(await shown('--text', '100%')).toEqual([]);
  const [exported] = await shown('--group', 'release');
  expect(exported?.data).toMatchObject({
    revision: 1,
    encrypted: false,
    heldCount: 1,
    held: [{ reason: 'OWN_NATION_ONLY' }],
  });
  const [imported] = (await poland.ask('audit', 'show', '--group', 'exchange')) as unknown as readonly HashedEntry[];
  expect(imported?.data).toMatchObject({ revision: 1, taken: exported?.data['records'], theirSequence: 4 });
});

test('a refused file changes nothing but the log', async () => {
  const damaged = desk.file('damaged.entente');
  const bytes = readFileSync(bundle);
  bytes[900] = (bytes[900] ?? 0) ^ 1;
  writeFileSync(damaged, bytes);
  const before = await poland.ask('dump', '--exercise', exercise);
  const code = reasonOf(await poland.run('import', damaged, '--accept', 'all'));
  const [entry] = (await poland.ask('audit', 'show')) as unknown as readonly HashedEntry[];
  expect(entry).toMatchObject({ code: 'REFUSED', data: { file: 'damaged.entente', reason: code } });
  expect(await poland.ask('dump', '--exercise', exercise)).toEqual(before);
});

test('is whole, alone and before the bundles that witness it', async () => {
  expect(await norway.ask('audit', 'verify', '--witness', bundle)).toMatchObject({
    entries: 5,
    fault: null,
    witnesses: [{ verdict: 'agrees', sequence: 4 }],
  });
});

test('exported, it can be verified by a partner, who knows whose it is', async () => {
  done(await norway.run('audit', 'export', log));
  const verdict = await poland.ask('audit', 'verify', log, '--witness', bundle);
  const { kid } = await norway.ask('identity', 'show');
  expect(verdict).toMatchObject({ entries: 5, owner: kid, fault: null });
  // The bundle that was named, and the same one as it was taken in.
  expect(verdict['witnesses']).toMatchObject([{ verdict: 'agrees' }, { verdict: 'agrees' }]);
  expect(codes(await shown('--limit', '1'))).toEqual(['AUDIT_EXPORTED']);
});

const lines = (): string[] => readFileSync(log, 'utf8').trimEnd().split('\n');
const verifyLines = (name: string, text: readonly string[], ...more: readonly string[]) => {
  writeFileSync(desk.file(name), `${text.join('\n')}\n`);
  return poland.run('audit', 'verify', desk.file(name), '--witness', bundle, ...more);
};

test('a file that was cut, changed or reordered is named with its first bad entry', async () => {
  const [header = '', ...entries] = lines();
  const faultOf = async (text: readonly string[]) =>
    (JSON.parse((await verifyLines('bad.ndjson', text, '--json')).out) as { fault: unknown }).fault;
  expect(await faultOf([header, ...entries.toSpliced(2, 1)])).toEqual({ code: 'AUDIT_MISSING', seq: 3 });
  expect(await faultOf([header, ...entries.with(1, (entries[1] ?? '').replace('POL', 'SWE'))])).toEqual({
    code: 'AUDIT_CHANGED',
    seq: 2,
  });
  expect(await faultOf([header, ...entries.with(1, entries[2] ?? '').with(2, entries[1] ?? '')])).toEqual({
    code: 'AUDIT_ORDER',
    seq: 2,
  });
  // Its end was cut off: with the signature, without it, within a line.
  expect(await faultOf([header, ...entries.toSpliced(-2, 1)])).toEqual({ code: 'AUDIT_MISSING', seq: 5 });
  expect(await faultOf([header, ...entries.slice(0, -1)])).toEqual({ code: 'AUDIT_MISSING', seq: 6 });
  writeFileSync(
    desk.file('within.ndjson'),
    [header, ...entries].join('\n').slice(0, header.length + (entries[0]?.length ?? 0) + 40),
  );
  const within = await poland.run('--json', 'audit', 'verify', desk.file('within.ndjson'));
  expect([within.exit, (JSON.parse(within.out) as { fault: unknown }).fault]).toEqual([
    1,
    { code: 'AUDIT_SHAPE', seq: 2 },
  ]);
  expect((await verifyLines('bad.ndjson', [header, ...entries.toSpliced(2, 1)])).exit).toBe(1);
});

test('without a signature no bundle can be a log’s witness', async () => {
  const [header = '', ...rest] = lines();
  // As one who has no identity writes it.
  const anonymous = header.replace('"nation":"NOR"', '"nation":null');
  expect(anonymous).not.toBe(header);
  expect(reasonOf(await verifyLines('unsigned.ndjson', [anonymous, ...rest.slice(0, -1)]))).toBe('AUDIT_UNSIGNED');
  expect(reasonOf(await verifyLines('none.ndjson', ['{"format":"something"}']))).toBe('AUDIT_FILE');
});

/** Whatever keeps the log append-only is no wall to who has the file. */
const UNLOCKED = ['log_never_changes', 'log_never_leaves', 'hash_never_changes', 'hash_never_leaves']
  .map((name) => `DROP TRIGGER ${name};`)
  .join('');

/** A copy of a vault's log after somebody worked on it, as `audit verify` names it. */
const faultAfter = async (name: string, sql: string) => {
  const changed = desk.planner(name);
  cpSync(norway.folder, changed.folder, { recursive: true });
  const open = new DatabaseSync(path.join(changed.folder, 'vault.sqlite'));
  open.exec(UNLOCKED + sql);
  open.close();
  const { exit, out } = await changed.run('--json', 'audit', 'verify');
  return [exit, (JSON.parse(out) as { fault: unknown }).fault];
};

test('SQL cannot change the log by accident', () => {
  const open = new DatabaseSync(path.join(norway.folder, 'vault.sqlite'));
  expect(() => open.exec(`UPDATE log SET code = 'NOTHING' WHERE seq = 2`)).toThrow('append-only');
  expect(() => open.exec(`DELETE FROM log_hash WHERE seq = 2`)).toThrow('append-only');
  open.close();
});

const MOVED = (from: number, to: number): string =>
  ['log', 'log_hash'].map((table) => `UPDATE ${table} SET seq = ${to} WHERE seq = ${from};`).join('');

/** Every entry after one gets another number; over a detour, since no number may stand twice meanwhile. */
const RENUMBERED = (after: number, by: number): string =>
  ['log', 'log_hash']
    .map(
      (table) =>
        `UPDATE ${table} SET seq = seq + 1000 WHERE seq > ${after}; UPDATE ${table} SET seq = seq - 1000 + ${by} WHERE seq > 1000;`,
    )
    .join('');

test.each([
  ['one byte', `UPDATE log SET data = replace(data, 'POL', 'PAL') WHERE seq = 2`, 'AUDIT_CHANGED', 2],
  ['the time', 'UPDATE log SET at = at + 1 WHERE seq = 3', 'AUDIT_CHANGED', 3],
  ['a hash', `UPDATE log_hash SET hash = replace(hash, substr(hash, 1, 1), 'g') WHERE seq = 3`, 'AUDIT_SHAPE', 3],
  ['one dropped', 'DELETE FROM log WHERE seq = 3; DELETE FROM log_hash WHERE seq = 3', 'AUDIT_MISSING', 3],
  ['the first dropped', 'DELETE FROM log WHERE seq = 1; DELETE FROM log_hash WHERE seq = 1', 'AUDIT_MISSING', 1],
  ['two swapped', MOVED(2, 99) + MOVED(3, 2) + MOVED(99, 3), 'AUDIT_CHANGED', 2],
  [
    'one dropped and the rest renumbered',
    `DELETE FROM log WHERE seq = 2; DELETE FROM log_hash WHERE seq = 2; ${RENUMBERED(2, -1)}`,
    'AUDIT_CHANGED',
    2,
  ],
  [
    'one put in',
    `${RENUMBERED(2, 1)}
     INSERT INTO log SELECT 3, at, code, data FROM log WHERE seq = 2;
     INSERT INTO log_hash SELECT 3, hash FROM log_hash WHERE seq = 2;`,
    'AUDIT_CHANGED',
    3,
  ],
  ['the end cut off', 'DELETE FROM log WHERE seq > 3; DELETE FROM log_hash WHERE seq > 3', 'AUDIT_MISSING', 4],
  ['the end cut off, its hashes left', 'DELETE FROM log WHERE seq > 3', 'AUDIT_MISSING', 4],
  ['all of it gone', 'DELETE FROM log; DELETE FROM log_hash', 'AUDIT_MISSING', 1],
])('a vault of which somebody changed the log is named at the first bad entry: %s', async (name, sql, code, seq) => {
  expect(await faultAfter(name.replaceAll(' ', '-'), sql)).toEqual([1, { code, seq }]);
});

/** The log of a vault written anew from its beginning, with hashes that fit: so many entries of somebody's choice. */
const rewrite = (folder: string, entries: number): void => {
  const open = new DatabaseSync(path.join(folder, 'vault.sqlite'));
  open.exec(
    `${UNLOCKED} DELETE FROM log; DELETE FROM log_hash; UPDATE sqlite_sequence SET seq = ${entries} WHERE name = 'log'`,
  );
  let head = GENESIS;
  for (let seq = 1; seq <= entries; seq += 1) {
    head = nextHash(head, { seq, at: seq, code: 'PARTNER', data: {} });
    open.exec(
      `INSERT INTO log VALUES (${seq}, ${seq}, 'PARTNER', '{}'); INSERT INTO log_hash VALUES (${seq}, '${head}')`,
    );
  }
  open.close();
};

test('a log that was written anew from its beginning is whole by itself, and found out by what partners have seen', async () => {
  const anew = desk.planner('anew');
  cpSync(norway.folder, anew.folder, { recursive: true });
  rewrite(anew.folder, 40);
  expect(await anew.ask('audit', 'verify')).toMatchObject({ fault: null, entries: 40 });
  done(await anew.run('audit', 'export', desk.file('anew.ndjson')));
  const said = await poland.run('audit', 'verify', desk.file('anew.ndjson'), '--json');
  expect(said.exit).toBe(1);
  expect(JSON.parse(said.out)).toMatchObject({ fault: null, witnesses: [{ verdict: 'AUDIT_REWRITTEN', sequence: 4 }] });
});

test('new keys leave the log the same: what the old ones’ bundles witnessed counts on', async () => {
  const [turned, seer] = [desk.planner('turned'), desk.planner('seer')];
  cpSync(norway.folder, turned.folder, { recursive: true });
  cpSync(poland.folder, seer.folder, { recursive: true });
  done(await turned.run('identity', 'rotate', '--out', desk.file('turned.statement')));
  done(await seer.run('partner', 'add', desk.file('turned.statement')));
  done(await turned.run('audit', 'export', desk.file('turned.ndjson')));
  expect(await seer.ask('audit', 'verify', desk.file('turned.ndjson'))).toMatchObject({
    witnesses: [{ verdict: 'agrees', sequence: 4 }],
  });
  expect(await seer.ask('audit', 'verify', desk.file('turned.ndjson'), '--witness', bundle)).toMatchObject({
    witnesses: [{ verdict: 'agrees', file: bundle }, { verdict: 'agrees' }],
  });
  // Only as a witness: as a bundle it is not taken in any more.
  expect(reasonOf(await seer.run('import', bundle))).toBe('SIGNER_SUPERSEDED');
  rewrite(turned.folder, 2);
  const short = desk.file('short.entente');
  done(await turned.run('export', '--exercise', exercise, '--to', 'POL', '--out', short));
  expect(await seer.ask('import', short, '--accept', 'own')).toMatchObject({ theirLog: 'AUDIT_CUT' });
  done(await turned.run('audit', 'export', desk.file('turned.ndjson')));
  const said = await seer.run('audit', 'verify', desk.file('turned.ndjson'), '--json');
  expect(
    (JSON.parse(said.out) as { witnesses: { verdict: string }[] }).witnesses.map(({ verdict }) => verdict),
  ).toEqual(['agrees', 'AUDIT_CUT']);
});
