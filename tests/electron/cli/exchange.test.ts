import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { openKeys } from '#electron/keys/identity.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { BUNDLE_REASONS } from '#shared/exchange/reasons.ts';
import { must } from '../vault/support.ts';
import { type Desk, done, introduce, newDesk, reasonOf } from './desk.ts';

let desk: Desk;
let exercise = '';
/** The plain and the encrypted bundle that Norway made for Estonia, revisions 1 and 2. */
let plain = '';
let sealed = '';
/** What the maker read when it exported the plain one. */
let said = '';

const exportTo = (to: string, file: string, ...more: readonly string[]) =>
  desk.planner('NOR').run('export', '--exercise', exercise, '--to', to, '--out', file, ...more);

beforeAll(async () => {
  desk = newDesk();
  await introduce(desk, ['NOR', 'EST', 'LVA']);
  exercise = done(await desk.planner('NOR').run('exercise', 'create', '--sample')).trim();
  plain = desk.file('plain.entente');
  sealed = desk.file('sealed.entente');
  said = done(await exportTo('EST', plain));
  done(await exportTo('EST', sealed, '--encrypt', '--expires', '30'));
});
afterAll(() => desk.clear());

describe('the plan', () => {
  test('is listed, dumped and checked', async () => {
    const { run, ask } = desk.planner('NOR');
    expect(done(await run('exercise', 'list'))).toContain(exercise);
    const lines = done(await run('dump', '--exercise', exercise))
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(await ask('dump', '--exercise', exercise));
    expect(lines.length).toBeGreaterThan(50);
    const checked = await run('check', '--exercise', exercise);
    expect(checked.out).toMatch(/\d+ findings\n$/);
    expect(checked.exit).toBe(/^error/m.test(checked.out) ? 1 : 0);
  });

  test('that is not there is told from an empty one', async () => {
    for (const command of ['dump', 'check'])
      expect(reasonOf(await desk.planner('NOR').run(command, '--exercise', 'none'))).toBe('VAULT_EXERCISE_UNKNOWN');
  });
});

describe('a bundle', () => {
  test('is genuine for its recipient, who reads the same check code as its maker', async () => {
    const theirs = await desk.planner('EST').ask('verify', plain);
    expect(theirs).toMatchObject({ encrypted: false, standing: 'first', from: 'NOR Planner NOR (verified)' });
    expect(said).toContain(`check code   ${String(theirs['checkCode'])}`);
    expect(done(await desk.planner('EST').run('verify', plain))).toContain(
      `check code   ${String(theirs['checkCode'])}`,
    );
  });

  test('shows what is in it, each record by its owner and title', async () => {
    const inspected = await desk.planner('EST').ask('inspect', plain);
    const content = inspected['content'] as { kind: string; owner: string }[];
    expect(content.some(({ kind }) => kind === 'exercise')).toBe(true);
    const lines =
      done(await desk.planner('EST').run('inspect', plain))
        .split('\n\n')[1]
        ?.trimEnd()
        .split('\n') ?? [];
    expect(lines).toHaveLength(content.length);
  });

  test('is looked at without leaving a trace', async () => {
    const { run, folder } = desk.planner('EST');
    done(await run('verify', plain));
    done(await run('inspect', plain));
    const vault = must(openVault(folder));
    expect(must(await vault.freshness())).toEqual([]);
    expect(must(await vault.exercises())).toEqual([]);
    await vault.close();
  });

  test('is for its audience alone, and from a stranger for nobody; a card for one call stays out of the list', async () => {
    const { run, ask } = desk.planner('stranger');
    expect(reasonOf(await run('verify', plain))).toBe('SIGNER_UNKNOWN');
    expect(reasonOf(await run('verify', plain, '--card', desk.file('NOR.entente-card')))).toBe('NOT_IN_AUDIENCE');
    expect(await ask('partner', 'list')).toEqual([]);
    expect(reasonOf(await desk.planner('LVA').run('verify', plain))).toBe('NOT_IN_AUDIENCE');
  });

  test('with any byte changed is refused with a reason of the format', async () => {
    const bytes = readFileSync(plain);
    const file = desk.file('changed.entente');
    const reasons = new Set<string>();
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 80)) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(file, changed);
      reasons.add(reasonOf(await desk.planner('EST').run('verify', file)));
    }
    expect([...reasons].filter((reason) => !(BUNDLE_REASONS as readonly string[]).includes(reason))).toEqual([]);
    expect(reasons.size).toBeGreaterThan(1);
  });

  test('counts its revisions, each naming the one before', async () => {
    const { ask } = desk.planner('EST');
    const [first, second] = [await ask('verify', plain), await ask('verify', sealed)];
    expect([first, second].map((one) => (one['manifest'] as { revision: number }).revision)).toEqual([1, 2]);
    expect((second['manifest'] as { previous: string }).previous).toBe(first['manifestHash']);
  });
});

