/** All that the vault keeps, on one open database. Everything here throws; `inProcess.ts` turns that into failures. */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Step } from '#shared/plan/step.ts';
import { entriesOfStep } from '#shared/audit/steps.ts';
import type { Checkpoint, HashedEntry } from '#shared/audit/chain.ts';
import { auditLogIn } from './auditLog.ts';
import type { AuditQuery, Freshness, SentUpTo, SignedAuthor, Writes } from './port.ts';
import { inTransaction } from './schema.ts';
import { payloadOf } from './rows.ts';
import { type StepsStore, stepsStore } from './steps.ts';

const AUTHOR_KEY = 'vault.author';
/** Settings of the window live under their own prefix, so that no view can touch the vault's own. */
const VIEW_PREFIX = 'view.';

const settingsIn = (db: DatabaseSync) => {
  const get = db.prepare('SELECT value FROM setting WHERE key = ?');
  const put = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = db.prepare('DELETE FROM setting WHERE key = ?');
  const read = (key: string): string | null => {
    const row = get.get(key);
    return row === undefined ? null : String(row['value']);
  };
  return {
    setting: (key: string, value?: string | null): string | null => {
      const name = VIEW_PREFIX + key;
      if (value === null) remove.run(name);
      else if (value !== undefined) put.run(name, value);
      return read(name);
    },
    /** 72 random bits: enough that no two data folders of an exercise share a name. */
    author: (): string => {
      const known = read(AUTHOR_KEY);
      if (known !== null) return known;
      const author = randomBytes(9).toString('base64url');
      put.run(AUTHOR_KEY, author);
      return author;
    },
  };
};

const blobsIn = (db: DatabaseSync) => {
  const get = db.prepare('SELECT body FROM blob WHERE name = ?');
  const put = db.prepare(
    'INSERT INTO blob (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body',
  );
  const read = (name: string): Uint8Array | null => (get.get(name)?.['body'] as Uint8Array | undefined) ?? null;
  return {
    identity: () => read('identity'),
    putIdentity: (sealed: Uint8Array): void => void put.run('identity', sealed),
    trust: (): string | null => {
      const body = read('trust');
      return body === null ? null : Buffer.from(body).toString('utf8');
    },
    putTrust: (text: string): void => void put.run('trust', Buffer.from(text, 'utf8')),
  };
};

const authorsIn = (db: DatabaseSync) => {
  const all = db.prepare('SELECT author, kid FROM author ORDER BY author, kid');
  const put = db.prepare('INSERT OR IGNORE INTO author VALUES (?, ?)');
  return {
    authors: (): readonly SignedAuthor[] =>
      all.all().map((row) => ({ author: String(row['author']), kid: String(row['kid']) })),
    putAuthor: ({ author, kid }: SignedAuthor): void => void put.run(author, kid),
  };
};

const freshnessIn = (db: DatabaseSync) => {
  const of = db.prepare('SELECT * FROM freshness WHERE ? IS NULL OR exercise = ? ORDER BY exercise, originator');
  // A lower revision never takes the place of a higher one, whatever a caller asks for (BUNDLE.md M13).
  const put = db.prepare(
    `INSERT INTO freshness (exercise, originator, revision, manifest_hash, issued_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (exercise, originator) DO UPDATE SET revision = excluded.revision,
       manifest_hash = excluded.manifest_hash, issued_at = excluded.issued_at WHERE excluded.revision > revision`,
  );
  return {
    freshness: (exerciseId?: string): readonly Freshness[] =>
      of.all(exerciseId ?? null, exerciseId ?? null).map((row) => ({
        exerciseId: String(row['exercise']),
        originator: String(row['originator']),
        revision: Number(row['revision']),
        manifestHash: String(row['manifest_hash']),
        issuedAt: Number(row['issued_at']),
      })),
    putFreshness: (entry: Freshness): void =>
      void put.run(entry.exerciseId, entry.originator, entry.revision, entry.manifestHash, entry.issuedAt),
  };
};

/** Of each originator the two newest: the one before is what a bundle that comes once more is compared with. */
const sentIn = (db: DatabaseSync) => {
  const get = db.prepare(
    `SELECT revision, size, encoding, digest, body FROM sent
     WHERE exercise = ? AND originator = ? AND revision < ? ORDER BY revision DESC LIMIT 1`,
  );
  const put = db.prepare('INSERT OR REPLACE INTO sent VALUES (?, ?, ?, ?, ?, ?, ?)');
  const trim = db.prepare(
    `DELETE FROM sent WHERE exercise = ?1 AND originator = ?2 AND revision NOT IN
       (SELECT revision FROM sent WHERE exercise = ?1 AND originator = ?2 ORDER BY revision DESC LIMIT 2)`,
  );
  return {
    sent: (exerciseId: string, originator: string, before: number): SentUpTo | null => {
      const row = get.get(exerciseId, originator, before);
      return row === undefined
        ? null
        : { exerciseId, originator, revision: Number(row['revision']), records: payloadOf(row) };
    },
    putSent: ({ exerciseId, originator, revision, records }: SentUpTo): void => {
      put.run(exerciseId, originator, revision, records.size, records.encoding, records.digest, records.body);
      trim.run(exerciseId, originator);
    },
  };
};

export interface VaultStore extends Omit<StepsStore, 'append'> {
  readonly append: (step: Step, writes?: Writes) => { readonly seq: number };
  readonly write: (writes: Writes) => void;
  readonly author: () => string;
  readonly setting: (key: string, value?: string | null) => string | null;
  readonly identity: () => Uint8Array | null;
  readonly trust: () => string | null;
  readonly authors: () => readonly SignedAuthor[];
  readonly freshness: (exerciseId?: string) => readonly Freshness[];
  readonly sent: (exerciseId: string, originator: string, before: number) => SentUpTo | null;
  readonly log: (after: number, limit: number) => readonly HashedEntry[];
  readonly auditPage: (query: AuditQuery) => readonly HashedEntry[];
  readonly auditHead: () => Checkpoint;
  readonly auditEnd: () => number;
  readonly close: () => void;
}

/** The vault on a database that `openDatabase` has opened. */
export const createStore = (db: DatabaseSync, folder: string): VaultStore => {
  const { append, ...history } = stepsStore(db, folder);
  const { putTrust, putIdentity, ...blobs } = blobsIn(db);
  const { putFreshness, freshness } = freshnessIn(db);
  const { putSent, sent } = sentIn(db);
  const { putAuthor, authors } = authorsIn(db);
  const { addLog, hashOlder, ...audit } = auditLogIn(db);
  inTransaction(db, hashOlder);
  const writeAll = (writes: Writes): void => {
    for (const entry of writes.freshness ?? []) putFreshness(entry);
    if (writes.identity !== undefined) putIdentity(writes.identity);
    if (writes.trust !== undefined) putTrust(writes.trust);
    for (const entry of writes.sent ?? []) putSent(entry);
    for (const entry of writes.authors ?? []) putAuthor(entry);
    for (const entry of writes.log ?? []) addLog(entry);
  };
  return {
    ...history,
    ...blobs,
    ...settingsIn(db),
    freshness,
    sent,
    authors,
    ...audit,
    append: (step, writes = {}) =>
      inTransaction(db, () => {
        const { seq, isNew } = append(step, writes.labelling);
        // What came with a step was written with it: asking again changes nothing (BUNDLE.md M15).
        if (isNew) {
          writeAll(writes);
          for (const entry of entriesOfStep(step)) addLog(entry);
        }
        return { seq };
      }),
    write: (writes) => inTransaction(db, () => writeAll(writes)),
    close: () => db.close(),
  };
};
