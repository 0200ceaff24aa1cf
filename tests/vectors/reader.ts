/** Bravo's desk: who it trusts and what it remembers, for every test that reads a vector. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decryptWith } from '#electron/exchange/ageFile.ts';
import { nodeCrypto, nodeInflate } from '#electron/exchange/crypto.ts';
import { type Known, keysOf, scopesOf } from '#electron/keys/partners.ts';
import { FULL_SCOPE } from '#shared/exchange/scope.ts';
import { type ReaderPorts, readBundle, type VerifiedBundle } from '#shared/exchange/read.ts';
import { fromBase64Url } from '#shared/exchange/bytes.ts';
import type { KeyOf } from '#shared/exchange/jws.ts';
import { readReceipt, type Receipt } from '#shared/exchange/receipt.ts';
import { readStatement, type Statement } from '#shared/exchange/statement.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import type { Context } from './case.ts';
import { ALPHA, BRAVO, cardOf, CHARLIE, DELTA, ECHO, FOXTROT, GOLF, NOW } from './players.ts';

const meetPartners = async (): Promise<readonly Known[]> => [
  { card: await cardOf(ALPHA), state: 'verified' },
  { card: await cardOf(CHARLIE), state: 'unverified', scope: FULL_SCOPE },
  { card: await cardOf(DELTA), state: 'revoked' },
  { card: await cardOf(FOXTROT), state: 'superseded' },
  { card: await cardOf(GOLF), state: 'verified', scope: { ...FULL_SCOPE, plans: false } },
  { card: await cardOf(ECHO, { validUntil: '2027-01-01T00:00:00Z' }), state: 'verified' },
];

/** Made once: their keys take longer than any reading. */
let met: Promise<readonly Known[]> | undefined;
const partners = (): Promise<readonly Known[]> => (met ??= meetPartners());

/** What Bravo reads with; `more` changes single ports. */
export const portsFor = async (context: Context = {}, more: Partial<ReaderPorts> = {}): Promise<ReaderPorts> => {
  const now = context.now === undefined ? NOW : Date.parse(context.now);
  return {
    crypto: nodeCrypto,
    ...nodeInflate,
    keyOf: keysOf(await partners(), await cardOf(BRAVO), now),
    self: context.noIdentity ? undefined : BRAVO.kid,
    decrypt: (bytes, header) =>
      context.noIdentity ? Promise.resolve(fail('IDENTITY_MISSING')) : decryptWith(bytes, header, [BRAVO.ageIdentity]),
    scopeOf: scopesOf(await partners(), BRAVO.kid),
    seen: () => context.seen,
    moment: { now, floor: context.floor === undefined ? 0 : Date.parse(context.floor) },
    ...more,
  };
};

/** The keys of all whom Bravo knows, whatever has become of them. */
const anyKey = async (): Promise<KeyOf> => {
  const known = await partners();
  return (kid) => {
    const text = known.find(({ card }) => card.kid === kid)?.card.signingKey;
    const key = text === undefined ? undefined : fromBase64Url(text);
    return key === undefined ? fail('SIGNER_UNKNOWN', { kid }) : ok(key);
  };
};

/** Reads a statement as Bravo. */
export const readStatementAsBravo = async (bytes: Uint8Array): Promise<Result<Statement>> =>
  readStatement(bytes, NOW, await anyKey(), nodeCrypto);

/** Reads a receipt as Bravo. */
export const readReceiptAsBravo = async (bytes: Uint8Array): Promise<Result<Receipt>> =>
  readReceipt(bytes, await anyKey(), nodeCrypto);

/** Reads as Bravo. */
export const read = async (
  bytes: Uint8Array,
  context: Context = {},
  more: Partial<ReaderPorts> = {},
): Promise<Result<VerifiedBundle>> => readBundle(bytes, await portsFor(context, more));

const VECTORS = path.join(process.cwd(), 'tests/vectors');

/** The bytes of a committed vector: `broken/zip-end-cut.entente`. */
export const vector = (name: string): Uint8Array => readFileSync(path.join(VECTORS, name));
