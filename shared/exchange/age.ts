/** A look at an age header before any library sees the file (M17): size and number of recipients are bounded first. */
import { type Result, fail, ok } from '../result.ts';
import { fromUtf8 } from './bytes.ts';
import { LIMITS } from './limits.ts';

const MAGIC = 'age-encryption.org/v1\n';

const ascii = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
};

/** Whether the bytes begin as an age file does. */
export const isAge = (bytes: Uint8Array): boolean => fromUtf8(bytes.subarray(0, MAGIC.length)) === MAGIC;

/**
 * How many X25519 recipients a file names.
 * Fails with AGE_HEADER for a header that is too long, malformed, has a passphrase stanza, or too many or no recipients.
 */
export const ageRecipients = (bytes: Uint8Array): Result<number> => {
  const header = ascii(bytes.subarray(0, LIMITS.ageHeader));
  const end = /\n--- [A-Za-z0-9+/]{43}\n/.exec(header);
  if (!header.startsWith(MAGIC) || end === null) return fail('AGE_HEADER');
  const stanzas = [...header.slice(0, end.index).matchAll(/\n-> ([^\s]+)/g)].map(([, type]) => type);
  const count = stanzas.filter((type) => type === 'X25519').length;
  return stanzas.includes('scrypt') || count < 1 || count > LIMITS.recipients ? fail('AGE_HEADER') : ok(count);
};
