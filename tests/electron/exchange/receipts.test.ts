/** Receipts that a partner signs rightly and that confirm nothing of what they say. */
import { writeFileSync } from 'node:fs';
import { writeReceiptFor } from '#electron/exchange/receipts.ts';
import { openKeys } from '#electron/keys/identity.ts';
import { openPartners } from '#electron/keys/partners.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { type Receipt, writeReceipt } from '#shared/exchange/receipt.ts';
import { fail } from '#shared/result.ts';
import { done, introduce, newDesk, reasonOf } from '../cli/desk.ts';
import { must } from '../vault/support.ts';

const desk = newDesk();
const [norway, poland, estonia] = [desk.planner('NOR'), desk.planner('POL'), desk.planner('EST')];
/** What Norway made, and Poland's bundle in which it goes along to Estonia. */
let [norwegian, polish]: { manifestHash: string; manifest: { audit: { head: string } }; originator: string }[] = [];
let good: Omit<Receipt, 'format' | 'version' | 'recipient'>;

/** Estonia's keys and log, for as long as something is done with them. */
const asEstonia = async <T>(act: (ports: Parameters<typeof writeReceiptFor>[2]) => Promise<T>): Promise<T> => {
  const vault = must(openVault(estonia.folder));
  const keys = openKeys(vault, estonia.folder, Date.now);
  const acted = await act({ vault, keys, partners: openPartners(vault, Date.now), clock: Date.now });
  await vault.close();
  return acted;
};

/** Estonia signs what a test wants, and Poland takes it or not. */
const takes = async (more: Partial<Receipt>) => {
  const file = desk.file('estonia.entente-receipt');
  await asEstonia(async ({ keys }) => {
    const own = must(await keys.show());
    if (own === null) throw new Error('no identity');
    writeFileSync(file, writeReceipt({ ...good, ...more }, own.signer));
  });
  return poland.run('import', file);
};

beforeAll(async () => {
  await introduce(desk, ['NOR', 'POL', 'EST']);
  const exerciseId = done(await norway.run('exercise', 'create', '--sample')).trim();
  const [theirs, ours] = [desk.file('nor.entente'), desk.file('pol.entente')];
  done(await norway.run('export', '--exercise', exerciseId, '--to', 'POL,EST', '--out', theirs));
  done(await poland.run('import', theirs, '--accept', 'own'));
  done(await poland.run('export', '--exercise', exerciseId, '--to', 'EST', '--out', ours, '--carry', theirs));
  norwegian = (await estonia.ask('verify', theirs)) as unknown as typeof norwegian;
  polish = (await estonia.ask('verify', ours)) as unknown as typeof polish;
  const { manifestHash, originator } = polish ?? { manifestHash: '', originator: '' };
  good = { exerciseId, originator, revision: 1, manifestHash, receivedAt: '2027-01-10T12:00:00Z', taken: 3 };
});
afterAll(desk.clear);

test('nobody confirms a bundle as ours that only went along with one of ours', async () => {
  const manifestHash = norwegian?.manifestHash ?? '';
  expect(reasonOf(await takes({ manifestHash }))).toBe('RECEIPT_UNMATCHED');
  expect(reasonOf(await takes({ manifestHash, originator: norwegian?.originator ?? '' }))).toBe('RECEIPT_UNMATCHED');
});

test('all that it says of a bundle is so, or it is refused; the right one is taken after all that', async () => {
  const wrong: Partial<Receipt>[] = [
    { revision: 2 },
    { exerciseId: '01900000-0000-7000-8000-000000000001' },
    { originator: norwegian?.originator ?? '' },
    { manifestHash: 'a'.repeat(64) },
  ];
  for (const more of wrong) expect(reasonOf(await takes(more))).toBe('RECEIPT_UNMATCHED');
  const receiptsOf = async (): Promise<unknown> =>
    ((await poland.ask('sent', '--exercise', good.exerciseId)) as unknown as { receipts: unknown[] }[]).map(
      ({ receipts }) => receipts,
    );
  expect(await receiptsOf()).toEqual([[]]);
  done(await takes({}));
  expect(await receiptsOf()).toMatchObject([[{ from: 'EST Planner EST', taken: 3 }]]);
});

test('none is written for a hash that only stands in what was taken in', async () => {
  done(await estonia.run('import', desk.file('pol.entente'), '--accept', 'own'));
  const write = (hash: string) =>
    asEstonia((ports) => writeReceiptFor(hash, desk.file('written.entente-receipt'), ports));
  expect(await write(polish?.manifest.audit.head ?? '')).toEqual(fail('RECEIPT_NOT_TAKEN'));
  must(await write(polish?.manifestHash ?? ''));
  must(await write(norwegian?.manifestHash ?? ''));
});
