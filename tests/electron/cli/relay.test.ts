/** Bundles that a third nation carries: read like files of their own, whole, and only by their maker's word. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import fc from 'fast-check';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { openKeys } from '#electron/keys/identity.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { sealBundle } from '#shared/exchange/write.ts';
import type { Entry } from '#shared/exchange/zip.ts';
import { must } from '../vault/support.ts';
import { type Desk, done, introduce, newDesk, type Planner, plannerIn, reasonOf } from './desk.ts';

let desk: Desk;
let nor: Planner;
let pol: Planner;
let est: Planner;
let exercise = '';
const files: Record<string, string> = {};

const exportFrom = async (planner: Planner, name: string, ...more: readonly string[]): Promise<string> => {
  const file = desk.file(name);
  done(await planner.run('export', '--exercise', exercise, '--out', file, ...more));
  files[name] = file;
  return file;
};

const rename = async (planner: Planner, caveat: string): Promise<void> => {
  done(await planner.run('label', '--exercise', exercise, '--caveat', caveat));
};

beforeAll(async () => {
  desk = newDesk();
  await introduce(desk, ['NOR', 'POL', 'EST']);
  [nor, pol, est] = [desk.planner('NOR'), desk.planner('POL'), desk.planner('EST')];
  exercise = done(await nor.run('exercise', 'create', '--sample')).trim();
  await exportFrom(nor, 'nor1', '--to', 'POL,EST');
  done(await pol.run('import', files['nor1'] ?? '', '--accept', 'own'));
  await exportFrom(pol, 'pol1', '--to', 'EST', '--carry', files['nor1'] ?? '');
  await rename(nor, 'no press');
  await exportFrom(nor, 'nor2', '--to', 'POL,EST', '--encrypt');
  done(await pol.run('import', files['nor2'] ?? '', '--accept', 'own'));
  await exportFrom(pol, 'pol2', '--to', 'EST', '--encrypt', '--carry', files['nor2'] ?? '');
});
afterAll(() => desk.clear());

let copies = 0;
/** A planner of Estonia who has taken in nothing yet. */
const newcomer = (): Planner => {
  copies += 1;
  const folder = desk.file(`copy${copies}`);
  cpSync(est.folder, folder, { recursive: true });
  return plannerIn(folder);
};

const dumpOf = async (planner: Planner): Promise<string> =>
  done(await planner.run('dump', '--exercise', exercise))
    .trimEnd()
    .split('\n')
    .toSorted()
    .join('\n');

const refusals = async ({ folder }: Planner): Promise<readonly unknown[]> => {
  const vault = must(openVault(folder));
  const entries = must(await vault.auditPage({ limit: 100, codes: ['REFUSED'] }));
  await vault.close();
  return entries.map(({ data }) => data['reason']);
};

test('what comes through a third nation is what would have come directly, encrypted or not', async () => {
  const [direct, carried] = [newcomer(), newcomer()];
  for (const name of ['nor1', 'nor2']) done(await direct.run('import', files[name] ?? '', '--accept', 'own'));
  expect(await carried.ask('import', files['pol1'] ?? '', '--accept', 'own')).toMatchObject({
    from: 'POL',
    carried: [{ from: 'NOR', revision: 1 }],
  });
  expect(await carried.ask('import', files['pol2'] ?? '', '--accept', 'own')).toMatchObject({
    from: 'POL',
    carried: [{ from: 'NOR', revision: 2 }],
  });
  expect(await dumpOf(carried)).toBe(await dumpOf(direct));
});

test('whatever came, in whatever order and how often, and by whom: the same plan in the end', async () => {
  const expected = newcomer();
  for (const name of ['nor1', 'nor2']) done(await expected.run('import', files[name] ?? '', '--accept', 'own'));
  const goal = await dumpOf(expected);
  const known = ['nor1', 'nor2', 'pol1', 'pol2'];
  const late = fc.array(fc.constantFrom(...known), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(late, fc.constantFrom('nor2', 'pol2'), late, async (before, once, after) => {
      const planner = newcomer();
      for (const name of [...before, once, ...after]) {
        const said = await planner.run('import', files[name] ?? '', '--accept', 'own', '--allow-gap');
        // An older one that comes late is refused, and changes nothing.
        if (said.exit !== 0) expect(reasonOf(said)).toBe('REVISION_ROLLBACK');
      }
      expect(await dumpOf(planner)).toBe(goal);
    }),
    { numRuns: 8 },
  );
});

