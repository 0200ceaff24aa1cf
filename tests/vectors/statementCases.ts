/** Statements about keys, right ones and such as change nothing. */
import { toUtf8 } from '#shared/exchange/bytes.ts';
import { signJws, STATEMENT_KIND } from '#shared/exchange/jws.ts';
import { writeRevocation, writeRotation } from '#shared/exchange/statement.ts';
import type { Case } from './case.ts';
import { ALPHA, cardOf, CHARLIE, ECHO, type Player, STRANGER } from './players.ts';

const issuedAt = '2027-01-10T11:00:00Z';

/** Hands over from one player's key to another's, under the first one's name. */
export const rotationOf = async (from: Player, to: Player): Promise<Uint8Array> => {
  const { nation, name } = await cardOf(from);
  return writeRotation({ from: from.kid, card: await cardOf(to, { nation, name }), issuedAt }, from.signer, to.signer);
};

export const revocationOf = (player: Player): Uint8Array =>
  writeRevocation({ kid: player.kid, reason: 'lost', issuedAt }, player.signer);

const rotation = async (more: object = {}, ...signers: readonly Player[]): Promise<Uint8Array> => {
  const { nation, name } = await cardOf(ALPHA);
  const card = await cardOf(STRANGER, { nation, name });
  const payload = { format: 'entente-rotation', version: 1, from: ALPHA.kid, card, issuedAt, ...more };
  return signJws(
    payload,
    STATEMENT_KIND,
    signers.map(({ signer }) => signer),
  );
};

export const STATEMENTS: readonly Case[] = [
  { file: 'statement-no-json', reason: 'STATEMENT_INVALID', bytes: toUtf8('We have a new key.\n') },
  { file: 'statement-more', reason: 'STATEMENT_INVALID', bytes: rotation({ more: 1 }, ALPHA, STRANGER) },
  { file: 'statement-to-itself', reason: 'STATEMENT_INVALID', bytes: rotationOf(ALPHA, ALPHA) },
  { file: 'statement-old-key-only', reason: 'STATEMENT_SIGNERS', bytes: rotation({}, ALPHA) },
  { file: 'statement-new-key-only', reason: 'STATEMENT_SIGNERS', bytes: rotation({}, STRANGER) },
  { file: 'statement-one-signer-more', reason: 'STATEMENT_SIGNERS', bytes: rotation({}, ALPHA, STRANGER, CHARLIE) },
  {
    file: 'statement-revoked-by-another',
    reason: 'STATEMENT_SIGNERS',
    bytes: writeRevocation({ kid: ALPHA.kid, reason: 'lost', issuedAt }, CHARLIE.signer),
  },
  {
    file: 'statement-forged',
    reason: 'SIGNATURE_INVALID',
    bytes: writeRevocation({ kid: ALPHA.kid, reason: 'lost', issuedAt }, { ...CHARLIE.signer, kid: ALPHA.kid }),
  },
  { file: 'statement-unknown', reason: 'SIGNER_UNKNOWN', bytes: revocationOf(STRANGER) },
  {
    file: 'statement-new-card-expired',
    reason: 'CARD_EXPIRED',
    bytes: (async () => {
      const { nation, name } = await cardOf(ECHO);
      const card = await cardOf(STRANGER, { nation, name, validUntil: '2027-01-01T00:00:00Z' });
      return writeRotation({ from: ECHO.kid, card, issuedAt }, ECHO.signer, STRANGER.signer);
    })(),
  },
];
