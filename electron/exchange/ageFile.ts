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

const PIECE = 64 * 1024;

const inPieces = (bytes: Uint8Array): ReadableStream<Uint8Array> => {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      // A copy: what a stream gives away is no longer ours.
      controller.enqueue(bytes.slice(at, at + PIECE));
      at += PIECE;
    },
  });
};

/** All of a stream in one buffer of the size it has at most: the library would hold all pieces beside their sum. */
const collect = async (stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> => {
  const all = new Uint8Array(most);
  let at = 0;
  for await (const piece of stream) {
    all.set(piece, at);
    at += piece.length;
  }
  return all.subarray(0, at);
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
    return ok(await collect(await decrypter.decrypt(inPieces(bytes)), bytes.length));
  } catch {
    return fail('AGE_DAMAGED');
  }
};
