/**
 * The one way in which a plan changes: a step of operations, forward and inverse in one.
 * Commands make drafts (pure); `makeStep` gives them author, time and stamps; `applyStep` turns one plan into the next.
 */
import { z } from 'zod';
import { type Result, fail, ok } from '../result.ts';
import { type Work, PIECE, each, finish } from '../work.ts';
import { META_FIELDS, idSchema, stampSchema } from './base.ts';
import { type Kind, KINDS, type PlanRecord, isRecordOf, parseRecord } from './records.ts';
import { sameValue } from './sameValue.ts';
import { type PlanState, mapOf, recordOf } from './state.ts';

/** Values of fields; `null` stands for an absent field, so that setting and clearing are the same kind of change. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * One record's change. `before: null` creates (after is the whole record), `after: null` takes it out altogether,
 * otherwise both name the same fields. Swapping the two gives the inverse.
 */
export interface Op {
  readonly kind: Kind;
  readonly id: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** A label for people, as a key of the catalogue and what fills it: `steps.moveUnits {name: "2 Mech Bde"}`. */
export interface StepLabel {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface StepDraft {
  readonly label: StepLabel;
  readonly ops: readonly Op[];
  /** The operations bring the stamps that belong to them, so that none of ours is put on them. */
  readonly stamped?: true;
}

/** The verified bundle that an import came from, so that each of its fields can be traced to it later. */
export interface StepOrigin {
  /** Code and name of who made the bundle. */
  readonly nation: string;
  readonly name: string;
  readonly revision: number;
  readonly file: string;
  readonly checkCode: string;
  /** An instant: as of when the bundle speaks. */
  readonly issuedAt: string;
}

export type StepSource = 'edit' | 'undo' | 'redo' | 'import';

export interface Step extends Omit<StepDraft, 'stamped'> {
  /** Form of the step itself; a vault from a newer Entente is refused before its steps are read. */
  readonly format: 1;
  readonly id: string;
  readonly exerciseId: string;
  readonly source: StepSource;
  /** The step that this one takes back or brings back. */
  readonly target?: string;
  /** For an import: which bundle it took in. */
  readonly origin?: StepOrigin;
  readonly author: string;
  readonly stamp: string;
  /** Epoch milliseconds, for people. */
  readonly at: number;
}

const originSchema = z.strictObject({
  nation: z.string().max(12),
  name: z.string().max(120),
  revision: z.int().min(0),
  file: z.string().max(300),
  checkCode: z.string().max(80),
  issuedAt: z.string().max(40),
});

const fieldsSchema = z.record(z.string().max(40), z.unknown());
const opSchema = z.strictObject({
  kind: z.enum(KINDS),
  id: idSchema,
  before: fieldsSchema.nullable(),
  after: fieldsSchema.nullable(),
});

/** More operations than this in one step is no plan but an attack on memory. */
const MAX_OPS = 250_000;

/** Operations alone, as a large step sends them in parts. */
export const opsSchema = z.array(opSchema).max(MAX_OPS);

export const stepSchema = z.strictObject({
  format: z.literal(1),
  id: idSchema,
  exerciseId: idSchema,
  source: z.enum(['edit', 'undo', 'redo', 'import']),
  target: idSchema.optional(),
  origin: originSchema.optional(),
  author: z.string().min(1).max(80),
  stamp: stampSchema,
  at: z.number(),
  label: z.strictObject({
    key: z.string().max(80),
    params: z.record(z.string().max(40), z.union([z.string().max(300), z.number()])).optional(),
  }),
  ops: opsSchema,
});

/** A record with some fields set or (by null) cleared. */
const withFields = (record: Fields, fields: Fields): Record<string, unknown> => {
  const next: Record<string, unknown> = { ...record };
  for (const [field, value] of Object.entries(fields)) {
    if (value === null || value === undefined) delete next[field];
    else next[field] = value;
  }
  return next;
};

/** The operation that changes these fields of a record, leaving out those that stay as they are; none if all stay. */
export const changeOp = (record: PlanRecord, changes: Fields): Op | undefined => {
  const current: Fields = record;
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(changes)) {
    const next = value ?? null;
    if (META_FIELDS.has(field) || sameValue(current[field] ?? null, next)) continue;
    before[field] = current[field] ?? null;
    after[field] = next;
  }
  return Object.keys(after).length === 0 ? undefined : { kind: record.kind, id: record.id, before, after };
};

export const createOp = (record: Omit<PlanRecord, 'stamp'> & { kind: Kind; id: string }): Op => ({
  kind: record.kind,
  id: record.id,
  before: null,
  after: record,
});

export interface StepContext {
  readonly exerciseId: string;
  readonly author: string;
  readonly stamp: string;
  readonly at: number;
  readonly id: string;
  readonly origin?: StepOrigin;
}

/** Stamps what an operation of our own changes; imported operations bring their stamps with them. */
const stamped = (plan: PlanState, op: Op, stamp: string): Op => {
  if (op.after === null) return op;
  if (op.before === null) return { ...op, after: { ...op.after, stamp } };
  const old = recordOf(plan, op.kind, op.id)?.stamps;
  const stamps: Record<string, string> = { ...old };
  for (const field of Object.keys(op.after)) if (!META_FIELDS.has(field)) stamps[field] = stamp;
  return { ...op, before: { ...op.before, stamps: old ?? null }, after: { ...op.after, stamps } };
};

/** `makeStep` as work that can be laid down between operations. */
export const makingStep = function* (
  plan: PlanState,
  draft: StepDraft,
  context: StepContext,
  source: StepSource = 'edit',
  target?: string,
): Work<Step> {
  let { ops } = draft;
  if (source !== 'import' && draft.stamped !== true) {
    const own: Op[] = [];
    yield* each(draft.ops, (op) => void own.push(stamped(plan, op, context.stamp)));
    ops = own;
  }
  return {
    format: 1,
    ...context,
    source,
    ...(target === undefined ? {} : { target }),
    label: draft.label,
    ops,
  };
};

/**
 * Gives a draft its author, time and stamps. An import's operations keep the stamps of those who made the changes, and
 * so do those that take an import back or bring it back: else they would be changes of ours.
 */
export const makeStep = (...given: Parameters<typeof makingStep>): Step => finish(makingStep(...given));

const nextRecord = (current: PlanRecord | undefined, op: Op): Result<PlanRecord | null> => {
  if (op.after === null) return ok(null);
  // As it is, where it certainly is one: a copy of each would be as much again to make, to keep and to clear up.
  if (op.before === null) return isRecordOf(op.kind, op.after) ? ok(op.after) : parseRecord(op.after);
  if (current === undefined) return fail('STEP_RECORD_MISSING', { kind: op.kind, id: op.id });
  return parseRecord(withFields(current, op.after));
};

/** A copy of a map, record by record: in one go that of a large one holds up whoever waits. */
const copying = function* (records: ReadonlyMap<string, PlanRecord>): Work<Map<string, PlanRecord>> {
  const copy = new Map<string, PlanRecord>();
  yield* each(records.values(), (record) => void copy.set(record.id, record));
  return copy;
};

/** `applyOps` as work that can be laid down between operations. */
export const applying = function* (plan: PlanState, ops: readonly Op[]): Work<Result<PlanState>> {
  const copies = new Map<Kind, Map<string, PlanRecord>>();
  let done = 0;
  for (const op of ops) {
    if (done % PIECE === 0) yield done;
    done += 1;
    const records = mapOf(plan, op.kind);
    // Of a few operations nobody can lay anything down, and a copy in one go takes half the time.
    const copy = copies.get(op.kind) ?? (ops.length > PIECE ? yield* copying(records) : new Map(records));
    copies.set(op.kind, copy);
    const next = nextRecord(copy.get(op.id), op);
    if (!next.ok) return next;
    if (next.value !== null && (next.value.id !== op.id || next.value.kind !== op.kind)) {
      return fail('RECORD_INVALID', { kind: op.kind, id: op.id, field: 'id' });
    }
    if (next.value === null) copy.delete(op.id);
    else copy.set(op.id, next.value);
  }
  return ok({ ...plan, ...Object.fromEntries(copies) });
};

/**
 * The plan after a step; the given plan is left as it was, whatever happens.
 * @returns STEP_RECORD_MISSING, RECORD_KIND or RECORD_INVALID (then nothing of the step holds).
 */
export const applyOps = (plan: PlanState, ops: readonly Op[]): Result<PlanState> => finish(applying(plan, ops));
