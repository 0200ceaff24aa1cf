/** Opens the vault of a data folder: one holder at a time, nothing written before all is known to be well. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Result, ok } from '#shared/result.ts';
import { VAULT_FILE, VaultError, damaged, failureOf } from './failures.ts';
import { MIGRATIONS, migrate, versionOf } from './schema.ts';

/** How long a second opener waits for one that is just closing, in milliseconds. */
const PATIENCE = 300;

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
  // Takes the write lock even when no migration runs: a folder that cannot be written to is told now, not at the
  // first change.
  db.exec(`BEGIN EXCLUSIVE; PRAGMA user_version = ${found}; COMMIT`);
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