/** A carrier that Poland signs around any bytes, which its own program would not do. */
const carrierOf = async (name: string, attachments: readonly Entry[]): Promise<string> => {
  const copy = desk.file(`${name}-data`);
  cpSync(pol.folder, copy, { recursive: true });
  const vault = must(openVault(copy));
  const identity = must(await openKeys(vault, copy, Date.now).show());
  await vault.close();
  if (identity === null) throw new Error('Poland has no identity');
  const instant = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
  const { bytes } = sealBundle(
    { records: [], readme: 'A carrier.\n', attachments },
    {
      exerciseId: exercise,
      revision: 9,
      previous: 'a'.repeat(64),
      issuedAt: instant(Date.now()),
      expiresAt: instant(Date.now() + 86_400_000),
      label: { policy: 'EXERCISE', classification: 'UNCLASSIFIED', releasableTo: [] },
      confidentiality: 'clear',
      signers: [{ kid: identity.card.kid, role: 'originator' }],
      audience: [],
      knowledge: {},
      audit: { sequence: 99, head: '9'.repeat(64) },
      ext: {},
    },
    [identity.signer],
    nodeCrypto,
  );
  writeFileSync(desk.file(name), bytes);
  return desk.file(name);
};

test('a carried bundle that was changed is refused by its own signature; the carrier’s lends it nothing', async () => {
  const good = readFileSync(files['nor1'] ?? '');
  const changed = Buffer.from(good);
  const at = changed.indexOf('"name":"');
  changed[at + 9] = (changed[at + 9] ?? 0) ^ 1;
  const planner = newcomer();
  const file = await carrierOf('forged', [
    { name: 'changed', bytes: changed },
    { name: 'good', bytes: good },
    { name: 'nothing', bytes: Buffer.from('hello') },
  ]);
  expect(await planner.ask('import', file, '--accept', 'all')).toMatchObject({
    carried: [
      { name: 'changed', refused: 'ZIP_CHECKSUM' },
      { name: 'good', from: 'NOR' },
      { name: 'nothing', refused: 'BUNDLE_FORM' },
    ],
  });
  expect(await refusals(planner)).toEqual(['BUNDLE_FORM', 'ZIP_CHECKSUM']);
});

test('whose card is missing cannot be carried in either', async () => {
  const planner = newcomer();
  done(await planner.run('partner', 'revoke', 'NOR'));
  expect(await planner.ask('import', files['pol1'] ?? '', '--accept', 'all')).toMatchObject({
    carried: [{ refused: 'SIGNER_REVOKED' }],
  });
  expect(reasonOf(await planner.run('dump', '--exercise', exercise))).toBe('VAULT_EXERCISE_UNKNOWN');
});

test('nothing is carried to somebody whom its maker did not name, nor one’s own, nor of another exercise', async () => {
  const file = desk.file('never');
  const carry = (planner: Planner, to: string, name: string, ...more: readonly string[]) =>
    planner.run('export', '--exercise', exercise, '--to', to, '--out', file, '--carry', files[name] ?? '', ...more);
  await exportFrom(nor, 'only-poland', '--to', 'POL');
  done(await pol.run('import', files['only-poland'] ?? '', '--accept', 'own'));
  expect(reasonOf(await carry(pol, 'EST', 'only-poland'))).toBe('RELAY_AUDIENCE');
  expect(reasonOf(await carry(nor, 'POL', 'only-poland'))).toBe('RELAY_OWN');
  const other = done(await pol.run('exercise', 'create', '--sample')).trim();
  expect(
    reasonOf(
      await pol.run('export', '--exercise', other, '--to', 'EST', '--out', file, '--carry', files['only-poland'] ?? ''),
    ),
  ).toBe('RELAY_EXERCISE');
  expect(reasonOf(await carry(pol, 'EST', 'nor1'))).toBe('REVISION_ROLLBACK');
});

test('a partner whose log became shorter is noticed with its next bundle, and by its own export', async () => {
  const planner = newcomer();
  done(await planner.run('import', files['nor2'] ?? '', '--accept', 'own', '--allow-gap'));
  const forger = desk.file('forger');
  cpSync(nor.folder, forger, { recursive: true });
  const open = new DatabaseSync(path.join(forger, 'vault.sqlite'));
  for (const { name } of open
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('log', 'log_hash')`)
    .all())
    open.exec(`DROP TRIGGER ${String(name)}`);
  open.exec('DELETE FROM log WHERE seq > 2; DELETE FROM log_hash WHERE seq > 2; UPDATE sqlite_sequence SET seq = 2');
  open.close();
  const rewritten = plannerIn(forger);
  const file = await exportFrom(rewritten, 'shorter', '--to', 'EST');
  expect(await planner.ask('verify', file)).toMatchObject({ theirLog: 'AUDIT_CUT' });
  expect(await planner.ask('import', file, '--accept', 'own', '--allow-gap')).toMatchObject({ theirLog: 'AUDIT_CUT' });
  done(await rewritten.run('audit', 'export', desk.file('forged.ndjson')));
  const verdict = await planner.run('audit', 'verify', desk.file('forged.ndjson'), '--json');
  expect(verdict.exit).toBe(1);
  expect(JSON.parse(verdict.out)).toMatchObject({
    fault: null,
    witnesses: [{ verdict: 'agrees' }, { verdict: 'AUDIT_CUT' }],
  });
  const shown = await planner.ask('audit', 'show', '--group', 'trust');
  expect((shown as unknown as { code: string }[]).map(({ code }) => code)).toContain('WITNESS_DIFFERS');
});
