/** Who takes part in a release: recipients, those who sign too, and the second person where two are required. */
import { type Card, isExpired } from '#shared/exchange/card.ts';
import type { CosignerRole } from '#shared/exchange/request.ts';
import { exerciseOf, type PlanState } from '#shared/plan/state.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import type { Identity, Keys } from '../keys/identity.ts';
import type { Known, Partners } from '../keys/partners.ts';

export interface ExportOrder {
  readonly exerciseId: string;
  readonly to: readonly string[];
  readonly encrypt: boolean;
  readonly expiresInDays: number;
  /** Files with bundles of others that go along, whole. */
  readonly carry?: readonly string[];
  /** Who else is to sign; then the file is a signing request. */
  readonly cosigners?: readonly { readonly kid: string; readonly role: CosignerRole }[];
}

export interface Cosigner {
  readonly known: Known;
  readonly role: CosignerRole;
}

interface CardPorts {
  readonly partners: Pick<Partners, 'list'>;
  readonly keys: Pick<Keys, 'show'>;
}

interface Cards {
  readonly known: readonly Known[];
  /** The card of a key, our own among them. */
  readonly cardOf: (kid: string) => Card | undefined;
}

/** Whose a key is, by the cards that are known here. */
export const cardsHere = async ({ partners, keys }: CardPorts): Promise<Result<Cards>> => {
  const known = await partners.list();
  if (!known.ok) return known;
  const own = await keys.show();
  if (!own.ok) return own;
  const cards = [...known.value.map(({ card }) => card), ...(own.value === null ? [] : [own.value.card])];
  return ok({ known: known.value, cardOf: (kid) => cards.find((card) => card.kid === kid) });
};

/** A partner whose key counts now. PARTNER_UNKNOWN, PARTNER_REVOKED, PARTNER_SUPERSEDED or CARD_EXPIRED. */
export const usable = (known: readonly Known[], kid: string, now: number): Result<Known> => {
  const partner = known.find(({ card }) => card.kid === kid);
  if (partner === undefined) return fail('PARTNER_UNKNOWN', { kid: kid.slice(0, 12) });
  if (partner.state === 'revoked') return fail('PARTNER_REVOKED', { name: partner.card.name });
  if (partner.state === 'superseded') return fail('PARTNER_SUPERSEDED', { name: partner.card.name });
  return isExpired(partner.card, now) ? fail('CARD_EXPIRED', { name: partner.card.name }) : ok(partner);
};

/** Whom the order asks to sign too; each once. */
export const cosignersOf = (
  known: readonly Known[],
  { cosigners = [] }: ExportOrder,
  now: number,
): Result<readonly Cosigner[]> => {
  const chosen: Cosigner[] = [];
  for (const { kid, role } of cosigners) {
    const found = usable(known, kid, now);
    if (!found.ok) return found;
    if (chosen.every((one) => one.known.card.kid !== kid)) chosen.push({ known: found.value, role });
  }
  return ok(chosen);
};

/** Where two persons are required, one of the same nation signs as release officer. */
export const checkTwoPersons = (plan: PlanState, { card }: Identity, cosigners: readonly Cosigner[]): Result<null> => {
  const required = exerciseOf(plan)?.twoPersonRelease === true;
  const officer = cosigners.some(({ known, role }) => role === 'release-officer' && known.card.nation === card.nation);
  return required && !officer ? fail('RELEASE_OFFICER_REQUIRED', { nation: card.nation }) : ok(null);
};

export const recipientsOf = (known: readonly Known[], order: ExportOrder, now: number): Result<readonly Known[]> => {
  const chosen: Known[] = [];
  for (const kid of new Set(order.to)) {
    const partner = usable(known, kid, now);
    if (!partner.ok) return partner;
    chosen.push(partner.value);
  }
  return order.encrypt && chosen.length === 0 ? fail('ENCRYPT_NEEDS_AUDIENCE') : ok(chosen);
};
