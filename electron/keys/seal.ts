/**
 * Keeps private keys unreadable at rest: AES-256-GCM under a key of this data folder, which lies in a file that only
 * its owner may read. It protects copies of the vault, not an account that somebody else has entered.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Result, fail, ok } from '#shared/result.ts';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

const keyFile = (folder: string): string => path.join(folder, 'device.key');

const readKey = (folder: string): Buffer | undefined => {
  try {
    const key = readFileSync(keyFile(folder));
    return key.length === 32 ? key : undefined;
  } catch {
    return undefined;
  }
};

const makeKey = (folder: string): Result<Buffer> => {
  const key = randomBytes(32);
  try {
    writeFileSync(keyFile(folder), key, { mode: 0o600, flag: 'wx' });
    return ok(key);
  } catch {
    return fail('IDENTITY_NOT_SAVED', { folder });
  }
};

/** Fails with IDENTITY_NOT_SAVED {folder} when the folder's key cannot be made. */
export const seal = (folder: string, secret: Uint8Array): Result<Uint8Array> => {
  const known = readKey(folder);
  const key = known === undefined ? makeKey(folder) : ok(known);
  if (!key.ok) return key;
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key.value, nonce);
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return ok(Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body]));
};

/** Fails with IDENTITY_LOCKED when the folder's key is missing or another one, or the seal was touched. */
export const unseal = (folder: string, sealed: Uint8Array): Result<Uint8Array> => {
  const key = readKey(folder);
  if (key === undefined || sealed[0] !== VERSION || sealed.length < 1 + NONCE + TAG)
    return fail('IDENTITY_LOCKED', { folder });
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE));
    decipher.setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG));
    return ok(Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]));
  } catch {
    return fail('IDENTITY_LOCKED', { folder });
  }
};
