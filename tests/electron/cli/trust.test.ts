/** How nations come to trust each other's keys, renew them, take them back, and say what they are good for. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { done, introduce, newDesk, reasonOf } from './desk.ts';

const desk = newDesk();
const norway = desk.planner('NOR');
const poland = desk.planner('POL');
let exercise = '';

beforeAll(async () => {
  await introduce(desk, ['NOR', 'POL', 'SWE']);
  exercise = done(await norway.run('exercise', 'create', '--sample')).trim();
});
afterAll(desk.clear);

const exportTo = async (nation: string, name: string, ...more: readonly string[]): Promise<string> => {
  const file = desk.file(name);
  done(await norway.run('export', '--exercise', exercise, '--to', nation, '--out', file, ...more));
  return file;
};
const statesOf = async (nation: string): Promise<readonly unknown[]> =>
  ((await poland.ask('partner', 'list')) as unknown as { nation: string; state: string }[])
    .filter((partner) => partner.nation === nation)
    .map(({ state }) => state);

test('a key is said in digits and in the spelling alphabet, the same on both sides', async () => {
  const own = await norway.ask('identity', 'show');
  const known = (
    (await poland.ask('partner', 'list')) as unknown as { nation: string; fingerprint: string; words: string[] }[]
  ).find(({ nation }) => nation === 'NOR');
  expect(known?.fingerprint).toBe(own['fingerprint']);
  expect(known?.words).toEqual(own['words']);
  expect(known?.words).toHaveLength(28);
});

test('what a key may not sign here is refused, until somebody says that it may', async () => {
  const file = await exportTo('POL', 'scope.entente');
  done(await poland.run('partner', 'scope', 'NOR', '--for', 'countersign'));
  expect(reasonOf(await poland.run('import', file, '--accept', 'own'))).toBe('SIGNER_SCOPE');
  done(
    await poland.run('partner', 'scope', 'NOR', '--for', 'plans', '--exercise', '01900000-0000-7000-8000-000000000001'),
  );
  expect(reasonOf(await poland.run('import', file, '--accept', 'own'))).toBe('SIGNER_SCOPE');
  done(await poland.run('partner', 'scope', 'NOR', '--for', 'plans'));
  done(await poland.run('import', file, '--accept', 'own'));
});

test('a renewed key is trusted as the old one was, what was on its way still opens, and the old key is worth nothing', async () => {
  const underWay = desk.file('under-way.entente');
  const old = await exportTo('POL', 'old.entente');
  done(await poland.run('identity', 'rotate', '--out', desk.file('pol.entente-statement')));
  done(await norway.run('export', '--exercise', exercise, '--to', 'POL', '--out', underWay, '--encrypt'));
  done(await poland.run('import', underWay, '--accept', 'own'));
  done(await norway.run('identity', 'rotate', '--out', desk.file('nor.entente-statement')));
  const renewed = await exportTo('POL', 'renewed.entente');
  expect(reasonOf(await poland.run('import', renewed, '--accept', 'own'))).toBe('SIGNER_UNKNOWN');
  done(await poland.run('partner', 'add', desk.file('nor.entente-statement')));
  expect(await statesOf('NOR')).toEqual(['superseded', 'verified']);
  done(await poland.run('import', renewed, '--accept', 'own'));
  expect(reasonOf(await poland.run('import', old, '--accept', 'own'))).toBe('SIGNER_SUPERSEDED');
});

test('the same statement again changes nothing, and can be written again', async () => {
  const again = desk.file('again.entente-statement');
  done(await norway.run('identity', 'statement', again));
  expect(readFileSync(again)).toEqual(readFileSync(desk.file('nor.entente-statement')));
  done(await poland.run('partner', 'add', again));
  expect(await statesOf('NOR')).toEqual(['superseded', 'verified']);
  expect(reasonOf(await desk.planner('SWE').run('identity', 'statement', again))).toBe('STATEMENT_NONE');
});

test('one’s own card of before is no partner’s', async () => {
  expect(reasonOf(await norway.run('partner', 'add', desk.file('NOR.entente-card')))).toBe('CARD_OWN');
  expect(reasonOf(await poland.run('partner', 'add', desk.file('POL.entente-card')))).toBe('CARD_OWN');
});

test('a statement with any other byte changes nothing', async () => {
  const bytes = readFileSync(desk.file('pol.entente-statement'));
  for (let at = 12; at < bytes.length; at += 97) {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    const file = desk.file('flipped.entente-statement');
    writeFileSync(file, copy);
    expect((await desk.planner('SWE').run('partner', 'add', file)).exit).toBe(1);
  }
  const known = (await desk.planner('SWE').ask('partner', 'list')) as unknown as { state: string }[];
  expect(known.map(({ state }) => state)).toEqual(['verified', 'verified']);
});

test('an unverified key hands over no more than it had', async () => {
  const stranger = desk.planner('DNK');
  done(await stranger.run('identity', 'create', '--nation', 'DNK', '--name', 'Planner DNK'));
  done(await stranger.run('identity', 'export', desk.file('DNK.entente-card')));
  done(await poland.run('partner', 'add', desk.file('DNK.entente-card')));
  done(await stranger.run('identity', 'rotate', '--out', desk.file('dnk.entente-statement')));
  done(await poland.run('partner', 'add', desk.file('dnk.entente-statement')));
  expect(await statesOf('DNK')).toEqual(['superseded', 'unverified']);
  done(await poland.run('partner', 'verify', 'DNK'));
  expect(await statesOf('DNK')).toEqual(['superseded', 'verified']);
});

test('a key that was taken back signs nothing more, and partners who hear of it accept nothing', async () => {
  const last = await exportTo('POL', 'last.entente');
  done(
    await norway.run('identity', 'revoke', '--reason', 'compromised', '--out', desk.file('nor-gone.entente-statement')),
  );
  expect(reasonOf(await norway.run('identity', 'show'))).toBe('IDENTITY_MISSING');
  expect(
    reasonOf(await norway.run('export', '--exercise', exercise, '--to', 'POL', '--out', desk.file('no.entente'))),
  ).toBe('IDENTITY_MISSING');
  done(await poland.run('partner', 'add', desk.file('nor-gone.entente-statement')));
  expect(await statesOf('NOR')).toEqual(['superseded', 'revoked']);
  expect(reasonOf(await poland.run('import', last, '--accept', 'own'))).toBe('SIGNER_REVOKED');
  done(await norway.run('identity', 'create', '--nation', 'NOR', '--name', 'Planner NOR'));
  expect((await norway.run('identity', 'revoke', '--reason', 'because', '--out', 'x')).exit).toBe(2);
});

test('no private key stands anywhere in a data folder as it could be used', async () => {
  const card = await poland.ask('identity', 'show');
  const vault = readFileSync(path.join(poland.folder, 'vault.sqlite')).toString('latin1');
  expect(vault).not.toContain('AGE-SECRET-KEY');
  expect(vault).not.toContain('signingSecret');
  expect(vault).toContain(String(card['kid']));
});
