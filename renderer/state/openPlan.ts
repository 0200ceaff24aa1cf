/**
 * Opens an exercise: from the working database when that agrees with the vault, else caught up or rebuilt from it.
 * The vault is the truth; what is in the outbox comes on top.
 */
import { type StepPage, type StoredStep, MAX_PAGE } from '#shared/contract/vault.ts';
import { EMPTY_HISTORY, HISTORY_LIMIT, type History, withStep } from '#shared/plan/history.ts';
import { EMPTY_PLAN, type PlanState } from '#shared/plan/state.ts';
import { type Op, applying } from '#shared/plan/step.ts';
import { type Failure, type Result, fail, ok } from '#shared/result.ts';
import { ask } from '../platform/bridge.ts';
import type { Database, MetaRow, OutboxRow } from '../db/database.ts';
import { dropFromOutbox, wholeRow } from '../db/outbox.ts';
import { compact, putTouched, readPlan, replacePlan } from '../db/records.ts';
import type { Append, SaveQueue } from './saveQueue.ts';
import { inSlices } from './slices.ts';
import { readSteps } from './vaultSteps.ts';

export type Progress = (done: number, total: number) => void;

export interface OpenedPlan {
  readonly plan: PlanState;
  readonly history: History;
  /** Where the plan came from: the working database alone, with the vault's newer steps, or the vault alone. */
  readonly source: 'db' | 'vault' | 'caught-up';
  /** True when the working database had been lost, damaged or out of step, so that the person is told. */
  readonly rebuilt: boolean;
}

export interface OpenPorts {
  readonly db: Database;
  readonly append: Append;
  readonly queue: SaveQueue;
}

interface Local {
  readonly plan: PlanState | undefined;
  readonly meta: MetaRow | undefined;
  readonly pending: readonly OutboxRow[];
  readonly damaged: boolean;
  /** Whether its rows should be written anew. */
  readonly crowded: boolean;
}

/** Whether the records in the working database are still those of the plan before this step. */
const isBehind = ({ behind }: OutboxRow): boolean => behind === true;

const readOutbox = async (db: Database, exerciseId: string): Promise<OutboxRow[]> => {
  const rows = await db.outbox.where('exerciseId').equals(exerciseId).sortBy('order');
  return Promise.all(rows.filter(({ aside }) => aside !== true).map((row) => wholeRow(db, row)));
};

/** A database that cannot be read is made anew; what its outbox still gives is kept. */
const recreate = async (db: Database): Promise<void> => {
  try {
    const rows = await db.outbox.toArray().catch(() => []);
    const whole = await Promise.all(rows.map((row) => wholeRow(db, row).catch(() => undefined)));
    const kept = whole.filter((row) => row !== undefined);
    await db.delete({ disableAutoOpen: false });
    await db.open();
    await db.outbox.bulkPut(kept);
  } catch {
    // Without a working database everything still goes to the vault.
  }
};

const readLocal = async ({ db, queue }: OpenPorts, exerciseId: string): Promise<Local> => {
  const waiting = queue.take(exerciseId);
  try {
    const pending = await readOutbox(db, exerciseId);
    const stored = new Set(pending.map(({ stepId }) => stepId));
    const inMemory = waiting.filter(({ stepId }) => !stored.has(stepId));
    const meta = await db.meta.get(exerciseId);
    const { plan, crowded = false } = (meta === undefined ? undefined : await readPlan(db, exerciseId)) ?? {};
    const damaged = meta !== undefined && plan === undefined;
    return { plan, meta, pending: [...pending, ...inMemory], damaged, crowded };
  } catch {
    await recreate(db);
    const pending = await readOutbox(db, exerciseId).catch(() => []);
    return {
      plan: undefined,
      meta: undefined,
      pending: pending.length > 0 ? pending : waiting,
      damaged: true,
      crowded: false,
    };
  }
};

interface Since {
  readonly steps: readonly StoredStep[];
  readonly head: number;
}

