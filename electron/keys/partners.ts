/** The partners whose cards were imported, how far each is trusted (M21), and what its signature is good for here. */
import { z } from 'zod';
import type { Partner, PartnerState } from '#shared/contract/exchange.ts';
import { fromBase64Url } from '#shared/exchange/bytes.ts';
import { type Card, cardSchema, fingerprint, isExpired, readCard } from '#shared/exchange/card.ts';
import { fingerprintHash, fingerprintWords } from '#shared/exchange/fingerprint.ts';
import type { KeyOf } from '#shared/exchange/jws.ts';
import { DEFAULT_SCOPE, FULL_SCOPE, type Scope, scopeSchema } from '#shared/exchange/scope.ts';
import {
  continues,
  readStatement,
  type Revocation,
  type Rotation,
  type Statement,
} from '#shared/exchange/statement.ts';
import { line } from '#shared/plan/base.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { nodeCrypto } from '../exchange/crypto.ts';
import type { LogEntry, SignedAuthor, VaultPort } from '../vault/port.ts';

const knownSchema = z.strictObject({
  // Names that today's reader would refuse may stand here since before it did: the partner is known all the same.
  card: cardSchema.extend({ name: line(120).min(1) }),
  state: z.enum(['unverified', 'verified', 'revoked', 'superseded']),
  /** Absent: the default of a new card. */
  scope: scopeSchema.optional(),
});
/** Keys that one data folder knows, renewed and revoked ones among them. */
const MOST = 1000;
const trustSchema = z.strictObject({ partners: z.array(knownSchema).max(MOST) });
export type Known = z.infer<typeof knownSchema>;

/** What a person can make of a key; superseded it becomes only by its own word. */
type SettableState = Exclude<PartnerState, 'superseded'>;

/** Which keys are and were our own: a card of theirs is no partner's, whoever may hold an old one now. */
interface OwnKeys {
  readonly card: { readonly kid: string };
  readonly former: readonly { readonly kid: string }[];
}

export interface Partners {
  readonly list: () => Promise<Result<readonly Known[]>>;
  /** Which authors of stamps write for whom, as the bundles that were taken in say it. */
  readonly authors: () => Promise<Result<readonly SignedAuthor[]>>;
  /** Adds a card as unverified; the same card again changes nothing. What `readCard` says, CARD_OWN, PARTNER_TOO_MANY. */
  readonly add: (bytes: Uint8Array, own: OwnKeys | undefined) => Promise<Result<Known>>;
  /** PARTNER_UNKNOWN when there is no such key; PARTNER_REVOKED, PARTNER_SUPERSEDED for a key that stays what it is. */
  readonly setState: (kid: string, state: SettableState) => Promise<Result<Known>>;
  /** PARTNER_UNKNOWN. */
  readonly setScope: (kid: string, scope: Scope) => Promise<Result<Known>>;
  /**
   * Acts on a partner's statement: a rotation brings its new key, which is verified only where the old one was; a
   * revocation ends its key. The same statement again changes nothing.
   * @returns the partner afterwards, or what `readStatement` says, or PARTNER_REVOKED for a key that was taken back and
   * PARTNER_SUPERSEDED for one that has handed over to another key before.
   */
  readonly state: (bytes: Uint8Array) => Promise<Result<Stated>>;
}

interface Stated {
  readonly statement: Statement;
  readonly known: Known;
}

/** A partner as lists show it. */
export const partnerOf = ({ card, state, scope }: Known): Partner => ({
  kid: card.kid,
  nation: card.nation,
  name: card.name,
  fingerprint: fingerprint(card.signingKey, card.recipient, nodeCrypto),
  words: fingerprintWords(fingerprintHash(card.signingKey, card.recipient, nodeCrypto)),
  validUntil: card.validUntil,
  state,
  scope: scope ?? DEFAULT_SCOPE,
});

