import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { openVault } from '#electron/vault/inProcess.ts';
import { openDatabase } from '#electron/vault/open.ts';
import { createStore } from '#electron/vault/store.ts';
import { failureOf } from '#electron/vault/failures.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { VAULT_CODES } from '#shared/contract/vault.ts';
import { vaultErrors } from '#shared/messages/en/vault-errors.ts';
import { EXERCISE_ID, firstStep, locationStep, stepOf } from '#tests/support/plans.ts';
import { must, supportFile, useFolders } from './support.ts';

const newFolder = useFolders();
const fileOf = (folder: string): string => path.join(folder, 'vault.sqlite');

const bigStep = (from: number) => stepOf(Array.from({ length: 200 }, (_, n) => locationStep(from + n).ops).flat());

const filled = async (folder: string, count = 30): Promise<void> => {
  const vault = must(openVault(folder));
  must(await vault.append(firstStep()));
  for (let n = 0; n < count; n += 1) must(await vault.append(bigStep(10_000 + n * 200)));
  await vault.close();
};

const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? 'OK' : result.error.code;

const countSteps = async (vault: VaultPort): Promise<number> => must(await vault.exercises())[0]?.steps ?? 0;

test('every code has a sentence', () => {
  expect(Object.keys(vaultErrors)).toEqual(expect.arrayContaining([...VAULT_CODES]));
});

describe('one holder at a time', () => {
  test('a second process is refused, and let in when the first has closed', async () => {
    const folder = newFolder();
    const vault = must(openVault(folder));
    const second = (): string =>
      execFileSync(process.execPath, [supportFile('openVaultOnce.ts'), folder], { encoding: 'utf8' });
    expect(second()).toBe('VAULT_BUSY');
    await vault.close();
    expect(second()).toBe('OPEN');
  });

  test('so is a second opener in this process', async () => {
    const folder = newFolder();
    const vault = must(openVault(folder));
    expect(openVault(folder)).toEqual({ ok: false, error: { code: 'VAULT_BUSY', data: { folder } } });
    must(await vault.append(firstStep()));
    await vault.close();
  });
});

describe('a full disk', () => {
  test('refuses the step, keeps all before it, and takes the step when there is room again', () => {
    const folder = newFolder();
    const db = must(openDatabase(folder));
    const store = createStore(db, folder);
    store.append(firstStep());
    const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
    db.exec(`PRAGMA max_page_count = ${pages + 2}`);
    let code = '';
    let n = 0;
    const attempt = () => bigStep(50_000 + n * 200);
    let refused = attempt();
    for (; n < 50 && code === ''; n += 1) {
      refused = attempt();
      try {
        store.append(refused);
      } catch (error) {
        code = failureOf(folder, error).code;
      }
    }
    expect(code).toBe('VAULT_DISK_FULL');
    expect(store.exercises()[0]?.steps).toBe(n);
    db.exec('PRAGMA max_page_count = 1000000');
    store.append(refused);
    expect(store.exercises()[0]?.steps).toBe(n + 1);
    store.close();
  });

  test('on a real file system of 2 MB', async () => {
    const mount = path.join(newFolder(), 'small');
    mkdirSync(mount);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount]);
    if (mounted.status !== 0) {
      console.log('SKIPPED: no small file system can be mounted here; the page limit above stands for it');
      return;
    }
    try {
      const vault = must(openVault(mount));
      must(await vault.append(firstStep()));
      let saved = 1;
      let code = 'OK';
      while (code === 'OK' && saved < 2000) {
        code = codeOf(await vault.append(bigStep(saved * 200)));
        if (code === 'OK') saved += 1;
      }
      expect(code).toBe('VAULT_DISK_FULL');
      expect(await countSteps(vault)).toBe(saved);
      await vault.close();
      const again = must(openVault(mount));
      expect(await countSteps(again)).toBe(saved);
      await again.close();
    } finally {
      spawnSync('umount', [mount]);
    }
  });
});

