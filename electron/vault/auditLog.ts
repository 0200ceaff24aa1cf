/** The audit log in the vault: append-only, each entry with the hash of the chain up to it. Everything here throws. */
import type { DatabaseSync } from 'node:sqlite';
import { type Checkpoint, GENESIS, type HashedEntry, nextHash } from '#shared/audit/chain.ts';
import type { AuditQuery, LogEntry } from './port.ts';

type Row = Record<string, unknown>;

const entryOf = (row: Row): HashedEntry => ({
  seq: Number(row['seq']),
  at: Number(row['at']),
  code: String(row['code']),
  data: JSON.parse(String(row['data'])) as Record<string, unknown>,
  hash: typeof row['hash'] === 'string' ? row['hash'] : '',
});

/** Characters that LIKE takes for more than themselves. */
const literally = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

const readerIn = (db: DatabaseSync) => {
  const after = db.prepare(
    `SELECT log.seq, at, code, data, hash FROM log LEFT JOIN log_hash ON log_hash.seq = log.seq
     WHERE log.seq > ? ORDER BY log.seq LIMIT ?`,
  );
  const newest = db.prepare(
    `SELECT log.seq, at, code, data, hash FROM log LEFT JOIN log_hash ON log_hash.seq = log.seq
     WHERE (?1 IS NULL OR log.seq < ?1)
       AND (?2 IS NULL OR code IN (SELECT value FROM json_each(?2)))
       AND (?3 IS NULL OR code NOT IN (SELECT value FROM json_each(?3)))
       AND (?4 IS NULL OR code LIKE ?4 ESCAPE '\\' OR data LIKE ?4 ESCAPE '\\')
       AND NOT EXISTS (
         SELECT 1 FROM json_each(?5) AS term WHERE NOT (
           code IN (SELECT value FROM json_each(term.value, '$.codes'))
           OR EXISTS (
             SELECT 1 FROM json_each(term.value, '$.texts') AS part
             WHERE code LIKE part.value ESCAPE '\\' OR data LIKE part.value ESCAPE '\\')))
     ORDER BY log.seq DESC LIMIT ?6`,
  );
  return {
    log: (from: number, limit: number): readonly HashedEntry[] => after.all(from, limit).map(entryOf),
    auditPage: ({ before, codes, notCodes, text, terms = [], limit }: AuditQuery): readonly HashedEntry[] =>
      newest
        .all(
          before ?? null,
          codes === undefined ? null : JSON.stringify(codes),
          notCodes === undefined ? null : JSON.stringify(notCodes),
          text === undefined ? null : literally(text),
          JSON.stringify(terms.map((term) => ({ codes: term.codes, texts: term.texts.map(literally) }))),
          limit,
        )
        .map(entryOf),
  };
};

/** Hashes the entries of an older Entente, which kept none: from then on what they said is fixed. */
const hashOlder = (db: DatabaseSync, head: () => Checkpoint, put: (seq: number, hash: string) => void): void => {
  let last = head();
  const older = db.prepare('SELECT seq, at, code, data FROM log WHERE seq > ? ORDER BY seq');
  for (const row of older.all(last.sequence)) {
    const { hash: _none, ...entry } = entryOf(row);
    last = { sequence: entry.seq, head: nextHash(last.head, entry) };
    put(last.sequence, last.head);
  }
};

export const auditLogIn = (db: DatabaseSync) => {
  const add = db.prepare('INSERT INTO log (at, code, data) VALUES (?, ?, ?)');
  const keep = db.prepare('INSERT INTO log_hash (seq, hash) VALUES (?, ?)');
  const newest = db.prepare('SELECT seq, hash FROM log_hash ORDER BY seq DESC LIMIT 1');
  const auditHead = (): Checkpoint => {
    const row = newest.get();
    return row === undefined
      ? { sequence: 0, head: GENESIS }
      : { sequence: Number(row['seq']), head: String(row['hash']) };
  };
  // SQLite remembers the highest number that it gave to an entry, whatever has become of that entry.
  const given = db.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'log'`);
  const put = (seq: number, hash: string): void => void keep.run(seq, hash);
  return {
    ...readerIn(db),
    auditHead,
    auditEnd: (): number => Math.max(auditHead().sequence, Number(given.get()?.['seq'] ?? 0)),
    hashOlder: () => hashOlder(db, auditHead, put),
    /** Runs inside the caller's transaction. */
    addLog: ({ at, code, data }: LogEntry): void => {
      const { head } = auditHead();
      const text = JSON.stringify(data);
      const seq = Number(add.run(Math.round(at), code, text).lastInsertRowid);
      // Hashed as it is read back: what JSON does not keep must not be in the hash.
      const entry = { seq, at: Math.round(at), code, data: JSON.parse(text) as Record<string, unknown> };
      put(seq, nextHash(head, entry));
    },
  };
};
