/** The log of a data folder: what it says, and what becomes of it when somebody works on it by other means. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HashedEntry } from '#shared/audit/chain.ts';
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

test('a vault whose log was changed by other means is found out, at the first bad entry', async () => {
  const changed = desk.planner('FIN');
  done(await changed.run('identity', 'create', '--nation', 'FIN', '--name', 'Planner'));
  for (const nation of ['NOR', 'POL']) done(await changed.run('partner', 'add', desk.file(`${nation}.entente-card`)));
  const open = new DatabaseSync(path.join(changed.folder, 'vault.sqlite'));
  expect(() => open.exec(`UPDATE log SET code = 'NOTHING' WHERE seq = 2`)).toThrow('append-only');
  expect(() => open.exec(`DELETE FROM log_hash WHERE seq = 2`)).toThrow('append-only');
  open.exec(`DROP TRIGGER log_never_changes; UPDATE log SET data = '{"nation":"SWE"}' WHERE seq = 2`);
  open.close();
  const said = await changed.run('audit', 'verify');
  expect(said).toMatchObject({ exit: 1 });
  expect(said.out).toContain('broken at entry 2: the entry was changed (AUDIT_CHANGED)');
});