/**
 * The keys that count for a reader: partners whose cards hold and are neither revoked nor superseded, and our own.
 * @param now epoch milliseconds
 */
export const keysOf =
  (known: readonly Known[], own: Card | undefined, now: number): KeyOf =>
  (kid) => {
    const partner = known.find(({ card }) => card.kid === kid);
    if (partner?.state === 'revoked') return fail('SIGNER_REVOKED', { name: partner.card.name });
    if (partner?.state === 'superseded') return fail('SIGNER_SUPERSEDED', { name: partner.card.name });
    if (partner !== undefined && isExpired(partner.card, now)) return fail('CARD_EXPIRED', { name: partner.card.name });
    const text = own?.kid === kid ? own.signingKey : partner?.card.signingKey;
    const key = text === undefined ? undefined : fromBase64Url(text);
    return key === undefined ? fail('SIGNER_UNKNOWN', { kid: kid.slice(0, 12) }) : ok(key);
  };

const NOTHING: Scope = { plans: false, countersign: false, release: false };

/** What each key is accepted for; an unknown one for nothing. */
export const scopesOf =
  (known: readonly Known[], own: string | undefined) =>
  (kid: string): Scope => {
    if (kid === own) return FULL_SCOPE;
    const partner = known.find(({ card }) => card.kid === kid);
    return partner === undefined ? NOTHING : (partner.scope ?? DEFAULT_SCOPE);
  };

const parsedOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

type Save = (partners: readonly Known[], changed: Known, entry: Omit<LogEntry, 'at'>) => Promise<Result<Known>>;

const replaced = (partners: readonly Known[], old: Known, next: Known): readonly Known[] =>
  partners.map((partner) => (partner === old ? next : partner));

/** The new key's state. One that has handed over itself stays behind, in whatever order the statements come. */
const stateAfter = (old: Known, there: Known | undefined): PartnerState => {
  if (there?.state === 'superseded') return 'superseded';
  return old.state === 'verified' || there?.state === 'verified' ? 'verified' : 'unverified';
};

const rotate = async (partners: readonly Known[], rotation: Rotation, save: Save): Promise<Result<Known>> => {
  const old = partners.find(({ card }) => card.kid === rotation.from);
  if (old === undefined) return fail('PARTNER_UNKNOWN', { kid: rotation.from.slice(0, 12) });
  const there = partners.find(({ card }) => card.kid === rotation.card.kid);
  if (old.state === 'revoked') return fail('PARTNER_REVOKED', { name: old.card.name });
  // It has handed over once. Whoever finds the old key must not hand over again, to a key of their own.
  if (old.state === 'superseded')
    return there === undefined ? fail('PARTNER_SUPERSEDED', { name: old.card.name }) : ok(there);
  if (there?.state === 'revoked' || !continues(old.card, rotation)) return fail('STATEMENT_INVALID');
  // What a person has said of the new key already stands above what its predecessor had.
  const scope = there?.scope ?? old.scope;
  const next: Known = {
    card: rotation.card,
    state: stateAfter(old, there),
    ...(scope === undefined ? {} : { scope }),
  };
  const rest = replaced(partners, old, { ...old, state: 'superseded' }).filter((partner) => partner !== there);
  const { nation, kid } = next.card;
  return save([...rest, next], next, {
    code: 'PARTNER_ROTATED',
    data: { from: rotation.from, kid, nation, state: next.state },
  });
};

const revoke = async (partners: readonly Known[], { kid, reason }: Revocation, save: Save): Promise<Result<Known>> => {
  const old = partners.find(({ card }) => card.kid === kid);
  if (old === undefined) return fail('PARTNER_UNKNOWN', { kid: kid.slice(0, 12) });
  if (old.state === 'revoked') return ok(old);
  const next: Known = { ...old, state: 'revoked' };
  return save(replaced(partners, old, next), next, {
    code: 'PARTNER_REVOKED_ITSELF',
    data: { kid, nation: old.card.nation, reason },
  });
};

