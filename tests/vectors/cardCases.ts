/** Identity cards that prove nothing. */
import { toBase64Url, toUtf8 } from '#shared/exchange/bytes.ts';
import type { Card } from '#shared/exchange/card.ts';
import { CARD_KIND, signJws } from '#shared/exchange/jws.ts';
import type { Case } from './case.ts';
import { ALPHA, BRAVO, cardOf, CHARLIE, type Player, STRANGER } from './players.ts';

const card = async (signer: Player, more: Partial<Card> = {}, by: Player = signer): Promise<Uint8Array> =>
  signJws(await cardOf(signer, more), CARD_KIND, [{ ...by.signer, kid: signer.kid }]);

/** A genuine card with other words under the old signature. */
const reworded = async (): Promise<Uint8Array> => {
  const text = Buffer.from(await card(CHARLIE)).toString('utf8');
  const { payload } = JSON.parse(text) as { payload: string };
  const words = Buffer.from(payload, 'base64url').toString('utf8').replace('Planner charlie', 'Planner mallory');
  return toUtf8(text.replace(payload, toBase64Url(toUtf8(words))));
};

export const CARDS: readonly Case[] = [
  { file: 'card-no-json', reason: 'CARD_INVALID', bytes: toUtf8('Charlie, planner\n') },
  { file: 'card-reworded', reason: 'CARD_INVALID', bytes: reworded() },
  { file: 'card-signed-by-another', reason: 'CARD_INVALID', bytes: card(CHARLIE, {}, STRANGER) },
  { file: 'card-names-another-key', reason: 'CARD_INVALID', bytes: card(CHARLIE, { kid: BRAVO.kid }) },
  {
    file: 'card-borrows-a-key',
    reason: 'CARD_INVALID',
    bytes: card(STRANGER, { signingKey: toBase64Url(ALPHA.publicKey) }),
  },
  { file: 'card-bad-recipient', reason: 'CARD_INVALID', bytes: card(CHARLIE, { recipient: `age1${'b'.repeat(58)}` }) },
  {
    file: 'card-ends-before-it-begins',
    reason: 'CARD_INVALID',
    bytes: card(CHARLIE, { validUntil: '2025-01-01T00:00:00Z' }),
  },
  { file: 'card-name-two-lines', reason: 'CARD_INVALID', bytes: card(CHARLIE, { name: 'Planner\nverified' }) },
  { file: 'card-name-nul', reason: 'CARD_INVALID', bytes: card(CHARLIE, { name: 'Planner\u0000' }) },
  { file: 'card-name-turned-round', reason: 'CARD_INVALID', bytes: card(CHARLIE, { name: 'Planner \u202eahpla' }) },
  {
    file: 'card-not-yet-valid',
    reason: 'CARD_NOT_YET_VALID',
    bytes: card(CHARLIE, { validFrom: '2027-01-12T12:00:01Z' }),
  },
  { file: 'card-expired', reason: 'CARD_EXPIRED', bytes: card(CHARLIE, { validUntil: '2027-01-10T12:00:00Z' }) },
];
