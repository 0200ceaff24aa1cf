/** The exchange as its thread serves it: what was opened crosses in parts, and what is stopped leaves nothing behind. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createExchange, type ExchangeService } from '#electron/exchange/service.ts';
import { openKeys } from '#electron/keys/identity.ts';
import { openPartners } from '#electron/keys/partners.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import type { ExchangeStage } from '#shared/contract/exchange.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { done, introduce, newDesk, type Desk } from '../cli/desk.ts';
import { must } from '../vault/support.ts';

let desk: Desk;
let exercise = '';
let vault: VaultPort;
const stages: ExchangeStage[] = [];

const serviceIn = (nation: string, isCancelled: () => boolean = () => false): ExchangeService => {
  const { folder } = desk.planner(nation);
  vault = must(openVault(folder));
  return createExchange({
    vault,
    keys: openKeys(vault, folder, Date.now),
    partners: openPartners(vault, Date.now),
    clock: Date.now,
    isCancelled,
    onStage: (stage) => stages.push(stage),
  });
};

beforeEach(async () => {
  desk = newDesk();
  stages.length = 0;
  await introduce(desk, ['NOR', 'EST']);
  exercise = done(await desk.planner('NOR').run('exercise', 'create', '--sample')).trim();
});
afterEach(async () => {
  await vault.close();
  desk.clear();
});

const order = () => ({ exerciseId: exercise, to: [], encrypt: false, expiresInDays: 30 });

test('the records of a bundle come in parts, all of them once, and unknown tokens bring none', async () => {
  const file = desk.file('plan.entente');
  done(await desk.planner('NOR').run('export', '--exercise', exercise, '--to', 'EST', '--out', file));
  const service = serviceIn('EST');
  const { file: opened, manifestHash } = must(await service.open(file));
  if (opened.form !== 'bundle') throw new Error(opened.form);
  expect(manifestHash).toMatch(/^[0-9a-f]{64}$/);
  const records: PlanRecord[] = [];
  let parts = 0;
  for (let from: number | null = 0; from !== null; parts += 1) {
    const part: { records: string; next: number | null } = must(await service.part(opened.token, from));
    records.push(...(JSON.parse(part.records) as PlanRecord[]));
    from = part.next;
  }
  expect(parts).toBeGreaterThan(1);
  expect(new Set(records.map(({ id }) => id)).size).toBe(opened.count);
  expect(await service.part('none', 0)).toMatchObject({ error: { code: 'VAULT_TOKEN_UNKNOWN' } });
  expect(must(await service.writesOf(opened.token))).toMatchObject({
    freshness: [{ revision: 1, manifestHash }],
    sent: [{ revision: 1 }],
  });
  expect(stages).toEqual(['reading', 'verifying']);
});

test('an export tells its stages; one that is stopped leaves no file, no number taken and nothing in the log', async () => {
  let stopped = true;
  const service = serviceIn('NOR', () => stopped && stages.includes('sealing'));
  const file = desk.file('stopped.entente');
  const before = must(await vault.log(0, 100));
  expect(await service.export(order(), file)).toMatchObject({ error: { code: 'CANCELLED' } });
  expect(readdirSync(path.dirname(file)).filter((name) => name.includes('stopped'))).toEqual([]);
  expect(must(await vault.log(0, 100))).toEqual(before);
  expect(must(await vault.freshness())).toEqual([]);
  stopped = false;
  stages.length = 0;
  expect(must(await service.export(order(), file))).toMatchObject({ revision: 1 });
  expect(stages).toEqual(['choosing', 'sealing', 'writing', 'writing']);
});

test('one that is stopped while the file is read back takes the file away again', async () => {
  const service = serviceIn('NOR', () => stages.includes('writing'));
  const file = desk.file('late.entente');
  expect(await service.export(order(), file)).toMatchObject({ error: { code: 'CANCELLED' } });
  expect(readdirSync(path.dirname(file)).filter((name) => name.includes('late'))).toEqual([]);
  expect(must(await vault.freshness())).toEqual([]);
});

test('who is asked to sign sees for whom it is, also where a card is missing, and how the exercise marks', async () => {
  const { run } = desk.planner('NOR');
  done(await desk.planner('FIN').run('identity', 'create', '--nation', 'FIN', '--name', 'Planner FIN'));
  done(await desk.planner('FIN').run('identity', 'export', desk.file('FIN.entente-card')));
  done(await run('partner', 'add', desk.file('FIN.entente-card'), '--verified'));
  const out = desk.file('request.entente');
  const to = ['--to', 'EST', '--to', 'FIN', '--countersign', 'EST', '--out', out];
  done(await run('export', '--exercise', exercise, ...to));
  const { file: opened } = must(await serviceIn('EST').open(out));
  if (opened.form !== 'request') throw new Error(opened.form);
  // Estonia has no card of Finland: a key without a name, not a name that looks like one.
  expect(new Set(opened.audience.map(({ name }) => name))).toEqual(new Set(['EST Planner EST', null]));
  expect(opened.exerciseId).toBe(exercise);
  expect(opened.labelling).toBeNull();
});
