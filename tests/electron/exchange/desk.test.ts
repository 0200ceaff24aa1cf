/** What a desk brings to the reading and writing of bundles: its clock and memory, and a last look at what it wrote. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type BundlePorts, exportBundle, openBundle } from '#electron/exchange/bundles.ts';
import { openKeys } from '#electron/keys/identity.ts';
import { openPartners } from '#electron/keys/partners.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { fail, ok } from '#shared/result.ts';
import { DAY } from '#shared/time/instant.ts';
import { done, introduce, newDesk } from '../cli/desk.ts';
import { creation, locationRecord, stepOf } from '#tests/support/plans.ts';
import { must } from '../vault/support.ts';

const desk = newDesk();
let exercise = '';
let vault: VaultPort;

const portsOf = (nation: string, clock: () => number = Date.now): BundlePorts => {
  const { folder } = desk.planner(nation);
  vault = must(openVault(folder));
  return { vault, keys: openKeys(vault, folder, clock), partners: openPartners(vault, clock), clock };
};

beforeAll(async () => {
  await introduce(desk, ['NOR', 'EST']);
  exercise = done(await desk.planner('NOR').run('exercise', 'create', '--sample')).trim();
});
afterEach(() => vault.close());
afterAll(desk.clear);

const exportFor = async (file: string, days: number): Promise<Uint8Array> => {
  const args = ['export', '--exercise', exercise, '--to', 'EST', '--out', desk.file(file), '--expires', String(days)];
  done(await desk.planner('NOR').run(...args));
  return readFileSync(desk.file(file));
};

test('a clock that was set back makes no bundle young: the newest seen counts', async () => {
  const bytes = await exportFor('short.entente', 1);
  const seenAt = Date.now() + 2 * DAY;
  const before = portsOf('EST');
  expect(await openBundle(bytes, before)).toMatchObject({ ok: true });
  // The same clock, after something was seen that was issued two days from now.
  const seen = { exerciseId: '01900000-0000-7000-8000-000000000001', originator: 'x', revision: 1, manifestHash: 'a' };
  must(await vault.write({ freshness: [{ ...seen, issuedAt: seenAt }] }));
  expect(await openBundle(bytes, before)).toMatchObject({ error: { code: 'EXPIRED' } });
});

test('names of records drive no terminal and write no lines of their own', async () => {
  const { folder, run } = desk.planner('NOR');
  vault = must(openVault(folder));
  const hostile = locationRecord(170, 'Quay\u001b[2J\ngenuine  yes\u202e');
  must(await vault.append(stepOf([creation({ ...hostile, owner: 'NOR' })], { exerciseId: exercise })));
  await vault.close();
  await exportFor('hostile.entente', 90);
  const { out } = await run('inspect', desk.file('hostile.entente'));
  expect(out).toContain('Quay\ufffd[2J\ufffdgenuine  yes\ufffd\n');
  // What is tested for is these very characters.
  expect(['\u001b', '\u202e'].filter((letter) => out.includes(letter))).toEqual([]);
  vault = must(openVault(folder));
});

test('what was over before the program was written is over, whatever the clock says', async () => {
  const long = Date.UTC(2024, 0, 1);
  const { keys, partners } = portsOf('NOR', () => long);
  const file = desk.file('old.entente');
  const order = { exerciseId: exercise, to: [], encrypt: false, expiresInDays: 30 };
  const written = await exportBundle(order, file, { vault, keys, partners, clock: () => long });
  expect(written).toMatchObject({ error: { code: 'EXPIRED' } });
  expect(existsSync(file)).toBe(false);
});

test('what cannot be read back gets no name and takes no number', async () => {
  const ports = portsOf('NOR');
  const own = must(await ports.keys.show());
  if (own === null) throw new Error('no identity');
  const numbers = must(await vault.freshness());
  const file = desk.file('unreadable.entente');
  const order = { exerciseId: exercise, to: [], encrypt: false, expiresInDays: 30 };
  // A signer whose signatures are those of something else, as a fault in a library could make them.
  const signer = { ...own.signer, sign: () => own.signer.sign(Buffer.from('something else')) };
  const faulty = { ...ports.keys, show: () => Promise.resolve(ok({ ...own, signer })) };
  expect(await exportBundle(order, file, { ...ports, keys: faulty })).toEqual(fail('SIGNATURE_INVALID'));
  expect(readdirSync(path.dirname(file)).filter((name) => name.includes('unreadable'))).toEqual([]);
  expect(must(await vault.freshness())).toEqual(numbers);
  expect(await exportBundle(order, file, ports)).toMatchObject({ ok: true });
});