/** Every step after a number, page by page. */
const stepsSince = async (exerciseId: string, from: number, onProgress: Progress): Promise<Result<Since>> => {
  const steps: StoredStep[] = [];
  for (let after = from; ; ) {
    const page: Result<StepPage> = await readSteps({ exerciseId, after, limit: MAX_PAGE });
    if (!page.ok) return page;
    for (const step of page.value.steps) steps.push(step);
    const last = page.value.steps.at(-1);
    onProgress(last?.seq ?? page.value.head, page.value.head);
    if (last === undefined || last.seq >= page.value.head) return ok({ steps, head: page.value.head });
    after = last.seq;
  }
};

/** More steps than can be undone, since undone ones take two places; in size bounded against giant imports. */
const HISTORY_STEPS = HISTORY_LIMIT * 2;
const HISTORY_OPS = 200_000;

/** The newest steps of an exercise, oldest of them first. */
const newestSteps = (exerciseId: string, before: number, limit: number): Promise<Result<StepPage>> =>
  readSteps({ exerciseId, after: 0, before, limit });

const historyOf = (stored: readonly StoredStep[], pending: readonly OutboxRow[]): History =>
  [...stored, ...pending].map(({ step }) => step).reduce(withStep, EMPTY_HISTORY);

/** The history that the newest steps and those on their way make; `recent` are the ones that were read already. */
const readHistory = async (
  exerciseId: string,
  recent: readonly StoredStep[],
  pending: readonly OutboxRow[],
): Promise<History> => {
  let stored = recent;
  const opsOf = (steps: readonly StoredStep[]): number => steps.reduce((sum, { step }) => sum + step.ops.length, 0);
  for (let ops = opsOf(recent); stored.length < HISTORY_STEPS && ops < HISTORY_OPS; ) {
    const before = stored[0]?.seq ?? Number.MAX_SAFE_INTEGER;
    const page = await newestSteps(exerciseId, before, HISTORY_STEPS - stored.length);
    if (!page.ok || page.value.steps.length === 0) break;
    stored = [...page.value.steps, ...stored];
    ops += opsOf(page.value.steps);
  }
  return historyOf(stored, pending);
};

interface Flushed {
  readonly plan: PlanState;
  readonly saved: readonly OutboxRow[];
  /** Still to be sent, in order. */
  readonly left: readonly OutboxRow[];
  readonly last: StoredStep | undefined;
  readonly failure: Failure | undefined;
}

/** Applies and sends pending steps on top of the vault's plan; those that fit no more are set aside. */
const sendOnTop = async (
  { db, append }: OpenPorts,
  base: PlanState,
  pending: readonly OutboxRow[],
): Promise<Flushed> => {
  let plan = base;
  let failure: Failure | undefined;
  let last: StoredStep | undefined;
  let blocked = false;
  const saved: OutboxRow[] = [];
  const left: OutboxRow[] = [];
  const gone: string[] = [];
  for (const row of pending) {
    const next = await inSlices(applying(plan, row.step.ops));
    if (!next.ok) {
      failure = { code: 'VAULT_STEP_INVALID', data: { seq: 0, reason: next.error.code } };
      await db.outbox
        .where('stepId')
        .equals(row.stepId)
        .modify({ aside: true })
        .catch(() => 0);
      continue;
    }
    const sent = blocked ? undefined : await append(row.step, row.bundleToken);
    if (sent?.ok === true) {
      saved.push(row);
      last = { seq: sent.value.seq, step: row.step };
    } else if (sent?.error.code === 'VAULT_TOKEN_UNKNOWN') {
      // What was known of the bundle went with the last session; plan and that knowledge change together or not at all.
      failure = sent.error;
      gone.push(row.stepId);
      continue;
    } else {
      failure = sent?.error ?? failure;
      blocked = true;
      left.push(row);
    }
    plan = next.value;
  }
  await dropFromOutbox(db, [...gone, ...saved.map(({ stepId }) => stepId)]).catch(() => undefined);
  return { plan, saved, left, last, failure };
};

