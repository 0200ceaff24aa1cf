/** Receipts that confirm nothing. */
import { toUtf8 } from '#shared/exchange/bytes.ts';
import { CARD_KIND, RECEIPT_KIND, signJws } from '#shared/exchange/jws.ts';
import { EXERCISE_ID } from '#tests/support/plans.ts';
import type { Case } from './case.ts';
import { ALPHA, CHARLIE, type Player, STRANGER } from './players.ts';

/** Of the bundle `good/plain.entente`. */
export const RECEIPT = {
  exerciseId: EXERCISE_ID,
  originator: ALPHA.kid,
  revision: 1,
  manifestHash: 'ebc12c9c9d79a270cfc5f98a87d48b9529e2b3a5424292389eba3755ad736149',
  receivedAt: '2027-01-10T12:00:00Z',
  taken: 3,
};

const receipt = (more: object, ...signers: readonly Player[]): Uint8Array =>
  signJws(
    { format: 'entente-receipt', version: 1, ...RECEIPT, recipient: CHARLIE.kid, ...more },
    RECEIPT_KIND,
    signers.map(({ signer }) => signer),
  );

export const RECEIPTS: readonly Case[] = [
  { file: 'receipt-no-json', reason: 'RECEIPT_INVALID', bytes: toUtf8('Got it, thanks.\n') },
  { file: 'receipt-more', reason: 'RECEIPT_INVALID', bytes: receipt({ more: 1 }, CHARLIE) },
  { file: 'receipt-for-another', reason: 'RECEIPT_INVALID', bytes: receipt({}, ALPHA) },
  { file: 'receipt-two-signers', reason: 'RECEIPT_INVALID', bytes: receipt({}, CHARLIE, ALPHA) },
  { file: 'receipt-of-a-card', reason: 'RECEIPT_INVALID', bytes: signJws(RECEIPT, CARD_KIND, [CHARLIE.signer]) },
  { file: 'receipt-unknown', reason: 'SIGNER_UNKNOWN', bytes: receipt({ recipient: STRANGER.kid }, STRANGER) },
];
