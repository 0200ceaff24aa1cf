/**
 * The vault's tables, as numbered migrations. `PRAGMA user_version` counts them; a number above ours is a newer
 * Entente's and is refused before anything is read. A migration, once released, is never changed.
 */
import type { DatabaseSync } from 'node:sqlite';

export const MIGRATIONS: readonly string[] = [
  // 1: the history. What is appended stays: even a fault of our own must not rewrite it.
  `
  CREATE TABLE step (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    exercise TEXT NOT NULL,
    at INTEGER NOT NULL,
    size INTEGER NOT NULL,
    encoding INTEGER NOT NULL CHECK (encoding IN (0, 1)),
    digest BLOB NOT NULL,
    body BLOB NOT NULL
  ) STRICT;
  CREATE INDEX step_of_exercise ON step (exercise, seq);
  CREATE TRIGGER step_never_changes BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
  CREATE TRIGGER step_never_leaves BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
  CREATE TABLE exercise (
    id TEXT PRIMARY KEY,
    head INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    summary TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // 2: keys, partners and what is known of their bundles; the log.
  `
  CREATE TABLE blob (name TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE freshness (
    exercise TEXT NOT NULL,
    originator TEXT NOT NULL,
    revision INTEGER NOT NULL,
    manifest_hash TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    PRIMARY KEY (exercise, originator)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    code TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER log_never_changes BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER log_never_leaves BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  `,
  // 3: where replaying a long history may start.
  `
  CREATE TABLE snapshot (
    exercise TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    size INTEGER NOT NULL,
    encoding INTEGER NOT NULL CHECK (encoding IN (0, 1)),
    digest BLOB NOT NULL,
    body BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // 4: the log as a chain. Entries of before get their hashes when the vault is opened.
  `
  CREATE TABLE log_hash (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT;
  CREATE TRIGGER hash_never_changes BEFORE UPDATE ON log_hash BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER hash_never_leaves BEFORE DELETE ON log_hash BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE INDEX log_by_code ON log (code, seq);
  `,
  // 5: what each originator last sent of an exercise, for comparing what it sends next.
  `
  CREATE TABLE sent (
    exercise TEXT NOT NULL,
    originator TEXT NOT NULL,
    revision INTEGER NOT NULL,
    size INTEGER NOT NULL,
    encoding INTEGER NOT NULL CHECK (encoding IN (0, 1)),
    digest BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (exercise, originator, revision)
  ) STRICT;
  `,
  // 6: what each record is marked itself, and how the exercise marks, up to the step `marked`. The steps are the truth.
  `
  CREATE TABLE marking (
    exercise TEXT NOT NULL,
    record TEXT NOT NULL,
    policy TEXT NOT NULL,
    classification TEXT NOT NULL,
    gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
    PRIMARY KEY (exercise, record)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE exercise ADD COLUMN marked INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE exercise ADD COLUMN labelling TEXT;
  `,
  // 7: which key's verified bundles say that an author of stamps writes for it.
  `
  CREATE TABLE author (author TEXT NOT NULL, kid TEXT NOT NULL, PRIMARY KEY (author, kid)) STRICT, WITHOUT ROWID;
  `,
  // 8: ceilings that were accepted although records stood above them, and which did: undo and redo may lead there again.
  `
  CREATE TABLE ceiling (
    step TEXT PRIMARY KEY,
    exercise TEXT NOT NULL,
    policy TEXT NOT NULL,
    classification TEXT NOT NULL,
    standing TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ceiling_of_exercise ON ceiling (exercise, policy, classification);
  `,
  // 9: markings that a plan retains of other nations on a record, beside its own.
  `
  CREATE TABLE retained_marking (
    exercise TEXT NOT NULL,
    record TEXT NOT NULL,
    policy TEXT NOT NULL,
    classification TEXT NOT NULL,
    gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
    PRIMARY KEY (exercise, record)
  ) STRICT, WITHOUT ROWID;
  `,
  // 10: markings are taken in anew, so that the ceilings are kept that were accepted before version 8.
  `
  DELETE FROM marking;
  DELETE FROM retained_marking;
  UPDATE exercise SET marked = 0, labelling = NULL;
  `,
];

/** All of it or nothing. @throws what `work` or SQLite threw, after the transaction was undone. */
export const inTransaction = <T>(db: DatabaseSync, work: () => T): T => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    // On a full disk SQLite has rolled back by itself; a second ROLLBACK would hide the reason.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

export const versionOf = (db: DatabaseSync): number =>
  Number(db.prepare('PRAGMA user_version').get()?.['user_version']);

/**
 * Brings the tables up to `target` (ours, unless a test asks for an older one), each migration in its own transaction.
 * @throws whatever SQLite throws, with the migration in progress undone.
 */
export const migrate = (db: DatabaseSync, target: number = MIGRATIONS.length): void => {
  for (let version = versionOf(db); version < target; version += 1) {
    inTransaction(db, () => db.exec(`${MIGRATIONS[version] ?? ''}; PRAGMA user_version = ${version + 1};`));
  }
};
