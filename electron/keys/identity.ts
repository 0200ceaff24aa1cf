/** Who plans with this data folder: a nation, a name, and two key pairs that never leave the main process. */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { type Card, fingerprint, thumbprint } from '#shared/exchange/card.ts';
import type { Signer } from '#shared/exchange/crypto.ts';
import { kidSchema } from '#shared/exchange/manifest.ts';
import { type RevocationReason, writeRevocation, writeRotation } from '#shared/exchange/statement.ts';
import { codeSchema, line } from '#shared/plan/base.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { DAY, formatInstant, instantSchema, SECOND } from '#shared/time/instant.ts';
import { nodeCrypto } from '../exchange/crypto.ts';
import type { LogEntry, VaultPort } from '../vault/port.ts';
import { seal, unseal } from './seal.ts';

/** A key that was ours: what is on its way for it can still be opened. */
const formerSchema = z.strictObject({ kid: kidSchema, ageIdentity: z.string() });
type FormerKey = z.infer<typeof formerSchema>;

/** Keys of before that are kept, the newest first. */
const MOST_FORMER = 20;

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
  former: z.array(formerSchema).max(MOST_FORMER).optional(),
  /** The statement of the last rotation, as text: partners may have to get it again. */
  statement: z.string().max(65_536).optional(),
  /** The key was taken back: it signs nothing any more. */
  revoked: z.literal(true).optional(),
});
type Secret = z.infer<typeof secretSchema>;

/** The identity as others may know it, and as it signs and opens here. */
export interface Identity {
  readonly card: Card;
  readonly fingerprint: string;
  readonly signer: Signer;
  /** The age secret key, for decrypting in this process. */
  readonly ageIdentity: string;
  readonly former: readonly FormerKey[];
  /** The statement of the last rotation. */
  readonly statement: string | undefined;
}

const LIFE = 3 * 365 * DAY;

const kidOf = ({ signingKey }: Secret): string => thumbprint(signingKey, nodeCrypto);

const identityOf = (secret: Secret): Identity => {
  const { nation, name, validFrom, validUntil, signingKey, recipient } = secret;
  const kid = kidOf(secret);
  const key = createPrivateKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: signingKey, d: secret.signingSecret },
    format: 'jwk',
  });
  return {
    card: { format: 'entente-card', version: 1, kid, nation, name, signingKey, recipient, validFrom, validUntil },
    fingerprint: fingerprint(signingKey, recipient, nodeCrypto),
    signer: { kid, sign: (message) => sign(null, message, key) },
    ageIdentity: secret.ageIdentity,
    former: secret.former ?? [],
    statement: secret.statement,
  };
};

export interface Keys {
  /** The identity of this data folder; null while there is none. IDENTITY_LOCKED when it cannot be opened. */
  readonly show: () => Promise<Result<Identity | null>>;
  /** Makes keys for a nation and a name. IDENTITY_EXISTS when there is one already. */
  readonly create: (nation: string, name: string) => Promise<Result<Identity>>;
  /**
   * New keys in the place of the old ones, and the statement that says so, signed by both. The new keys are durable
   * before anybody can get the statement; the old signing key is gone then. IDENTITY_MISSING.
   */
  readonly rotate: () => Promise<Result<Identity>>;
  /**
   * Takes the own key back: it signs its revocation and nothing more, and a new identity can be made.
   * @returns the statement. IDENTITY_MISSING.
   */
  readonly revoke: (reason: RevocationReason) => Promise<Result<string>>;
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

const formerOf = (secret: Secret): FormerKey[] =>
  [{ kid: kidOf(secret), ageIdentity: secret.ageIdentity }, ...(secret.former ?? [])].slice(0, MOST_FORMER);

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Reads and writes the sealed secret; never gives it out. */
const storeIn = (vault: VaultPort, folder: string) => ({
  read: async (): Promise<Result<Secret | null>> => {
    const sealed = await vault.identity();
    if (!sealed.ok) return sealed;
    if (sealed.value === null) return ok(null);
    const plain = unseal(folder, sealed.value);
    if (!plain.ok) return plain;
    const secret = secretSchema.safeParse(JSON.parse(textOf(plain.value)));
    return secret.success ? ok(secret.data) : fail('IDENTITY_LOCKED', { folder });
  },
  write: (secret: Secret, entry: LogEntry): Promise<Result<null>> => {
    const sealed = seal(folder, Buffer.from(JSON.stringify(secret)));
    return sealed.ok ? vault.write({ identity: sealed.value, log: [entry] }) : Promise.resolve(sealed);
  },
});

/** The keys of a data folder. @param clock epoch milliseconds */
export const openKeys = (vault: VaultPort, folder: string, clock: () => number): Keys => {
  const store = storeIn(vault, folder);
  let opened: Secret | undefined;
  const known = async (): Promise<Result<Secret | null>> => {
    if (opened !== undefined) return ok(opened);
    const read = await store.read();
    if (read.ok && read.value !== null) opened = read.value;
    return read;
  };
  const save = async (secret: Secret, code: string, data: LogEntry['data']): Promise<Result<Identity>> => {
    const written = await store.write(secret, { at: clock(), code, data });
    if (!written.ok) return written;
    opened = secret;
    return ok(identityOf(secret));
  };
  /** The secret of an identity that still signs. */
  const live = async (): Promise<Result<Secret>> => {
    const secret = await known();
    if (!secret.ok) return secret;
    return secret.value === null || secret.value.revoked === true ? fail('IDENTITY_MISSING') : ok(secret.value);
  };
  const now = (): string => formatInstant(Math.floor(clock() / SECOND) * SECOND);
  return {
    show: async () => {
      const secret = await known();
      if (!secret.ok) return secret;
      return ok(secret.value === null || secret.value.revoked === true ? null : identityOf(secret.value));
    },
    create: async (nation, name) => {
      const old = await known();
      if (!old.ok) return old;
      if (old.value !== null && old.value.revoked !== true) return fail('IDENTITY_EXISTS', { name: old.value.name });
      const secret = await newSecret(nation, name, clock());
      const former = old.value === null ? {} : { former: formerOf(old.value) };
      return save({ ...secret, ...former }, 'IDENTITY_CREATED', { kid: kidOf(secret), nation, name });
    },
    rotate: async () => {
      const old = await live();
      if (!old.ok) return old;
      const fresh = await newSecret(old.value.nation, old.value.name, clock());
      const [before, after] = [identityOf(old.value), identityOf(fresh)];
      const from = before.card.kid;
      const statement = writeRotation({ from, card: after.card, issuedAt: now() }, before.signer, after.signer);
      return save({ ...fresh, former: formerOf(old.value), statement: textOf(statement) }, 'IDENTITY_ROTATED', {
        from,
        kid: after.card.kid,
      });
    },
    revoke: async (reason) => {
      const old = await live();
      if (!old.ok) return old;
      const { card, signer } = identityOf(old.value);
      const statement = textOf(writeRevocation({ kid: card.kid, reason, issuedAt: now() }, signer));
      const saved = await save({ ...old.value, statement, revoked: true }, 'IDENTITY_REVOKED', {
        kid: card.kid,
        reason,
      });
      return saved.ok ? ok(statement) : saved;
    },
  };
};

/** Nation and name of the identity, for whoever needs no keys; null while there is none. */
export const personOf =
  (keys: Keys) => async (): Promise<Result<{ readonly nation: string; readonly name: string } | null>> => {
    const own = await keys.show();
    if (!own.ok) return own;
    return ok(own.value === null ? null : { nation: own.value.card.nation, name: own.value.card.name });
  };