describe('an encrypted bundle', () => {
  test('opens for its recipient, and for nobody else, its maker included', async () => {
    expect(await desk.planner('EST').ask('verify', sealed)).toMatchObject({ encrypted: true });
    expect(reasonOf(await desk.planner('LVA').run('verify', sealed))).toBe('NOT_DECRYPTABLE');
    expect(reasonOf(await desk.planner('NOR').run('verify', sealed))).toBe('NOT_DECRYPTABLE');
    expect(reasonOf(await desk.planner('stranger').run('verify', sealed))).toBe('IDENTITY_MISSING');
  });

  test('lives as long as its maker said', async () => {
    const { manifest } = (await desk.planner('EST').ask('verify', sealed)) as {
      manifest: { issuedAt: string; expiresAt: string };
    };
    expect(Date.parse(manifest.expiresAt) - Date.parse(manifest.issuedAt)).toBe(30 * 86_400_000);
  });

  test('opens with the age program too; taken out of its cover it is refused', async () => {
    if (spawnSync('age', ['--version']).status !== 0) {
      console.log('SKIPPED: age is not installed');
      return;
    }
    const { folder, run } = desk.planner('EST');
    const vault = must(openVault(folder));
    const own = must(await openKeys(vault, folder, Date.now).show());
    await vault.close();
    writeFileSync(desk.file('key.txt'), `${own?.ageIdentity ?? ''}\n`, { mode: 0o600 });
    execFileSync('age', ['-d', '-i', desk.file('key.txt'), '-o', desk.file('bare.entente'), sealed]);
    expect(readFileSync(desk.file('bare.entente')).subarray(0, 2).toString()).toBe('PK');
    expect(reasonOf(await run('verify', desk.file('bare.entente')))).toBe('CONFIDENTIALITY_DIFFERS');
  });
});

describe('an export', () => {
  test('to a nation without a known planner, to a folder that is not there, or of no plan leaves no file and takes no revision', async () => {
    const before = readdirSync(desk.file('.')).toSorted();
    expect(reasonOf(await exportTo('SWE', desk.file('none.entente')))).toBe('PARTNER_NATION_UNKNOWN');
    expect(reasonOf(await exportTo('EST', desk.file('no/folder/x.entente')))).toBe('FILE_NO_FOLDER');
    const other = ['export', '--exercise', 'none', '--to', 'EST', '--out', desk.file('none.entente')];
    expect(reasonOf(await desk.planner('NOR').run(...other))).toBe('VAULT_EXERCISE_UNKNOWN');
    expect(readdirSync(desk.file('.')).toSorted()).toEqual(before);
    const next = desk.file('third.entente');
    expect(
      await desk.planner('NOR').ask('export', '--exercise', exercise, '--to', 'EST', 'LVA', '--out', next),
    ).toMatchObject({ revision: 3 });
    for (const nation of ['EST', 'LVA'])
      expect(await desk.planner(nation).ask('verify', next)).toMatchObject({ encrypted: false });
  });

  test('needs an identity', async () => {
    const { run, ask } = desk.planner('fourth');
    const made = await ask('exercise', 'create', '--sample');
    done(await run('partner', 'add', desk.file('EST.entente-card')));
    const order = ['export', '--exercise', String(made['id']), '--to', 'EST', '--out', desk.file('x.entente')];
    expect(reasonOf(await run(...order))).toBe('IDENTITY_MISSING');
  });
});
