/** What SQLite and the file system throw, as failures with our codes. */
import path from 'node:path';
import { type Failure } from '#shared/result.ts';

export const VAULT_FILE = 'vault.sqlite';

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const BUSY = 5;
const LOCKED = 6;
const READ_ONLY: readonly number[] = [3, 8, 14, 23];
const FULL = 13;
const DAMAGED: readonly number[] = [11, 26];

const FILE_CODES: Readonly<Record<string, 'VAULT_READ_ONLY' | 'VAULT_DISK_FULL'>> = {
  EACCES: 'VAULT_READ_ONLY',
  EPERM: 'VAULT_READ_ONLY',
  EROFS: 'VAULT_READ_ONLY',
  ENOTDIR: 'VAULT_READ_ONLY',
  EEXIST: 'VAULT_READ_ONLY',
  ENOSPC: 'VAULT_DISK_FULL',
  EDQUOT: 'VAULT_DISK_FULL',
};

/** Thrown inside a transaction to undo it and to say why; never leaves this folder. */
export class VaultError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

export const damaged = (folder: string): Failure => ({
  code: 'VAULT_DAMAGED',
  data: { file: path.join(folder, VAULT_FILE) },
});

const ofSqlite = (folder: string, errcode: number): Failure => {
  const primary = errcode & 0xff;
  if (primary === BUSY || primary === LOCKED) return { code: 'VAULT_BUSY', data: { folder } };
  if (READ_ONLY.includes(primary)) return { code: 'VAULT_READ_ONLY', data: { folder } };
  if (primary === FULL) return { code: 'VAULT_DISK_FULL', data: { folder } };
  if (DAMAGED.includes(primary)) return damaged(folder);
  return { code: 'VAULT_FAILED', data: { errcode } };
};

/** The failure that a thrown error stands for; VAULT_FAILED when it is none that we know. */
export const failureOf = (folder: string, error: unknown): Failure => {
  if (error instanceof VaultError) return error.failure;
  if (typeof error !== 'object' || error === null) return { code: 'VAULT_FAILED', data: { errcode: -1 } };
  if ('errcode' in error && typeof error.errcode === 'number') return ofSqlite(folder, error.errcode);
  const code = 'code' in error && typeof error.code === 'string' ? FILE_CODES[error.code] : undefined;
  return code === undefined ? { code: 'VAULT_FAILED', data: { errcode: -1 } } : { code, data: { folder } };
};
