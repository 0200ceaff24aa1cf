import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Desk, done, introduce, newDesk, reasonOf } from './desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = newDesk();
});
afterEach(() => desk.clear());

const create = (nation: string, name = 'Planner') =>
  desk.planner('desk').run('identity', 'create', '--nation', nation, '--name', name);

test('an identity is made once; a second one is refused and the first stays', async () => {
  const { run, ask } = desk.planner('desk');
  expect(reasonOf(await run('identity', 'show'))).toBe('IDENTITY_MISSING');
  expect(reasonOf(await run('identity', 'export', desk.file('x')))).toBe('IDENTITY_MISSING');
  expect(done(await create('NOR'))).toMatch(/fingerprint {2}(\d{5} ){11}\d{5}\n/);
  const first = await ask('identity', 'show');
  expect(first).toMatchObject({ nation: 'NOR', name: 'Planner' });
  expect(reasonOf(await create('EST'))).toBe('IDENTITY_EXISTS');
  expect(await ask('identity', 'show')).toEqual(first);
});

test.each(['nor', 'N', 'NOR WAY', '<NOR>', 'A'.repeat(13)])('“%s” is no code of a nation', async (nation) => {
  expect(reasonOf(await create(nation))).toBe('NATION_CODE');
  expect(reasonOf(await desk.planner('desk').run('identity', 'show'))).toBe('IDENTITY_MISSING');
});

test('a name that no card takes is refused before keys are made; the longest that one takes reaches the partner', async () => {
  for (const name of ['x'.repeat(121), ' ', 'J7\nverified', 'J7 \u202eyawroN', 'J7\u200b'])
    expect(reasonOf(await create('NOR', name))).toBe('IDENTITY_NAME');
  done(await create('NOR', 'x'.repeat(120)));
  done(await desk.planner('desk').run('identity', 'export', desk.file('card')));
  expect(done(await desk.planner('other').run('partner', 'add', desk.file('card')))).toContain('x'.repeat(120));
});

test('no private key is ever printed or written in the clear', async () => {
  const { ask, run, folder } = desk.planner('desk');
  await create('NOR');
  const said = [JSON.stringify(await ask('identity', 'show')), (await run('identity', 'show')).out].join();
  done(await run('identity', 'export', desk.file('card')));
  const kept = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1'));
  expect(kept.join().length).toBeGreaterThan(1_000);
  expect([said, readFileSync(desk.file('card'), 'latin1'), ...kept].join()).not.toMatch(
    /AGE-SECRET-KEY|signingSecret|"d":/,
  );
});

test('both sides see the same fingerprint, and a card is unverified until somebody says otherwise', async () => {
  await introduce(desk, ['NOR', 'EST']);
  const own = await desk.planner('NOR').ask('identity', 'show');
  const seen = (await desk.planner('EST').ask('partner', 'list')) as unknown as Record<string, unknown>[];
  expect(seen).toMatchObject([{ nation: 'NOR', state: 'verified', fingerprint: own['fingerprint'] }]);
  const [stranger] = (await desk
    .planner('third')
    .ask('partner', 'add', desk.file('NOR.entente-card'))) as unknown as Record<string, unknown>[];
  expect(stranger).toMatchObject({ state: 'unverified', fingerprint: own['fingerprint'] });
});

test('keys are neither renewed nor taken back where the statement cannot be written', async () => {
  const { ask, run } = desk.planner('desk');
  await create('NOR');
  const before = await ask('identity', 'show');
  const nowhere = path.join(desk.file('nowhere'), 'statement');
  expect(reasonOf(await run('identity', 'rotate', '--out', nowhere))).toBe('FILE_NO_FOLDER');
  expect(reasonOf(await run('identity', 'rotate', '--out', desk.file('desk')))).toBe('FILE_NOT_WRITTEN');
  expect(reasonOf(await run('identity', 'revoke', '--reason', 'lost', '--out', nowhere))).toBe('FILE_NO_FOLDER');
  expect(await ask('identity', 'show')).toEqual(before);
  done(await run('identity', 'rotate', '--out', desk.file('statement')));
  expect((await ask('identity', 'show'))['kid']).not.toBe(before['kid']);
});

test('the same card again changes nothing, above all no trust', async () => {
  await introduce(desk, ['NOR', 'EST']);
  const { ask, run } = desk.planner('EST');
  const before = await ask('partner', 'list');
  done(await run('partner', 'add', desk.file('NOR.entente-card')));
  expect(await ask('partner', 'list')).toEqual(before);
});

test('a changed card, one’s own, and what is no card are refused, and no partner is added', async () => {
  await introduce(desk, ['NOR', 'EST']);
  const { ask, run } = desk.planner('EST');
  const before = await ask('partner', 'list');
  const card = readFileSync(desk.file('NOR.entente-card'), 'utf8');
  for (const [name, text, reason] of [
    [
      'changed',
      card.replace(/"signature":"./, (start) => (start.endsWith('A') ? '"signature":"B' : '"signature":"A')),
      'CARD_INVALID',
    ],
    ['empty', '', 'CARD_INVALID'],
    ['own', readFileSync(desk.file('EST.entente-card'), 'utf8'), 'CARD_OWN'],
  ] as const) {
    writeFileSync(desk.file(name), text);
    expect([name, reasonOf(await run('partner', 'add', desk.file(name), '--verified'))]).toEqual([name, reason]);
  }
  expect(reasonOf(await run('partner', 'add', desk.file('none')))).toBe('FILE_NOT_READ');
  expect(await ask('partner', 'list')).toEqual(before);
});
