/** The people of the test vectors. Their keys are fixed and public: nothing but these vectors may ever trust them. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { identityToRecipient } from 'age-encryption';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { toBase64Url } from '#shared/exchange/bytes.ts';
import { type Card, thumbprint } from '#shared/exchange/card.ts';
import type { Signer } from '#shared/exchange/crypto.ts';

export interface Player {
  readonly name: string;
  readonly seed: Uint8Array;
  readonly key: KeyObject;
  readonly publicKey: Uint8Array;
  readonly signer: Signer;
  readonly kid: string;
  readonly ageIdentity: string;
}

/** Head of an Ed25519 private key in PKCS #8 (RFC 8410); the 32-byte seed follows. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const player = (name: string, ageIdentity: string): Player => {
  const seed = createHash('sha256').update(`entente test vectors: ${name}`).digest();
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');
  const kid = thumbprint(toBase64Url(publicKey), nodeCrypto);
  return {
    name,
    seed,
    key,
    publicKey,
    kid,
    ageIdentity,
    signer: { kid, sign: (message) => sign(null, message, key) },
  };
};

const FIRST = 'AGE-SECRET-KEY-1L0NX8DTHNK97428PT9DYA3U8N7KLAV5CRH4MHGUWGYXKQNJ93SXQAJE8QQ';
const SECOND = 'AGE-SECRET-KEY-19PKZJNQXH64JKC7Z32KLHXJF8R6P8G9L6A82AR6UL9V5PT635C5SFJKGR5';
const THIRD = 'AGE-SECRET-KEY-1PASX3Y0LUHTJTYRN3K8DLM8JJUQ2M8MA4YHG3GR9Y25XS5E55W7SWMAZ5P';

/** Makes the bundles. */
export const ALPHA = player('alpha', FIRST);
/** Reads them, and knows everybody here but the stranger. */
export const BRAVO = player('bravo', SECOND);
/** Another partner of Alpha's. */
export const CHARLIE = player('charlie', THIRD);
/** Was trusted once; Bravo has revoked the key. */
export const DELTA = player('delta', FIRST);
/** A partner whose card has run out. */
export const ECHO = player('echo', FIRST);
/** A partner who has renewed the key since. */
export const FOXTROT = player('foxtrot', FIRST);
/** A release officer of a partner's, whose key is not accepted for plans. */
export const GOLF = player('golf', FIRST);
/** Nobody Bravo has ever met. */
export const STRANGER = player('stranger', FIRST);

export const NOW = Date.UTC(2027, 0, 10, 12);

/** A player's identity card, valid for three years around `NOW` unless said otherwise. */
export const cardOf = async (
  { name, publicKey, kid, ageIdentity }: Player,
  more: Partial<Card> = {},
): Promise<Card> => ({
  format: 'entente-card',
  version: 1,
  kid,
  nation: name.slice(0, 3).toUpperCase(),
  name: `Planner ${name}`,
  signingKey: toBase64Url(publicKey),
  recipient: await identityToRecipient(ageIdentity),
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2029-01-01T00:00:00Z',
  ...more,
});
