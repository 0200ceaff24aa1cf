/**
 * An audit log as a file: NDJSON, each line canonical JSON. A header, the entries, and at the end a checkpoint that is
 * signed with the key of who exported it, so that the file says whose log it is.
 */
import { z } from 'zod';
import { fromUtf8, toUtf8 } from '../exchange/bytes.ts';
import { canonicalText, parseCanonical, parseCanonicalLine } from '../exchange/canonical.ts';
import type { CryptoPort, Signer } from '../exchange/crypto.ts';
import { AUDIT_KIND, type KeyOf, signJws, verifyJws } from '../exchange/jws.ts';
import { type Result, fail, ok } from '../result.ts';
import { instantSchema } from '../time/instant.ts';
import { type AuditFault, type AuditVerifier, auditVerifier, type Checkpoint, type HashedEntry } from './chain.ts';

const headerSchema = z.strictObject({
  format: z.literal('entente-audit'),
  version: z.literal(1),
  /** The data folder's name in stamps. */
  author: z.string().max(80),
  nation: z.string().max(12).nullable(),
  name: z.string().max(120).nullable(),
  exportedAt: instantSchema,
});
export type AuditHeader = z.infer<typeof headerSchema>;

const sealSchema = z.strictObject({
  format: z.literal('entente-audit-checkpoint'),
  author: z.string().max(80),
  sequence: z.int().min(0),
  head: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The whole log as a file; without an identity there is no signature at its end. */
export const writeAuditFile = (
  header: AuditHeader,
  entries: readonly HashedEntry[],
  head: Checkpoint,
  signer: Signer | undefined,
): Uint8Array<ArrayBuffer> => {
  const lines = [header, ...entries].map(canonicalText);
  const seal = { format: 'entente-audit-checkpoint', author: header.author, sequence: head.sequence, head: head.head };
  if (signer !== undefined) lines.push(fromUtf8(signJws(seal, AUDIT_KIND, [signer])) ?? '');
  return toUtf8(`${lines.join('\n')}\n`);
};

export interface AuditFile {
  readonly header: AuditHeader;
  readonly verifier: AuditVerifier;
  readonly fault: AuditFault | undefined;
  /** Key id of who signed it; undefined for an unsigned file. */
  readonly signer: string | undefined;
}

const readSeal = (line: string, verifier: AuditVerifier, author: string, keyOf: KeyOf, crypto: CryptoPort) => {
  const verified = verifyJws(toUtf8(line), AUDIT_KIND, keyOf, crypto);
  if (!verified.ok) return verified;
  const value = parseCanonical(verified.value.payload);
  const seal = sealSchema.safeParse(value.ok ? value.value : undefined);
  const { sequence, head } = verifier.head();
  const fits = seal.success && seal.data.author === author;
  if (!fits) return fail('AUDIT_SEAL');
  const [signer] = verified.value.kids;
  // A chain that ends before what its maker signed was cut there; one that ends otherwise was not what was signed.
  if (seal.data.sequence > sequence) return ok({ signer, isCut: true });
  return seal.data.sequence === sequence && seal.data.head === head ? ok({ signer, isCut: false }) : fail('AUDIT_SEAL');
};

/**
 * Reads and verifies a log file. A fault in the chain is part of the answer; what is no log file fails with AUDIT_FILE,
 * and a signature that does not hold with what `verifyJws` or `keyOf` say, or AUDIT_SEAL.
 * @param wanted sequence numbers that will be held against witnesses.
 */
export const readAuditFile = (
  bytes: Uint8Array,
  wanted: ReadonlySet<number>,
  keyOf: KeyOf,
  crypto: CryptoPort,
): Result<AuditFile> => {
  const text = fromUtf8(bytes);
  // What was cut within a line keeps the rest of it as its last one, which is no entry.
  const lines = text === undefined ? [] : (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  const header = headerSchema.safeParse(parseCanonicalLine(lines[0] ?? ''));
  if (!header.success) return fail('AUDIT_FILE');
  const last = lines.length > 1 ? (lines.at(-1) ?? '') : '';
  const isSealed = last.startsWith('{"payload":"');
  const verifier = auditVerifier(wanted);
  for (const line of isSealed ? lines.slice(1, -1) : lines.slice(1)) verifier.push(parseCanonicalLine(line));
  const cut = { code: 'AUDIT_MISSING' as const, seq: verifier.head().sequence + 1 };
  // Whoever has an identity signs the end: without that, the end is not there.
  const fault = verifier.fault() ?? (isSealed || header.data.nation === null ? undefined : cut);
  const found = { header: header.data, verifier, fault };
  if (!isSealed || found.fault !== undefined) return ok({ ...found, signer: undefined });
  const seal = readSeal(last, verifier, header.data.author, keyOf, crypto);
  if (!seal.ok) return seal;
  return ok({ ...found, signer: seal.value.signer, ...(seal.value.isCut ? { fault: cut } : {}) });
};
