/**
 * Statements about keys: a rotation hands over from one key to the next and is signed by both; a revocation takes a key
 * back and is signed by that key itself. Whoever trusts the old key can act on them without another telephone call.
 */
import { z } from 'zod';
import { type Result, fail, ok } from '../result.ts';
import { instantSchema } from '../time/instant.ts';
import { fromBase64Url, fromUtf8 } from './bytes.ts';
import { parseCanonical } from './canonical.ts';
import { type Card, cardSchema, checkValidity, thumbprint } from './card.ts';
import type { CryptoPort, Signer } from './crypto.ts';
import { type KeyOf, signJws, STATEMENT_KIND, verifyJws } from './jws.ts';
import { LIMITS } from './limits.ts';
import { kidSchema } from './manifest.ts';

/** The ending of a statement's file name. */
export const STATEMENT_EXTENSION = '.entente-statement';

export const REVOCATION_REASONS = ['lost', 'compromised', 'superseded', 'left'] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

const rotationSchema = z.strictObject({
  format: z.literal('entente-rotation'),
  version: z.literal(1),
  /** The key that is replaced. */
  from: kidSchema,
  /** The card of the key that takes its place. */
  card: cardSchema,
  issuedAt: instantSchema,
});
export type Rotation = z.infer<typeof rotationSchema>;

const revocationSchema = z.strictObject({
  format: z.literal('entente-revocation'),
  version: z.literal(1),
  kid: kidSchema,
  reason: z.enum(REVOCATION_REASONS),
  issuedAt: instantSchema,
});
export type Revocation = z.infer<typeof revocationSchema>;

export type Statement = Rotation | Revocation;
const statementSchema = z.discriminatedUnion('format', [rotationSchema, revocationSchema]);

/** Hands over from one key to the next. */
export const writeRotation = (
  rotation: Omit<Rotation, 'format' | 'version'>,
  old: Signer,
  next: Signer,
): Uint8Array<ArrayBuffer> =>
  signJws({ format: 'entente-rotation', version: 1, ...rotation }, STATEMENT_KIND, [old, next]);

/** Takes a key back. */
export const writeRevocation = (
  revocation: Omit<Revocation, 'format' | 'version'>,
  signer: Signer,
): Uint8Array<ArrayBuffer> =>
  signJws({ format: 'entente-revocation', version: 1, ...revocation }, STATEMENT_KIND, [signer]);

/** What a statement claims, read before it is verified: only to know which keys its signatures are to be held against. */
const claimed = (bytes: Uint8Array): Statement | undefined => {
  try {
    const jws = JSON.parse(fromUtf8(bytes) ?? '') as { payload?: unknown };
    const payload = typeof jws.payload === 'string' ? fromBase64Url(jws.payload) : undefined;
    const value = payload === undefined ? undefined : parseCanonical(payload);
    const statement = statementSchema.safeParse(value?.ok === true ? value.value : undefined);
    return statement.success ? statement.data : undefined;
  } catch {
    return undefined;
  }
};

/** The key of the new card counts for its own signature alone: that it is trusted follows from the old key's. */
const withNewKey =
  (statement: Statement, keyOf: KeyOf, crypto: CryptoPort): KeyOf =>
  (kid) => {
    if (statement.format !== 'entente-rotation' || kid !== statement.card.kid) return keyOf(kid);
    const key = fromBase64Url(statement.card.signingKey);
    return key?.length === 32 && thumbprint(statement.card.signingKey, crypto) === kid
      ? ok(key)
      : fail('STATEMENT_INVALID');
  };

const signersOf = (statement: Statement): readonly string[] =>
  statement.format === 'entente-rotation' ? [statement.from, statement.card.kid] : [statement.kid];

/**
 * Reads a statement: signed by exactly the keys that it needs, of which the old one is known here.
 * @param keyOf keys as they are known here, whatever their state. @param now epoch milliseconds
 * Fails with STATEMENT_INVALID, STATEMENT_SIGNERS, SIGNATURE_INVALID, CARD_NOT_YET_VALID {name, from}, CARD_EXPIRED {name}, or what
 * `keyOf` says.
 */
export const readStatement = (bytes: Uint8Array, now: number, keyOf: KeyOf, crypto: CryptoPort): Result<Statement> => {
  if (bytes.length > LIMITS.card) return fail('STATEMENT_INVALID');
  const statement = claimed(bytes);
  if (statement === undefined) return fail('STATEMENT_INVALID');
  const signers = signersOf(statement);
  if (new Set(signers).size !== signers.length) return fail('STATEMENT_INVALID');
  const verified = verifyJws(bytes, STATEMENT_KIND, withNewKey(statement, keyOf, crypto), crypto);
  if (!verified.ok) return verified;
  const { kids } = verified.value;
  if (kids.length !== signers.length || signers.some((kid) => !kids.includes(kid))) return fail('STATEMENT_SIGNERS');
  const counts = statement.format === 'entente-rotation' ? checkValidity(statement.card, now) : ok(null);
  return counts.ok ? ok(statement) : counts;
};

/** The same nation and name go on under the new key: a rotation hands over a key, not a seat. */
export const continues = (old: Pick<Card, 'nation' | 'name'>, { card }: Rotation): boolean =>
  old.nation === card.nation && old.name === card.name;
