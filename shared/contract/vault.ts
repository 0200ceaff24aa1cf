/** What the renderer may ask of the vault: the durable history of every exercise, kept by main. */
import { z } from 'zod';
import { idSchema } from '../plan/base.ts';
import { type Step, stepSchema } from '../plan/step.ts';
import { request } from './define.ts';

/**
 * Why the vault refused or failed. Each has its sentence in `shared/messages/<language>/vault-errors.ts`.
 * `VAULT_BUSY` the data folder is in use; `VAULT_NEWER` a newer Entente made it; `VAULT_DAMAGED` it cannot be read;
 * `VAULT_STEP_DIFFERS` another step has the same id; `VAULT_STEP_INVALID` a step does not fit the plan before it;
 * `VAULT_STOPPED` the vault's process ended; `VAULT_FAILED` anything else, with SQLite's own number.
 */
export const VAULT_CODES = [
  'VAULT_BUSY',
  'VAULT_NEWER',
  'VAULT_DAMAGED',
  'VAULT_DISK_FULL',
  'VAULT_READ_ONLY',
  'VAULT_STEP_DIFFERS',
  'VAULT_STEP_INVALID',
  'VAULT_STEP_TOO_LARGE',
  'VAULT_TOKEN_UNKNOWN',
  'VAULT_EXERCISE_UNKNOWN',
  'VAULT_STOPPED',
  'VAULT_FAILED',
] as const;

/** One exercise as lists show it, without opening it. */
export interface ExerciseSummary {
  readonly id: string;
  readonly name: string;
  readonly nickname?: string | undefined;
  /** Instants, as in the exercise record. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly hostNation?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly twoPersonRelease?: boolean | undefined;
  readonly archived: boolean;
  readonly deleted: boolean;
  /** The sequence number of its newest step. */
  readonly head: number;
  /** How many steps it has. */
  readonly steps: number;
  /** Epoch milliseconds of the newest step. */
  readonly updatedAt: number;
}

/** A step with its place in the vault: numbers rise, but an exercise's own are not consecutive. */
export interface StoredStep {
  readonly seq: number;
  readonly step: Step;
}

export interface StepPage {
  readonly steps: readonly StoredStep[];
  /** The newest sequence number of the exercise; the page is the last one when its last step has it. */
  readonly head: number;
}

/** A step as the window gets it first. */
export interface StepHead extends StoredStep {
  /** It is large: it has no operations here, and `vault.stepOps` brings them. */
  readonly apart?: true;
}

/** As a `StepPage`. */
export interface StepHeads {
  readonly steps: readonly StepHead[];
  readonly head: number;
}

/** Some of a step's operations, in their order. */
export interface StepOps {
  /** JSON text: an array of operations. */
  readonly ops: string;
  /** The first one that is not among them; null after the last. */
  readonly next: number | null;
}

/** Who plans with this data folder: `author` is its stable name in stamps, the others come from the identity. */
export interface ActorReply {
  readonly author: string;
  readonly nation: string | null;
  readonly name: string | null;
}

/** The longest page of steps in number; in size it is a small message, or one step and a little. */
export const MAX_PAGE = 1000;
/** How far back the history of one record is told. */
export const MAX_RECORD_STEPS = 100;
/** Characters of one part of a step's operations, and how many parts a step may have. */
const MAX_PART = 8 * 1024 * 1024;
const MAX_PARTS = 10_000;
/** Characters of one setting's JSON. */
export const MAX_SETTING = 65_536;

const settingKeySchema = z.string().regex(/^[a-zA-Z0-9._:-]{1,120}$/);

/** A step as it comes over the bridge; the schema's types are looser than a step only in `readonly` and `undefined`. */
const wholeStep = stepSchema as unknown as z.ZodType<Step, Step>;

/** Small state of a view, as JSON text: kept as it is, never read by main. */
const settingSchema = z.strictObject({
  key: settingKeySchema,
  /** Absent reads; `null` clears. */
  value: z.string().max(MAX_SETTING).nullable().optional(),
});

export const vaultRequests = {
  /** Every exercise, archived and deleted ones too, the newest change first. */
  'vault.exercises': request<readonly ExerciseSummary[]>()(z.undefined()),
  /**
   * The steps of an exercise after a sequence number, oldest first; with `before`, the newest ones below that number
   * (still oldest first). An unknown exercise has none and head 0. No message holds up the window: a page may be
   * shorter than its limit, and a large step comes without its operations.
   */
  'vault.steps': request<StepHeads>()(
    z.strictObject({
      exerciseId: idSchema,
      after: z.int().min(0),
      before: z.int().min(1).optional(),
      limit: z.int().min(1).max(MAX_PAGE),
    }),
  ),
  /** The operations of a large step from one on, as many as one message should hold. VAULT_STEP_INVALID. */
  'vault.stepOps': request<StepOps>()(
    z.strictObject({ exerciseId: idSchema, seq: z.int().min(1), from: z.int().min(0) }),
  ),
  /** Appends a step, durably, before it answers. The same step again gets the same number. */
  'vault.append': request<{ readonly seq: number }>()(
    z.strictObject({
      step: wholeStep,
      /** How many parts of the step's operations were staged before; the step then has none itself. */
      parts: z.int().min(1).max(MAX_PARTS).optional(),
      bundleToken: z.string().max(64).optional(),
    }),
  ),
  /** A part of a large step's operations (a JSON array of them), in order, before the step is appended. */
  'vault.stage': request<null>()(
    z.strictObject({
      stepId: idSchema,
      part: z
        .int()
        .min(0)
        .max(MAX_PARTS - 1),
      ops: z.string().max(MAX_PART),
    }),
  ),
  /** The newest steps that touched a record (at most MAX_RECORD_STEPS), with their operations on it; oldest first. */
  'vault.recordSteps': request<readonly StoredStep[]>()(z.strictObject({ exerciseId: idSchema, id: idSchema })),
  'vault.actor': request<ActorReply>()(z.undefined()),
  /** The setting's JSON text after the request, or null. */
  'vault.setting': request<string | null>()(settingSchema),
} as const;
