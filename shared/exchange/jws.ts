/**
 * JWS General JSON (RFC 7515) with the payload inside, checked before anything of it is interpreted. The algorithm
 * comes from the key that is stored here, never from the file; a header may say only what the allow-list has.
 */
import { z } from 'zod';
import { type Result, fail, ok } from '../result.ts';
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from './bytes.ts';
import { canonicalBytes, canonicalText } from './canonical.ts';
import type { CryptoPort, Signer } from './crypto.ts';

/** What a JWS of ours is about: the protected header's `typ` and `cty`. */
export interface JwsKind {
  readonly typ: string;
  readonly cty: string;
}

export const MANIFEST_KIND: JwsKind = { typ: 'entente-manifest+jws', cty: 'application/vnd.entente.manifest.v1+json' };
export const CARD_KIND: JwsKind = { typ: 'entente-card+jws', cty: 'application/vnd.entente.card.v1+json' };

const jwsSchema = z.strictObject({
  payload: z.string(),
  signatures: z
    .array(z.strictObject({ protected: z.string().max(100_000), signature: z.string().max(100) }))
    .min(1)
    .max(8),
});

/** Finds the public key (32 bytes) of a key id, or says why there is none that counts. */
export type KeyOf = (kid: string) => Result<Uint8Array>;

/** A payload all of whose signatures are good, and who signed. */
export interface Verified {
  readonly payload: Uint8Array;
  readonly kids: readonly string[];
}

const ALLOWED: ReadonlySet<string> = new Set(['alg', 'cty', 'kid', 'typ', 'x5c']);

/** The key id of a protected header that says exactly what it may (M6). */
const kidOf = (encoded: string, kind: JwsKind): Result<string> => {
  const bytes = fromBase64Url(encoded);
  const text = bytes === undefined ? undefined : fromUtf8(bytes);
  let header: unknown;
  try {
    header = JSON.parse(text ?? '');
  } catch {
    return fail('JWS_HEADER');
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header)) return fail('JWS_HEADER');
  const fields: Readonly<Record<string, unknown>> = { ...header };
  const known = Object.keys(fields).every((name) => ALLOWED.has(name)) && canonicalText(header) === text;
  const algorithm = fields['alg'] === 'EdDSA' || fields['alg'] === 'Ed25519';
  if (!known || !algorithm || fields['typ'] !== kind.typ || fields['cty'] !== kind.cty) return fail('JWS_HEADER');
  return typeof fields['kid'] === 'string' ? ok(fields['kid']) : fail('JWS_HEADER');
};

const parse = (bytes: Uint8Array): Result<z.infer<typeof jwsSchema>> => {
  try {
    const parsed = jwsSchema.safeParse(JSON.parse(fromUtf8(bytes) ?? ''));
    return parsed.success ? ok(parsed.data) : fail('JWS_SHAPE');
  } catch {
    return fail('JWS_SHAPE');
  }
};

/**
 * Verifies every signature of a JWS (M5 to M9).
 * Fails with JWS_SHAPE, JWS_HEADER, SIGNATURE_INVALID, SIGNERS_DIFFER (one key twice), or what `keyOf` says.
 */
export const verifyJws = (bytes: Uint8Array, kind: JwsKind, keyOf: KeyOf, crypto: CryptoPort): Result<Verified> => {
  const jws = parse(bytes);
  if (!jws.ok) return jws;
  const payload = fromBase64Url(jws.value.payload);
  if (payload === undefined) return fail('JWS_SHAPE');
  const kids: string[] = [];
  for (const { protected: header, signature } of jws.value.signatures) {
    const kid = kidOf(header, kind);
    if (!kid.ok) return kid;
    if (kids.includes(kid.value)) return fail('SIGNERS_DIFFER');
    const key = keyOf(kid.value);
    if (!key.ok) return key;
    const signed = fromBase64Url(signature);
    if (signed?.length !== 64) return fail('SIGNATURE_INVALID');
    if (!crypto.verify(key.value, toUtf8(`${header}.${jws.value.payload}`), signed)) return fail('SIGNATURE_INVALID');
    kids.push(kid.value);
  }
  return ok({ payload, kids });
};

/** Signs canonical JSON: the same value and key give the same bytes. */
export const signJws = (payload: unknown, kind: JwsKind, signers: readonly Signer[]): Uint8Array<ArrayBuffer> => {
  const encoded = toBase64Url(canonicalBytes(payload));
  const signatures = signers.map(({ kid, sign }) => {
    const header = toBase64Url(canonicalBytes({ alg: 'EdDSA', cty: kind.cty, kid, typ: kind.typ }));
    return { protected: header, signature: toBase64Url(sign(toUtf8(`${header}.${encoded}`))) };
  });
  return canonicalBytes({ payload: encoded, signatures });
};
