/** The exchange in a thread of its own, as main starts it: reading is stopped at once, and the next request works again. */
import path from 'node:path';
import { type CancellableExchange, startExchange } from '#electron/exchange/threadClient.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import type { ExchangeStage } from '#shared/contract/exchange.ts';
import { type Desk, done, introduce, newDesk } from '../cli/desk.ts';
import { must } from '../vault/support.ts';

let desk: Desk;
let vault: VaultPort;
let file = '';
let service: CancellableExchange;
let onStage: (stage: ExchangeStage) => void = () => {};

beforeAll(async () => {
  desk = newDesk();
  await introduce(desk, ['NOR', 'EST']);
  const exercise = done(await desk.planner('NOR').run('exercise', 'create', '--sample')).trim();
  file = desk.file('plan.entente');
  done(await desk.planner('NOR').run('export', '--exercise', exercise, '--to', 'EST', '--out', file));
  const { folder } = desk.planner('EST');
  vault = must(openVault(folder));
  // The thread's own entry: Node runs it as it stands, where the app has a bundle of it.
  const entry = path.join(process.cwd(), 'electron/exchange/thread.ts');
  service = startExchange({ file: entry, folder, vault, onStage: (stage) => onStage(stage) });
});
afterAll(async () => {
  service.cancel();
  await vault.close();
  desk.clear();
});

test.each(['reading', 'verifying'] as const)(
  'stopped while %s, it fails with CANCELLED and notes nothing',
  async (at) => {
    const before = must(await vault.log(0, 100));
    onStage = (stage) => {
      if (stage === at) service.cancel();
    };
    expect(await service.open(file)).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(must(await vault.log(0, 100))).toEqual(before);
    expect(must(await vault.freshness())).toEqual([]);
  },
);

test('stopped while the records cross, the part fails, and the same file opens anew', async () => {
  onStage = () => {};
  const opened = must(await service.open(file));
  if (opened.file.form !== 'bundle') throw new Error(opened.file.form);
  const part = service.part(opened.file.token, 0);
  service.cancel();
  expect(await part).toMatchObject({ error: { code: 'CANCELLED' } });
  expect(await service.part(opened.file.token, 0)).toMatchObject({ error: { code: 'VAULT_TOKEN_UNKNOWN' } });
  expect(must(await service.open(file)).manifestHash).toBe(opened.manifestHash);
});

test('nothing to stop is no error, and stops nothing that comes later', async () => {
  service.cancel();
  expect(must(await service.open(file)).file.form).toBe('bundle');
});
