/** The format's cryptography on node:crypto, with the checks of M9 that the library leaves out. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { CryptoPort, InflatePort } from '#shared/exchange/crypto.ts';
import { toBase64Url } from '#shared/exchange/bytes.ts';

/** Order of the Ed25519 base point (RFC 8032): S must lie below it, or one signature could be written in two ways. */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/**
 * The y coordinates of the points of small order, in both encodings (below and at or above the field's prime), little
 * endian with the sign bit cleared. A key or an R among them makes signatures that hold for any message.
 */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

const isSmallOrder = (point: Uint8Array): boolean => {
  const masked = Buffer.from(point);
  masked[31] = (masked[31] ?? 0) & 0x7f;
  return SMALL_ORDER.has(masked.toString('hex'));
};

const scalar = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);

/** What has to hold of a key and a signature whatever message they are for, and whatever the library below looks at. */
export const mayVerify = (publicKey: Uint8Array, signature: Uint8Array): boolean =>
  publicKey.length === 32 &&
  signature.length === 64 &&
  !isSmallOrder(publicKey) &&
  !isSmallOrder(signature.subarray(0, 32)) &&
  scalar(signature.subarray(32)) < GROUP_ORDER;

const verifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
  if (!mayVerify(publicKey, signature)) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) }, format: 'jwk' });
    return verify(null, message, key, signature);
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
};

export const nodeCrypto: CryptoPort = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  verify: verifyEd25519,
};

/** What `info` makes of the answer; the types of Node leave it out. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

export const nodeInflate: InflatePort = {
  inflate: (bytes, limit) => {
    try {
      const options = { maxOutputLength: Math.max(limit, 1), info: true };
      const { buffer, engine } = inflateRawSync(bytes, options) as unknown as Inflated;
      return engine.bytesWritten === bytes.length && buffer.length <= limit ? buffer : undefined;
    } catch {
      return undefined;
    }
  },
};