const replayAll = async (base: PlanState, steps: readonly StoredStep[]): Promise<Result<PlanState>> => {
  // As one list: each call copies the maps it changes.
  const ops: Op[] = [];
  for (const { step } of steps) for (const op of step.ops) ops.push(op);
  const plan = await inSlices(applying(base, ops));
  if (plan.ok) return plan;
  return fail('VAULT_STEP_INVALID', { seq: steps.at(-1)?.seq ?? 0, reason: plan.error.code });
};

const markKey = (exerciseId: string): string => `mirror.${exerciseId}`;

/** Whether this exercise was in the working database once: then its absence is a loss that the person is told of. */
const wasMirrored = async (exerciseId: string): Promise<boolean> => {
  const mark = await ask('vault.setting', { key: markKey(exerciseId) });
  return mark.ok && mark.value !== null;
};

/** Notes in the vault that the working database has the exercise. Failing to note it costs a message, no data. */
export const markMirrored = async (exerciseId: string): Promise<void> => {
  await ask('vault.setting', { key: markKey(exerciseId), value: '1' });
};

const rebuild = async (
  ports: OpenPorts,
  exerciseId: string,
  local: Local,
  onProgress: Progress,
): Promise<Result<OpenedPlan>> => {
  const { db, queue } = ports;
  const since = await stepsSince(exerciseId, 0, onProgress);
  if (!since.ok) return since;
  const inVault = new Set(since.value.steps.map(({ step }) => step.id));
  const pending = local.pending.filter(({ stepId }) => !inVault.has(stepId));
  if (since.value.head === 0 && pending.length === 0) return fail('VAULT_EXERCISE_UNKNOWN', { exercise: exerciseId });
  const replayed = await replayAll(EMPTY_PLAN, since.value.steps);
  if (!replayed.ok) return replayed;
  const flushed = await sendOnTop(ports, replayed.value, pending);
  const last = flushed.last ?? since.value.steps.at(-1);
  // Where the window ended while records came behind, nothing was lost and there is nothing to tell.
  const expected = local.pending.some(isBehind);
  const rebuilt = local.damaged || (!expected && (local.meta !== undefined || (await wasMirrored(exerciseId))));
  // Before the vault has a first step there is no place in its history to name; 0 stands for it.
  const nextMeta: MetaRow = { exerciseId, lastSeq: last?.seq ?? 0, lastStepId: last?.step.id ?? '' };
  try {
    await dropFromOutbox(db, [...inVault]);
    await replacePlan(db, nextMeta, exerciseId, flushed.plan, onProgress);
    queue.setMirrored(exerciseId, true);
    await markMirrored(exerciseId);
  } catch {
    queue.setMirrored(exerciseId, false);
  }
  queue.adopt(flushed.left);
  if (flushed.failure !== undefined) queue.noteFailure(flushed.failure);
  const newest = since.value.steps.slice(-HISTORY_STEPS);
  const history = historyOf(newest, [...flushed.saved, ...flushed.left]);
  return ok({ plan: flushed.plan, history, source: 'vault', rebuilt });
};

/** The working database's plan with the vault's newer steps; undefined when they do not go together. */
const catchUp = async (
  { db }: OpenPorts,
  exerciseId: string,
  plan: PlanState,
  further: readonly StoredStep[],
  last: StoredStep,
): Promise<PlanState | undefined> => {
  const next = await replayAll(plan, further);
  if (!next.ok) return undefined;
  const ops = further.flatMap(({ step }) => step.ops);
  const meta: MetaRow = { exerciseId, lastSeq: last.seq, lastStepId: last.step.id };
  try {
    await db.transaction('rw', db.packs, db.exercises, db.meta, async () => {
      await putTouched(db, { exerciseId, ops }, next.value);
      await db.meta.put(meta);
    });
  } catch {
    return undefined;
  }
  return next.value;
};

/** Whether the vault's history goes on from where the working database is. */
const continues = (meta: MetaRow, since: Since): boolean =>
  meta.lastSeq === 0 || (since.steps[0]?.seq === meta.lastSeq && since.steps[0].step.id === meta.lastStepId);

