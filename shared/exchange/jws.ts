/**
 * JWS General JSON (RFC 7515) with the payload inside, checked before anything of it is interpreted. The algorithm
 * comes from the key that is stored here, never from the file; a header may say only what the allow-list has.
 */
import { z } from 'zod';
import { type Result, fail, ok } from '../result.ts';
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from './bytes.ts';
import { canonicalBytes, parseUnambiguous } from './canonical.ts';
import type { CryptoPort, Signer } from './crypto.ts';
import { LIMITS } from './limits.ts';

/** What a JWS of ours is about: the protected header's `typ`, and the `cty` around its version. */
export interface JwsKind {
  readonly typ: string;
  readonly content: string;
}

/** The signed manifest of a bundle. */
export const MANIFEST_KIND: JwsKind = { typ: 'entente-manifest+jws', content: 'application/vnd.entente.manifest' };
/** An identity card. */
export const CARD_KIND: JwsKind = { typ: 'entente-card+jws', content: 'application/vnd.entente.card' };

/** A statement about keys: a rotation or a revocation. */
export const STATEMENT_KIND: JwsKind = { typ: 'entente-statement+jws', content: 'application/vnd.entente.statement' };
/** A recipient's word that it took a bundle in. */
export const RECEIPT_KIND: JwsKind = { typ: 'entente-receipt+jws', content: 'application/vnd.entente.receipt' };
/** The checkpoint at the end of an exported audit log. */
export const AUDIT_KIND: JwsKind = { typ: 'entente-audit+jws', content: 'application/vnd.entente.audit' };

const VERSION = 1;
const ctyOf = ({ content }: JwsKind, version: number): string => `${content}.v${version}+json`;

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

/** All that a protected header may say (M6); `crit`, `b64`, `jwk` and whatever else there is are refused. */
const headerSchema = z.strictObject({
  // RFC 8037 calls it EdDSA, RFC 9864 Ed25519: the stored key is an Ed25519 key in any case.
  alg: z.enum(['EdDSA', 'Ed25519']),
  cty: z.string().max(120),
  kid: z.string().max(120),
  typ: z.string().max(120),
  x5c: z.array(z.string().max(16_384)).min(1).max(8).optional(),
});

interface Head {
  readonly kid: string;
  /** The format's version that the content claims. */
  readonly version: number;
}

const headOf = (encoded: string, kind: JwsKind): Result<Head> => {
  const bytes = fromBase64Url(encoded);
  const header = headerSchema.safeParse(parseUnambiguous((bytes && fromUtf8(bytes)) ?? ''));
  if (!header.success || header.data.typ !== kind.typ) return fail('JWS_HEADER');
  const version = Number(/\.v([1-9][0-9]{0,2})\+json$/.exec(header.data.cty)?.[1]);
  return header.data.cty === ctyOf(kind, version) ? ok({ kid: header.data.kid, version }) : fail('JWS_HEADER');
};

const parse = (bytes: Uint8Array): Result<z.infer<typeof jwsSchema>> => {
  // Nothing of it is verified yet, and JSON can take twenty times the memory of its text.
  if (bytes.length > LIMITS.manifest) return fail('JWS_SHAPE');
  const parsed = jwsSchema.safeParse(parseUnambiguous(fromUtf8(bytes) ?? ''));
  return parsed.success ? ok(parsed.data) : fail('JWS_SHAPE');
};

/**
 * Verifies every signature of a JWS (M5 to M9).
 * Fails with JWS_SHAPE, JWS_HEADER, SIGNATURE_INVALID, SIGNERS_DIFFER (one key twice), what `keyOf` says, and
 * VERSION_NEWER {version} for content that is genuine and made by a newer program.
 */
export const verifyJws = (bytes: Uint8Array, kind: JwsKind, keyOf: KeyOf, crypto: CryptoPort): Result<Verified> => {
  const jws = parse(bytes);
  if (!jws.ok) return jws;
  const payload = fromBase64Url(jws.value.payload);
  if (payload === undefined) return fail('JWS_SHAPE');
  const kids: string[] = [];
  let newest = VERSION;
  for (const { protected: header, signature } of jws.value.signatures) {
    const head = headOf(header, kind);
    if (!head.ok) return head;
    const { kid, version } = head.value;
    if (kids.includes(kid)) return fail('SIGNERS_DIFFER');
    const key = keyOf(kid);
    if (!key.ok) return key;
    const signed = fromBase64Url(signature);
    if (signed?.length !== 64) return fail('SIGNATURE_INVALID');
    if (!crypto.verify(key.value, toUtf8(`${header}.${jws.value.payload}`), signed)) return fail('SIGNATURE_INVALID');
    kids.push(kid);
    newest = Math.max(newest, version);
  }
  return newest === VERSION ? ok({ payload, kids }) : fail('VERSION_NEWER', { version: newest });
};

interface Signature {
  readonly protected: string;
  readonly signature: string;
}

const signatureOf = (encoded: string, kind: JwsKind, { kid, sign }: Signer): Signature => {
  const header = toBase64Url(canonicalBytes({ alg: 'EdDSA', cty: ctyOf(kind, VERSION), kid, typ: kind.typ }));
  return { protected: header, signature: toBase64Url(sign(toUtf8(`${header}.${encoded}`))) };
};

/** Signs canonical JSON: the same value and key give the same bytes. */
export const signJws = (payload: unknown, kind: JwsKind, signers: readonly Signer[]): Uint8Array<ArrayBuffer> => {
  const encoded = toBase64Url(canonicalBytes(payload));
  return canonicalBytes({ payload: encoded, signatures: signers.map((signer) => signatureOf(encoded, kind, signer)) });
};

const kidIn = ({ protected: header }: Signature): string => {
  const head = headOf(header, MANIFEST_KIND);
  return head.ok ? head.value.kid : '';
};

/**
 * A manifest with one signature more, all of them in the given order of key ids.
 * @param bytes a manifest that was verified. Fails with JWS_SHAPE for anything else.
 */
export const addSignature = (
  bytes: Uint8Array,
  signer: Signer,
  order: readonly string[],
): Result<Uint8Array<ArrayBuffer>> => {
  const jws = parse(bytes);
  if (!jws.ok) return jws;
  const { payload, signatures } = jws.value;
  const all = [...signatures.filter((old) => kidIn(old) !== signer.kid), signatureOf(payload, MANIFEST_KIND, signer)];
  const sorted = all.sort((a, b) => order.indexOf(kidIn(a)) - order.indexOf(kidIn(b)));
  return ok(canonicalBytes({ payload, signatures: sorted }));
};