/** Keys as they are known, whatever has become of them: a statement may come twice, or late. */
const anyKeyOf =
  (partners: readonly Known[]): KeyOf =>
  (kid) => {
    const text = partners.find(({ card }) => card.kid === kid)?.card.signingKey;
    const key = text === undefined ? undefined : fromBase64Url(text);
    return key === undefined ? fail('SIGNER_UNKNOWN', { kid: kid.slice(0, 12) }) : ok(key);
  };

const listFrom = async (vault: VaultPort): Promise<Result<readonly Known[]>> => {
  const stored = await vault.trust();
  if (!stored.ok) return stored;
  if (stored.value === null) return ok([]);
  const parsed = trustSchema.safeParse(parsedOf(stored.value));
  return parsed.success ? ok(parsed.data.partners) : fail('TRUST_DAMAGED');
};

const changerIn = (vault: VaultPort, clock: () => number) => {
  const save: Save = async (partners, changed, entry) => {
    // One more could be written and never be read again.
    if (partners.length > MOST) return fail('PARTNER_TOO_MANY', { limit: MOST });
    const written = await vault.write({ trust: JSON.stringify({ partners }), log: [{ at: clock(), ...entry }] });
    return written.ok ? ok(changed) : written;
  };
  /** Changes one partner, unless it is what it was told to stay. */
  const change = async (kid: string, next: (known: Known) => Result<Known>, code: string): Promise<Result<Known>> => {
    const partners = await listFrom(vault);
    if (!partners.ok) return partners;
    const old = partners.value.find((partner) => partner.card.kid === kid);
    if (old === undefined) return fail('PARTNER_UNKNOWN', { kid: kid.slice(0, 12) });
    const changed = next(old);
    if (!changed.ok) return changed;
    const { card, state, scope } = changed.value;
    const data = { kid, nation: card.nation, state, ...(scope === undefined ? {} : { scope }) };
    return save(replaced(partners.value, old, changed.value), changed.value, { code, data });
  };
  return { save, change };
};

export const openPartners = (vault: VaultPort, clock: () => number): Partners => {
  const { save, change } = changerIn(vault, clock);
  return {
    list: () => listFrom(vault),
    authors: () => vault.authors(),
    add: async (bytes, own) => {
      const card = readCard(bytes, clock(), nodeCrypto);
      if (!card.ok) return card;
      const ours = own === undefined ? [] : [own.card, ...own.former];
      if (ours.some(({ kid }) => kid === card.value.kid)) return fail('CARD_OWN');
      const partners = await listFrom(vault);
      if (!partners.ok) return partners;
      const known = partners.value.find((partner) => partner.card.kid === card.value.kid);
      if (known !== undefined) return ok(known);
      const added: Known = { card: card.value, state: 'unverified' };
      const { kid, nation } = added.card;
      return save([...partners.value, added], added, { code: 'PARTNER', data: { kid, nation, state: added.state } });
    },
    setState: (kid, state) =>
      change(
        kid,
        (known) => {
          if (known.state === 'revoked') return fail('PARTNER_REVOKED', { name: known.card.name });
          if (known.state === 'superseded') return fail('PARTNER_SUPERSEDED', { name: known.card.name });
          return ok({ ...known, state });
        },
        'PARTNER',
      ),
    setScope: (kid, scope) => change(kid, (known) => ok({ ...known, scope }), 'PARTNER_SCOPE'),
    state: async (bytes) => {
      const partners = await listFrom(vault);
      if (!partners.ok) return partners;
      const statement = readStatement(bytes, clock(), anyKeyOf(partners.value), nodeCrypto);
      if (!statement.ok) return statement;
      const known =
        statement.value.format === 'entente-rotation'
          ? await rotate(partners.value, statement.value, save)
          : await revoke(partners.value, statement.value, save);
      return known.ok ? ok({ statement: statement.value, known: known.value }) : known;
    },
  };
};
