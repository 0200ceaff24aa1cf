/** Identity cards (M21): how partners give each other their public keys, before they compare fingerprints by voice. */
import { z } from 'zod';
import { codeSchema } from '../plan/base.ts';
import { type Result, fail, ok } from '../result.ts';
import { instantSchema, parseInstant } from '../time/instant.ts';
import { fromBase64Url, fromUtf8, toBase64Url } from './bytes.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import type { CryptoPort, Signer } from './crypto.ts';
import { fingerprintHash } from './fingerprint.ts';
import { CARD_KIND, signJws, verifyJws } from './jws.ts';
import { LIMITS } from './limits.ts';
import { kidSchema } from './manifest.ts';
import { personName } from './personName.ts';

/** The ending of a card's file name. */
export const CARD_EXTENSION = '.entente-card';

/** What a card says of its owner. */
export const cardSchema = z.strictObject({
  format: z.literal('entente-card'),
  version: z.literal(1),
  kid: kidSchema,
  nation: codeSchema,
  name: personName,
  /** Ed25519 public key, base64url. */
  signingKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** age X25519 recipient. */
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  validFrom: instantSchema,
  validUntil: instantSchema,
});
/** A card that the schema let through. */
export type Card = z.infer<typeof cardSchema>;

/** The RFC 7638 thumbprint of an Ed25519 key. */
export const thumbprint = (signingKey: string, crypto: CryptoPort): string => {
  const hex = crypto.sha256(canonicalBytes({ crv: 'Ed25519', kty: 'OKP', x: signingKey }));
  return toBase64Url(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
};

/** A card as a file, signed by the identity it speaks of. */
export const writeCard = (card: Card, signer: Signer): Uint8Array<ArrayBuffer> => signJws(card, CARD_KIND, [signer]);

const ms = (instant: string): number => {
  const parsed = parseInstant(instant);
  return parsed.ok ? parsed.value : 0;
};

const isInOrder = ({ validFrom, validUntil }: Card): boolean => ms(validFrom) < ms(validUntil);

/** Whether a card's keys do not count yet, by more than clocks may differ. @param now epoch milliseconds */
const isEarly = ({ validFrom }: Pick<Card, 'validFrom'>, now: number): boolean => ms(validFrom) > now + LIMITS.ahead;

/** Whether a card's keys no longer count. @param now epoch milliseconds */
export const isExpired = ({ validUntil }: Pick<Card, 'validUntil'>, now: number): boolean => ms(validUntil) <= now;

/** Whether a card's keys count now. Fails with CARD_NOT_YET_VALID {name, from} or CARD_EXPIRED {name}. */
export const checkValidity = (card: Card, now: number): Result<null> => {
  if (isEarly(card, now)) return fail('CARD_NOT_YET_VALID', { name: card.name, from: card.validFrom });
  return isExpired(card, now) ? fail('CARD_EXPIRED', { name: card.name }) : ok(null);
};

/** The key that a card claims, read before it is verified: a card brings its own key and proves only that it holds it. */
const claimedKey = (bytes: Uint8Array): string | undefined => {
  try {
    const jws = JSON.parse(fromUtf8(bytes) ?? '') as { payload?: unknown };
    const payload = typeof jws.payload === 'string' ? fromBase64Url(jws.payload) : undefined;
    const card = JSON.parse((payload === undefined ? undefined : fromUtf8(payload)) ?? '') as { signingKey?: unknown };
    return typeof card.signingKey === 'string' ? card.signingKey : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads a card: signed by the very key it names, whole, and valid now. That the key is its owner's, only a comparison
 * of fingerprints can tell.
 * @param now epoch milliseconds
 * Fails with CARD_INVALID, CARD_NOT_YET_VALID {name, from} or CARD_EXPIRED {name}.
 */
export const readCard = (bytes: Uint8Array, now: number, crypto: CryptoPort): Result<Card> => {
  if (bytes.length > LIMITS.card) return fail('CARD_INVALID');
  const claimed = claimedKey(bytes);
  const key = claimed === undefined ? undefined : fromBase64Url(claimed);
  if (key?.length !== 32 || claimed === undefined) return fail('CARD_INVALID');
  const kid = thumbprint(claimed, crypto);
  const verified = verifyJws(bytes, CARD_KIND, (wanted) => (wanted === kid ? ok(key) : fail('CARD_INVALID')), crypto);
  if (!verified.ok) return fail('CARD_INVALID');
  const value = parseCanonical(verified.value.payload);
  const card = cardSchema.safeParse(value.ok ? value.value : undefined);
  if (!card.success || card.data.kid !== kid || card.data.signingKey !== claimed) return fail('CARD_INVALID');
  if (!isInOrder(card.data)) return fail('CARD_INVALID');
  const counts = checkValidity(card.data, now);
  return counts.ok ? ok(card.data) : counts;
};

/** A key id for reading out: the SHA-256 of the key in groups of five digits, twelve groups. */
export const fingerprint = (signingKey: string, recipient: string, crypto: CryptoPort): string =>
  digits(fingerprintHash(signingKey, recipient, crypto), 12);

/** The check code of a manifest (M19): four groups, for reading out over a telephone. */
export const checkCode = (manifestHash: string): string => digits(manifestHash, 4);

/** Groups of five decimal digits, each from 20 bits of the hash; 60 digits hold about 199 bits. */
const digits = (hex: string, groups: number): string =>
  Array.from({ length: groups }, (_, group) =>
    String(Number.parseInt(hex.slice(group * 5, group * 5 + 5), 16) % 100_000).padStart(5, '0'),
  ).join(' ');
