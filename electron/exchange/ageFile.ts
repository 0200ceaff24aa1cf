/** The encrypted form, by the age author's own library: X25519 recipients only. */
import { Decrypter, Encrypter } from 'age-encryption';
import type { AgeHeader } from '#shared/exchange/age.ts';
import { type Result, fail, ok } from '#shared/result.ts';

/** Encrypts for every recipient (`age1…`); each of their keys alone opens the file, and no other does. */
export const encryptFor = async (bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
};

/**
 * Opens a file whose header was scanned before (M17), with any of our keys, in memory only.
 * Fails with NOT_DECRYPTABLE when the header is not for this key, AGE_DAMAGED when what follows was changed or cut.
 */
export const decryptWith = async (
  bytes: Uint8Array,
  header: AgeHeader,
  identities: readonly string[],
): Promise<Result<Uint8Array>> => {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    await decrypter.decryptHeader(bytes.subarray(0, header.length));
  } catch {
    return fail('NOT_DECRYPTABLE');
  }
  try {
    return ok(await decrypter.decrypt(bytes));
  } catch {
    return fail('AGE_DAMAGED');
  }
};