describe('a damaged vault', () => {
  const overwrite = (file: string, at: number, bytes: number): void => {
    const fd = openSync(file, 'r+');
    writeSync(fd, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
    closeSync(fd);
  };

  test('with its beginning overwritten is refused', async () => {
    const folder = newFolder();
    await filled(folder);
    overwrite(fileOf(folder), 0, 100);
    expect(openVault(folder)).toEqual({ ok: false, error: { code: 'VAULT_DAMAGED', data: { file: fileOf(folder) } } });
  });

  test('with pages overwritten is refused, and the file stays as it was', async () => {
    const folder = newFolder();
    await filled(folder);
    overwrite(fileOf(folder), 4096, 8192);
    const before = readFileSync(fileOf(folder));
    expect(codeOf(openVault(folder))).toBe('VAULT_DAMAGED');
    expect(readFileSync(fileOf(folder)).equals(before)).toBe(true);
  });

  test('with one byte of a step changed is found when the step is read', async () => {
    const folder = newFolder();
    await filled(folder, 0);
    const file = readFileSync(fileOf(folder));
    const at = file.indexOf('Exercise ANCHOR","types"');
    expect(at).toBeGreaterThan(0);
    file[at] = 'F'.charCodeAt(0);
    writeFileSync(fileOf(folder), file);
    const vault = must(openVault(folder));
    expect(codeOf(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 9 }))).toBe('VAULT_DAMAGED');
    await vault.close();
  });

  test('that is no database at all is refused', () => {
    const folder = newFolder();
    writeFileSync(fileOf(folder), 'not a database '.repeat(500));
    expect(codeOf(openVault(folder))).toBe('VAULT_DAMAGED');
  });

  test('with its write-ahead log cut short opens with what is whole', async () => {
    const folder = newFolder();
    const copy = newFolder();
    const vault = must(openVault(folder));
    must(await vault.append(firstStep()));
    for (let n = 0; n < 5; n += 1) must(await vault.append(locationStep(20 + n)));
    // As a crash leaves them: the log not folded into the file yet.
    for (const end of ['', '-wal']) copyFileSync(fileOf(folder) + end, fileOf(copy) + end);
    await vault.close();
    expect(existsSync(`${fileOf(copy)}-wal`)).toBe(true);
    const wal = `${fileOf(copy)}-wal`;
    truncateSync(wal, readFileSync(wal).length - 5000);
    const again = must(openVault(copy));
    const { steps, head } = must(await again.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 9 }));
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.length).toBeLessThan(6);
    expect(head).toBe(steps.at(-1)?.seq);
    must(await again.append(locationStep(99)));
    await again.close();
  });
});

describe('a folder that cannot be written to', () => {
  /** Root may write anywhere, so the opener gives that up. */
  const openAsNobody = (folder: string): string => {
    const { stdout, stderr } = spawnSync(process.execPath, [supportFile('openVaultOnce.ts'), folder], {
      encoding: 'utf8',
      ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
    });
    return stdout === '' ? stderr : stdout;
  };

  /** A checkout below a private home cannot be run by another user at all. */
  const isRunnable = (): boolean => {
    const folder = newFolder();
    chmodSync(folder, 0o777);
    const runnable = openAsNobody(folder) === 'OPEN';
    if (!runnable) console.log('SKIPPED: root writes everywhere, and no other user can run this checkout');
    return runnable || process.getuid?.() !== 0;
  };

  test.each(['empty', 'with a vault'])('is refused (%s)', async (state) => {
    if (!isRunnable()) return;
    const folder = newFolder();
    if (state === 'with a vault') await filled(folder, 1);
    if (state === 'with a vault') chmodSync(fileOf(folder), 0o444);
    chmodSync(folder, 0o555);
    expect(openAsNobody(folder)).toBe('VAULT_READ_ONLY');
    chmodSync(folder, 0o755);
  });

  test('a file in the place of the folder is refused', () => {
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(codeOf(openVault(file))).toBe('VAULT_READ_ONLY');
  });
});
