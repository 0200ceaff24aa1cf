/** Who plans with this data folder: a nation, a name, and two key pairs that never leave the main process. */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { type Card, fingerprint, thumbprint } from '#shared/exchange/card.ts';
import type { Signer } from '#shared/exchange/crypto.ts';
import { codeSchema, line } from '#shared/plan/base.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { DAY, formatInstant, instantSchema, SECOND } from '#shared/time/instant.ts';
import { nodeCrypto } from '../exchange/crypto.ts';
import type { VaultPort } from '../vault/port.ts';
import { seal, unseal } from './seal.ts';

const secretSchema = z.strictObject({
  nation: codeSchema,
  name: line(120).min(1),
  validFrom: instantSchema,
  validUntil: instantSchema,
  /** Ed25519 as a private JWK's `d` and `x`. */
  signingSecret: z.string(),
  signingKey: z.string(),
  ageIdentity: z.string(),
  recipient: z.string(),
});
type Secret = z.infer<typeof secretSchema>;

/** The identity as others may know it, and as it signs and opens here. */
export interface Identity {
  readonly card: Card;
  readonly fingerprint: string;
  readonly signer: Signer;
  /** The age secret key, for decrypting in this process. */
  readonly ageIdentity: string;
}

const LIFE = 3 * 365 * DAY;

const identityOf = (secret: Secret): Identity => {
  const { nation, name, validFrom, validUntil, signingKey, recipient } = secret;
  const kid = thumbprint(signingKey, nodeCrypto);
  const key = createPrivateKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: signingKey, d: secret.signingSecret },
    format: 'jwk',
  });
  return {
    card: { format: 'entente-card', version: 1, kid, nation, name, signingKey, recipient, validFrom, validUntil },
    fingerprint: fingerprint(signingKey, recipient, nodeCrypto),
    signer: { kid, sign: (message) => sign(null, message, key) },
    ageIdentity: secret.ageIdentity,
  };
};

export interface Keys {
  /** The identity of this data folder; null while there is none. IDENTITY_LOCKED when it cannot be opened. */
  readonly show: () => Promise<Result<Identity | null>>;
  /** Makes keys for a nation and a name. IDENTITY_EXISTS when there is one already. */
  readonly create: (nation: string, name: string) => Promise<Result<Identity>>;
}

const newSecret = async (nation: string, name: string, now: number): Promise<Secret> => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { d = '', x = '' } = privateKey.export({ format: 'jwk' });
  const ageIdentity = await generateX25519Identity();
  const today = Math.floor(now / SECOND) * SECOND;
  return {
    nation,
    name,
    validFrom: formatInstant(today),
    validUntil: formatInstant(today + LIFE),
    signingSecret: d,
    signingKey: x,
    ageIdentity,
    recipient: await identityToRecipient(ageIdentity),
  };
};

/** The keys of a data folder. @param clock epoch milliseconds */
export const openKeys = (vault: VaultPort, folder: string, clock: () => number): Keys => {
  let opened: Identity | undefined;
  const show = async (): Promise<Result<Identity | null>> => {
    if (opened !== undefined) return ok(opened);
    const sealed = await vault.identity();
    if (!sealed.ok) return sealed;
    if (sealed.value === null) return ok(null);
    const plain = unseal(folder, sealed.value);
    if (!plain.ok) return plain;
    const secret = secretSchema.safeParse(JSON.parse(Buffer.from(plain.value).toString('utf8')));
    if (!secret.success) return fail('IDENTITY_LOCKED', { folder });
    opened = identityOf(secret.data);
    return ok(opened);
  };
  const create = async (nation: string, name: string): Promise<Result<Identity>> => {
    const known = await show();
    if (!known.ok) return known;
    if (known.value !== null) return fail('IDENTITY_EXISTS', { name: known.value.card.name });
    const secret = await newSecret(nation, name, clock());
    const sealed = seal(folder, Buffer.from(JSON.stringify(secret)));
    if (!sealed.ok) return sealed;
    const made = identityOf(secret);
    const put = await vault.write({
      identity: sealed.value,
      log: [{ at: clock(), code: 'IDENTITY_CREATED', data: { kid: made.card.kid, nation, name } }],
    });
    if (!put.ok) return put;
    opened = made;
    return ok(made);
  };
  return { show, create };
};

/** Nation and name of the identity, for whoever needs no keys; null while there is none. */
export const personOf =
  (keys: Keys) => async (): Promise<Result<{ readonly nation: string; readonly name: string } | null>> => {
    const own = await keys.show();
    if (!own.ok) return own;
    return ok(own.value === null ? null : { nation: own.value.card.nation, name: own.value.card.name });
  };
