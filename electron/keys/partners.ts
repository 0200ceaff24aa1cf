/** The partners whose cards were imported, and how far each is trusted (M21). */
import { z } from 'zod';
import { type Card, cardSchema, fingerprint, isExpired, readCard } from '#shared/exchange/card.ts';
import type { Partner, PartnerState } from '#shared/contract/exchange.ts';
import { fromBase64Url } from '#shared/exchange/bytes.ts';
import type { KeyOf } from '#shared/exchange/jws.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { nodeCrypto } from '../exchange/crypto.ts';
import type { VaultPort } from '../vault/port.ts';

const knownSchema = z.strictObject({ card: cardSchema, state: z.enum(['unverified', 'verified', 'revoked']) });
const trustSchema = z.strictObject({ partners: z.array(knownSchema).max(1000) });
export type Known = z.infer<typeof knownSchema>;

export interface Partners {
  readonly list: () => Promise<Result<readonly Known[]>>;
  /** Adds a card as unverified; the same card again changes nothing. CARD_INVALID, CARD_EXPIRED, CARD_OWN. */
  readonly add: (bytes: Uint8Array, own: string | undefined) => Promise<Result<Known>>;
  /** PARTNER_UNKNOWN when there is no such key; PARTNER_REVOKED for a key that was revoked and stays so. */
  readonly setState: (kid: string, state: PartnerState) => Promise<Result<Known>>;
}

/** A partner as lists show it. */
export const partnerOf = ({ card, state }: Known): Partner => ({
  kid: card.kid,
  nation: card.nation,
  name: card.name,
  fingerprint: fingerprint(card.signingKey, card.recipient, nodeCrypto),
  validUntil: card.validUntil,
  state,
});

/**
 * The keys that count for a reader: partners whose cards hold and are not revoked, and our own.
 * @param now epoch milliseconds
 */
export const keysOf =
  (known: readonly Known[], own: Card | undefined, now: number): KeyOf =>
  (kid) => {
    const partner = known.find(({ card }) => card.kid === kid);
    if (partner?.state === 'revoked') return fail('SIGNER_REVOKED', { name: partner.card.name });
    if (partner !== undefined && isExpired(partner.card, now)) return fail('CARD_EXPIRED', { name: partner.card.name });
    const text = own?.kid === kid ? own.signingKey : partner?.card.signingKey;
    const key = text === undefined ? undefined : fromBase64Url(text);
    return key === undefined ? fail('SIGNER_UNKNOWN', { kid: kid.slice(0, 12) }) : ok(key);
  };

const parsedOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const openPartners = (vault: VaultPort, clock: () => number): Partners => {
  const list = async (): Promise<Result<readonly Known[]>> => {
    const stored = await vault.trust();
    if (!stored.ok) return stored;
    if (stored.value === null) return ok([]);
    const parsed = trustSchema.safeParse(parsedOf(stored.value));
    return parsed.success ? ok(parsed.data.partners) : fail('TRUST_DAMAGED');
  };
  const save = async (partners: readonly Known[], changed: Known): Promise<Result<Known>> => {
    const { card, state } = changed;
    const log = [{ at: clock(), code: 'PARTNER', data: { kid: card.kid, nation: card.nation, state } }];
    const written = await vault.write({ trust: JSON.stringify({ partners }), log });
    return written.ok ? ok(changed) : written;
  };
  return {
    list,
    add: async (bytes, own) => {
      const card = readCard(bytes, clock(), nodeCrypto);
      if (!card.ok) return card;
      if (card.value.kid === own) return fail('CARD_OWN');
      const partners = await list();
      if (!partners.ok) return partners;
      const known = partners.value.find((partner) => partner.card.kid === card.value.kid);
      if (known !== undefined) return ok(known);
      const added: Known = { card: card.value, state: 'unverified' };
      return save([...partners.value, added], added);
    },
    setState: async (kid, state) => {
      const partners = await list();
      if (!partners.ok) return partners;
      const known = partners.value.find((partner) => partner.card.kid === kid);
      if (known === undefined) return fail('PARTNER_UNKNOWN', { kid: kid.slice(0, 12) });
      if (known.state === 'revoked') return fail('PARTNER_REVOKED', { name: known.card.name });
      const changed: Known = { ...known, state };
      return save(
        partners.value.map((partner) => (partner === known ? changed : partner)),
        changed,
      );
    },
  };
};
