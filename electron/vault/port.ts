/** What the main process and the command line know of the vault, wherever it runs. */
import type { Checkpoint, HashedEntry } from '#shared/audit/chain.ts';
import type { AuditTerm } from '#shared/audit/terms.ts';
import type { ExerciseSummary, StepHeads, StepOps, StepPage, StoredStep } from '#shared/contract/vault.ts';
import type { Labelling } from '#shared/label/policies.ts';
import type { Step } from '#shared/plan/step.ts';
import type { Result } from '#shared/result.ts';
import type { Payload } from './payload.ts';

/** The newest bundle seen from an originator about an exercise (BUNDLE.md M13, M14). */
export interface Freshness {
  readonly exerciseId: string;
  /** Key thumbprint of the signer that counts its revisions; our own for bundles we made. */
  readonly originator: string;
  readonly revision: number;
  /** SHA-256 of the manifest. */
  readonly manifestHash: string;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
}

export interface LogEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  /** A stable code, as of failures. */
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The newest entries first, of those that fit. */
export interface AuditQuery {
  /** Only entries before this number. */
  readonly before?: number;
  readonly codes?: readonly string[];
  readonly notCodes?: readonly string[];
  /** Occurs in the code or the data. */
  readonly text?: string;
  /** What a person looks for: an entry fits that has every one. */
  readonly terms?: readonly AuditTerm[];
  readonly limit: number;
}

/** An author of stamps, and the key id of an originator that said in a signed bundle that it writes for it. */
export interface SignedAuthor {
  readonly author: string;
  readonly kid: string;
}

/** All that an originator had sent of an exercise up to a revision, packed: a JSON array of `SentRecord`. */
export interface SentUpTo {
  readonly exerciseId: string;
  /** Key thumbprint. */
  readonly originator: string;
  readonly revision: number;
  readonly records: Payload;
}

/** What changes together or not at all, beside a step or alone (BUNDLE.md M15). */
export interface Writes {
  readonly freshness?: readonly Freshness[];
  /** The sealed identity; what is in it only `electron/keys` knows. */
  readonly identity?: Uint8Array;
  /** The whole trust state as JSON text: partners, keys, who confirmed them. */
  readonly trust?: string;
  readonly log?: readonly LogEntry[];
  readonly sent?: readonly SentUpTo[];
  /** Who the verified bundle says writes for its originator. */
  readonly authors?: readonly SignedAuthor[];
  /** How the exercise marks by the verified bundle that comes with a step: it may lower the ceiling (not stored). */
  readonly labelling?: Labelling;
}

/** A step as it lies in the vault: passed on without being read, which a large one would take a while for. */
export interface PackedStep extends Payload {
  readonly seq: number;
}

export interface PackedPage {
  readonly steps: readonly PackedStep[];
  readonly head: number;
}

export interface StepQuery {
  readonly exerciseId: string;
  readonly after: number;
  /** The newest steps below this number instead of the oldest after `after`. */
  readonly before?: number;
  readonly limit: number;
}

/** The state of an exercise after a step, so that replaying a long history starts there. */
export interface Snapshot {
  readonly seq: number;
  /** JSON text: an array of records. */
  readonly records: string;
}

/** Every method may fail with the codes of `VAULT_CODES`; nothing throws. */
export interface VaultPort {
  readonly exercises: () => Promise<Result<readonly ExerciseSummary[]>>;
  readonly steps: (query: StepQuery) => Promise<Result<StepPage>>;
  /** The same steps for the window: a page is one small message, and the operations of a large step come by `stepOps`. */
  readonly stepHeads: (query: StepQuery) => Promise<Result<StepHeads>>;
  readonly stepOps: (exerciseId: string, seq: number, from: number) => Promise<Result<StepOps>>;
  /** The same steps, packed. */
  readonly packedSteps: (query: StepQuery) => Promise<Result<PackedPage>>;
  /**
   * Durable when it answers. The same step again gets its old number and writes nothing.
   * @param staged how many parts of its operations were staged before; the step itself has none then.
   */
  readonly append: (step: Step, writes?: Writes, staged?: number) => Promise<Result<{ readonly seq: number }>>;
  /**
   * Keeps a part of a large step's operations (a JSON array) until the step is appended. In memory only, and of one
   * step at a time: part 0 of another one lets go of what was there.
   */
  readonly stage: (stepId: string, part: number, ops: string) => Promise<Result<null>>;
  /** The newest steps that touched a record, each with its operations on that record alone; oldest first. */
  readonly recordSteps: (exerciseId: string, id: string, limit: number) => Promise<Result<readonly StoredStep[]>>;
  /** What an originator had sent up to the newest revision below `before`. */
  readonly sent: (exerciseId: string, originator: string, before: number) => Promise<Result<SentUpTo | null>>;
  readonly write: (writes: Writes) => Promise<Result<null>>;
  /** The name of this data folder in stamps, made once. */
  readonly author: () => Promise<Result<string>>;
  /** Reads a setting, or sets it (null clears). @returns its value afterwards. */
  readonly setting: (key: string, value?: string | null) => Promise<Result<string | null>>;
  /** The sealed identity; what is in it only `electron/keys` knows. */
  readonly identity: () => Promise<Result<Uint8Array | null>>;
  readonly trust: () => Promise<Result<string | null>>;
  readonly authors: () => Promise<Result<readonly SignedAuthor[]>>;
  /** All that is known of one exercise, or of all exercises. */
  readonly freshness: (exerciseId?: string) => Promise<Result<readonly Freshness[]>>;
  /** The log after an entry's number, oldest first. */
  readonly log: (after: number, limit: number) => Promise<Result<readonly HashedEntry[]>>;
  readonly auditPage: (query: AuditQuery) => Promise<Result<readonly HashedEntry[]>>;
  /** The log as one number and one hash: whoever has an earlier pair can tell whether entries were taken away. */
  readonly auditHead: () => Promise<Result<Checkpoint>>;
  /** The number of the last entry that was ever written: a log whose end was taken away ends before it. */
  readonly auditEnd: () => Promise<Result<number>>;
  readonly snapshot: (exerciseId: string) => Promise<Result<Snapshot | null>>;
  readonly putSnapshot: (exerciseId: string, snapshot: Snapshot) => Promise<Result<null>>;
  /** Frees the data folder; later requests fail with VAULT_STOPPED. */
  readonly close: () => Promise<Result<null>>;
}

/** The methods by name: what may be asked across the process boundary, and nothing else. */
export const VAULT_METHODS = [
  'exercises',
  'steps',
  'stepHeads',
  'stepOps',
  'packedSteps',
  'append',
  'stage',
  'recordSteps',
  'sent',
  'write',
  'author',
  'setting',
  'identity',
  'trust',
  'authors',
  'freshness',
  'log',
  'auditPage',
  'auditHead',
  'auditEnd',
  'snapshot',
  'putSnapshot',
  'close',
] as const satisfies readonly (keyof VaultPort)[];
