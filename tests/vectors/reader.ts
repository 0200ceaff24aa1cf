/** Bravo's desk: who it trusts and what it remembers, for every test that reads a vector. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decryptWith } from '#electron/exchange/ageFile.ts';
import { nodeCrypto, nodeInflate } from '#electron/exchange/crypto.ts';
import { type Known, keysOf } from '#electron/keys/partners.ts';
import { type ReaderPorts, readBundle, type VerifiedBundle } from '#shared/exchange/read.ts';
import { type Result, fail } from '#shared/result.ts';
import type { Context } from './case.ts';
import { ALPHA, BRAVO, cardOf, CHARLIE, DELTA, ECHO, NOW } from './players.ts';

const partners = async (): Promise<readonly Known[]> => [
  { card: await cardOf(ALPHA), state: 'verified' },
  { card: await cardOf(CHARLIE), state: 'unverified' },
  { card: await cardOf(DELTA), state: 'revoked' },
  { card: await cardOf(ECHO, { validUntil: '2027-01-01T00:00:00Z' }), state: 'verified' },
];

/** What Bravo reads with; `more` changes single ports. */
const portsFor = async (context: Context = {}, more: Partial<ReaderPorts> = {}): Promise<ReaderPorts> => {
  const now = context.now === undefined ? NOW : Date.parse(context.now);
  return {
    crypto: nodeCrypto,
    ...nodeInflate,
    keyOf: keysOf(await partners(), await cardOf(BRAVO), now),
    self: context.noIdentity ? undefined : BRAVO.kid,
    decrypt: (bytes, header) =>
      context.noIdentity ? Promise.resolve(fail('IDENTITY_MISSING')) : decryptWith(bytes, header, BRAVO.ageIdentity),
    seen: () => context.seen,
    moment: { now, floor: context.floor === undefined ? 0 : Date.parse(context.floor) },
    ...more,
  };
};

/** Reads as Bravo. */
export const read = async (
  bytes: Uint8Array,
  context: Context = {},
  more: Partial<ReaderPorts> = {},
): Promise<Result<VerifiedBundle>> => readBundle(bytes, await portsFor(context, more));

const VECTORS = path.join(process.cwd(), 'tests/vectors');

/** The bytes of a committed vector: `broken/zip-end-cut.entente`. */
export const vector = (name: string): Uint8Array => readFileSync(path.join(VECTORS, name));
