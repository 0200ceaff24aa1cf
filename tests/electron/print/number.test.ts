import { takeNumber } from '#electron/print/number.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { ok } from '#shared/result.ts';
import { useFolders } from '../vault/support.ts';

const newFolder = useFolders();

const opened = (folder: string) => {
  const vault = openVault(folder);
  if (!vault.ok) throw new Error(vault.error.code);
  return vault.value;
};

describe('the numbers of prints', () => {
  it('never come twice, however many prints are asked for at once', async () => {
    const vault = opened(newFolder());
    const taken = await Promise.all(Array.from({ length: 5 }, () => takeNumber(vault)));
    expect(taken).toEqual(['0001', '0002', '0003', '0004', '0005'].map((number) => ok(number)));
    await vault.close();
  });

  it('go on after the data folder was closed', async () => {
    const folder = newFolder();
    const first = opened(folder);
    await takeNumber(first);
    await first.close();
    const second = opened(folder);
    expect(await takeNumber(second)).toEqual(ok('0002'));
    await second.close();
  });

  it('are not made up where the vault cannot keep them', async () => {
    const vault = opened(newFolder());
    await vault.close();
    expect(await takeNumber(vault)).toMatchObject({ ok: false });
  });
});
