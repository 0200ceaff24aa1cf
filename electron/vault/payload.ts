/** Steps and snapshots as bytes: compact JSON, deflated when that pays, with a digest that finds silent damage. */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Below this size deflating saves less than it costs. */
const DEFLATE_FROM = 1024;

export interface Payload {
  /** Bytes of the JSON text. */
  readonly size: number;
  /** 0 plain, 1 deflated. */
  readonly encoding: 0 | 1;
  /** SHA-256 of `body`. */
  readonly digest: Uint8Array;
  readonly body: Uint8Array;
}

const digestOf = (body: Uint8Array): Uint8Array => createHash('sha256').update(body).digest();

export const packText = (text: string): Payload => {
  const plain = Buffer.from(text, 'utf8');
  const deflate = plain.length >= DEFLATE_FROM;
  const body = deflate ? deflateRawSync(plain, { level: 3 }) : plain;
  return { size: plain.length, encoding: deflate ? 1 : 0, digest: digestOf(body), body };
};

/** The text again, or undefined when the bytes are not those that were written. */
export const unpackText = (payload: Payload): string | undefined => {
  if (Buffer.compare(digestOf(payload.body), payload.digest) !== 0) return undefined;
  const plain =
    payload.encoding === 1
      ? inflateRawSync(payload.body, { maxOutputLength: payload.size })
      : Buffer.from(payload.body);
  return plain.length === payload.size ? plain.toString('utf8') : undefined;
};