/** The steps from where the working database is; mostly among the newest, which are read for the history anyway. */
const sinceFrom = async (
  exerciseId: string,
  { lastSeq }: MetaRow,
  recent: StepPage,
  onProgress: Progress,
): Promise<Result<Since>> => {
  if (!recent.steps.some(({ seq }) => seq === lastSeq)) {
    return stepsSince(exerciseId, Math.max(0, lastSeq - 1), onProgress);
  }
  return ok({ steps: recent.steps.filter(({ seq }) => seq >= lastSeq), head: recent.head });
};

const openFromDb = async (
  ports: OpenPorts,
  exerciseId: string,
  local: Local & { readonly plan: PlanState; readonly meta: MetaRow },
  since: Since,
  recent: readonly StoredStep[],
): Promise<OpenedPlan | undefined> => {
  const { db, queue } = ports;
  const further = since.steps.filter(({ seq }) => seq > local.meta.lastSeq);
  const inVault = new Set(further.map(({ step }) => step.id));
  const confirmed = local.pending.filter(({ stepId }) => inVault.has(stepId));
  const pending = local.pending.filter(({ stepId }) => !inVault.has(stepId));
  const foreign = further.length - confirmed.length;
  // The records here have the pending steps on top of an older plan than the vault's: only a rebuild gets the order right.
  if (foreign > 0 && local.pending.length > 0) return undefined;
  if (pending.some(({ bundleToken }) => bundleToken !== undefined)) return undefined;
  if (local.pending.some(isBehind)) return undefined;
  let { plan } = local;
  const last = further.at(-1);
  if (foreign > 0 && last !== undefined) {
    const caughtUp = await catchUp(ports, exerciseId, plan, further, last);
    if (caughtUp === undefined) return undefined;
    plan = caughtUp;
  } else if (last !== undefined) {
    await db.transaction('rw', db.outbox, db.outboxParts, db.meta, async () => {
      await dropFromOutbox(
        db,
        confirmed.map(({ stepId }) => stepId),
      );
      await db.meta.put({ exerciseId, lastSeq: last.seq, lastStepId: last.step.id });
    });
  }
  // Once in very many steps. What fails here fails again with the next step, and loses nothing.
  if (local.crowded) await compact(db, exerciseId, plan).catch(() => undefined);
  queue.setMirrored(exerciseId, true);
  queue.adopt(pending);
  const history = await readHistory(exerciseId, recent, pending);
  return { plan, history, source: foreign > 0 ? 'caught-up' : 'db', rebuilt: false };
};

/**
 * Opens an exercise.
 * @returns VAULT_EXERCISE_UNKNOWN, VAULT_STEP_INVALID, or why the vault cannot be read while the working database has
 * no complete copy. With one, it opens all the same and the save state says what is wrong.
 */
export const openFrom = async (
  ports: OpenPorts,
  exerciseId: string,
  onProgress: Progress,
): Promise<Result<OpenedPlan>> => {
  const { queue } = ports;
  await queue.flush();
  await queue.mirrored();
  const local = await readLocal(ports, exerciseId);
  const { plan, meta, pending } = local;
  if (plan === undefined || meta === undefined) return rebuild(ports, exerciseId, local, onProgress);
  const recent = await newestSteps(exerciseId, Number.MAX_SAFE_INTEGER, HISTORY_STEPS);
  const since = recent.ok ? await sinceFrom(exerciseId, meta, recent.value, onProgress) : recent;
  if (!since.ok || !recent.ok) {
    const behind = pending.filter(isBehind).map(({ step }) => ({ seq: 0, step }));
    const shown = await replayAll(plan, behind);
    queue.setMirrored(exerciseId, behind.length === 0);
    queue.adopt(pending);
    if (!since.ok) queue.noteFailure(since.error);
    return ok({
      plan: shown.ok ? shown.value : plan,
      history: pending.map(({ step }) => step).reduce(withStep, EMPTY_HISTORY),
      source: 'db',
      rebuilt: false,
    });
  }
  if (continues(meta, since.value)) {
    const known = { ...local, plan, meta };
    const opened = await openFromDb(ports, exerciseId, known, since.value, recent.value.steps).catch(() => undefined);
    if (opened !== undefined) return ok(opened);
  }
  return rebuild(ports, exerciseId, local, onProgress);
};
