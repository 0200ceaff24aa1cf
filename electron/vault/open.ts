/** Opens the vault of a data folder: one holder at a time, nothing written before all is known to be well. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Result, ok } from '#shared/result.ts';
import { VAULT_FILE, VaultError, damaged, failureOf } from './failures.ts';
import { MIGRATIONS, inTransaction, migrate, versionOf } from './schema.ts';

/** How long a second opener waits for one that is just closing, in milliseconds. */
const PATIENCE = 300;

/**
 * Takes the write lock even when no migration runs: a folder that cannot be written to is told now, not at the first
 * change. A full disk is no reason to withhold the plans on it: it is told when something is to be saved.
 */
const probe = (db: DatabaseSync, folder: string, version: number): void => {
  try {
    inTransaction(db, () => db.exec(`PRAGMA user_version = ${version}`));
  } catch (error) {
    if (failureOf(folder, error).code !== 'VAULT_DISK_FULL' || version < MIGRATIONS.length) throw error;
  }
};

/** Asked first: SQLite itself reports a read-only file as a fault of locking. @throws EACCES or EROFS. */
const checkWritable = (folder: string): void => {
  accessSync(folder, constants.W_OK);
  for (const end of ['', '-wal']) {
    const file = path.join(folder, VAULT_FILE + end);
    if (existsSync(file)) accessSync(file, constants.W_OK);
  }
};

const prepare = (db: DatabaseSync, folder: string, target: number): void => {
  // Exclusive before WAL: then no shared memory file is needed and a second opener is refused at once.
  db.exec('PRAGMA locking_mode = EXCLUSIVE');
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL');
  db.exec('PRAGMA trusted_schema = OFF');
  const found = versionOf(db);
  if (found > MIGRATIONS.length) {
    throw new VaultError({ code: 'VAULT_NEWER', data: { folder, found, known: MIGRATIONS.length } });
  }
  const check = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (check !== 'ok') throw new VaultError(damaged(folder));
  probe(db, folder, found);
  migrate(db, target);
};

/**
 * Opens (and if need be creates) the vault of a data folder and holds it until closed.
 * @param target an older form, for tests of migrations.
 * @returns VAULT_BUSY, VAULT_NEWER, VAULT_DAMAGED, VAULT_READ_ONLY, VAULT_DISK_FULL or VAULT_FAILED.
 */
export const openDatabase = (folder: string, target: number = MIGRATIONS.length): Result<DatabaseSync> => {
  let db: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    checkWritable(folder);
    db = new DatabaseSync(path.join(folder, VAULT_FILE), { timeout: PATIENCE, enableForeignKeyConstraints: true });
    prepare(db, folder, target);
    return ok(db);
  } catch (error) {
    const failure = failureOf(folder, error);
    try {
      db?.close();
    } catch {
      // The first failure is the one that tells something.
    }
    return { ok: false, error: failure };
  }
};
