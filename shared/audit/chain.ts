/**
 * The audit log as a chain: each entry's hash covers the one before it, so that nothing can be taken out, changed or
 * moved without every later hash being another. Partners hold heads of it (in the manifests of our bundles), so that
 * not even who holds the whole log can write it anew unnoticed.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { toUtf8 } from '../exchange/bytes.ts';
import { canonicalBytes } from '../exchange/canonical.ts';

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

const auditEntrySchema = z.strictObject({
  seq: z.int().min(1),
  /** Epoch milliseconds. */
  at: z.int(),
  code: z.string().min(1).max(60),
  data: z.record(z.string().max(80), z.unknown()),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

const hashedEntrySchema = z.strictObject({ ...auditEntrySchema.shape, hash: hashSchema });
/** An entry with the hash of the chain up to it. */
export type HashedEntry = z.infer<typeof hashedEntrySchema>;

/** SHA-256 (hex) over the hex digits of the hash before and the canonical form of the entry without its hash. */
export const nextHash = (previous: string, { seq, at, code, data }: AuditEntry): string =>
  bytesToHex(sha256.create().update(toUtf8(previous)).update(canonicalBytes({ seq, at, code, data })).digest());

/**
 * What is wrong with a log, and at which entry first. `AUDIT_MISSING`: the entry of that number is not there.
 * `AUDIT_CHANGED`: its hash does not follow from it and the one before. `AUDIT_ORDER`: the entry of that number stands
 * after a higher one, or twice. `AUDIT_SHAPE`: a line is no entry.
 */
export interface AuditFault {
  readonly code: 'AUDIT_MISSING' | 'AUDIT_CHANGED' | 'AUDIT_ORDER' | 'AUDIT_SHAPE';
  readonly seq: number;
}

export interface Checkpoint {
  readonly sequence: number;
  readonly head: string;
}

export interface AuditVerifier {
  /** Holds the next entry against the chain. After the first fault it only looks whether what is missing comes later. */
  readonly push: (entry: unknown) => void;
  /** Says how many entries there have been: a log that ends before has lost its end. */
  readonly endAt: (sequence: number) => void;
  readonly fault: () => AuditFault | undefined;
  readonly head: () => Checkpoint;
  /** The hash at an entry that was pushed, of those that were asked for in advance. */
  readonly hashAt: (sequence: number) => string | undefined;
}

const seqOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'seq' in value ? value.seq : undefined;

/** Verifies a log entry by entry. @param wanted sequence numbers whose hashes are kept, for `hashAt`. */
export const auditVerifier = (wanted: ReadonlySet<number> = new Set()): AuditVerifier => {
  let head: Checkpoint = { sequence: 0, head: GENESIS };
  let fault: AuditFault | undefined;
  const kept = new Map<number, string>([[0, GENESIS]]);
  const judge = (value: unknown): AuditFault | undefined => {
    const parsed = hashedEntrySchema.safeParse(value);
    const expected = head.sequence + 1;
    if (!parsed.success) return { code: 'AUDIT_SHAPE', seq: expected };
    const { hash, ...entry } = parsed.data;
    if (entry.seq > expected) return { code: 'AUDIT_MISSING', seq: expected };
    if (entry.seq < expected) return { code: 'AUDIT_ORDER', seq: entry.seq };
    if (nextHash(head.head, entry) !== hash) return { code: 'AUDIT_CHANGED', seq: entry.seq };
    head = { sequence: entry.seq, head: hash };
    if (wanted.has(entry.seq)) kept.set(entry.seq, hash);
    return undefined;
  };
  return {
    push: (entry) => {
      if (fault === undefined) fault = judge(entry);
      else if (fault.code === 'AUDIT_MISSING' && seqOf(entry) === fault.seq) fault = { ...fault, code: 'AUDIT_ORDER' };
    },
    endAt: (sequence) => {
      if (head.sequence < sequence) fault ??= { code: 'AUDIT_MISSING', seq: head.sequence + 1 };
    },
    fault: () => fault,
    head: () => head,
    hashAt: (sequence) => kept.get(sequence),
  };
};

/**
 * Holds a verified log against what a witness saw of it.
 * @returns `AUDIT_CUT` when the log ends before what was witnessed, `AUDIT_REWRITTEN` when it says something else there.
 */
export const judgeWitness = (
  verifier: AuditVerifier,
  { sequence, head }: Checkpoint,
): 'AUDIT_CUT' | 'AUDIT_REWRITTEN' | undefined => {
  if (sequence > verifier.head().sequence) return 'AUDIT_CUT';
  return verifier.hashAt(sequence) === head ? undefined : 'AUDIT_REWRITTEN';
};
