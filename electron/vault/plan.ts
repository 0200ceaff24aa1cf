/** A plan from its history, for the command line, exports and prints: no window needed. */
import { type PlanRecord, parseRecord } from '#shared/plan/records.ts';
import { EMPTY_PLAN, type PlanState, allRecords, planOf } from '#shared/plan/state.ts';
import { applyOps } from '#shared/plan/step.ts';
import { type StoredStep, MAX_PAGE } from '#shared/contract/vault.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import type { VaultPort } from './port.ts';

/** After this many steps replayed, the result is kept so that the next opening starts there. */
export const SNAPSHOT_EVERY = 500;

export interface VaultPlan {
  readonly plan: PlanState;
  /** The step that the plan is up to. */
  readonly head: number;
}

/**
 * The plan after some more steps.
 * @returns VAULT_STEP_INVALID {seq, reason} for the first step that does not fit what was before it.
 */
const replay = (plan: PlanState, steps: readonly StoredStep[]): Result<PlanState> => {
  // All at once: `applyOps` copies a kind's map once per call, and a history has many small steps.
  const all = applyOps(
    plan,
    steps.flatMap(({ step }) => step.ops),
  );
  if (all.ok) return all;
  let current = plan;
  for (const { seq, step } of steps) {
    const next = applyOps(current, step.ops);
    if (!next.ok) return fail('VAULT_STEP_INVALID', { seq, reason: next.error.code });
    current = next.value;
  }
  return ok(current);
};

const fromSnapshot = async (vault: VaultPort, exerciseId: string): Promise<VaultPlan> => {
  const nothing: VaultPlan = { plan: EMPTY_PLAN, head: 0 };
  const found = await vault.snapshot(exerciseId);
  if (!found.ok || found.value === null) return nothing;
  const records: PlanRecord[] = [];
  for (const value of JSON.parse(found.value.records) as unknown[]) {
    const record = parseRecord(value);
    // Written under older rules: the steps are the truth.
    if (!record.ok) return nothing;
    records.push(record.value);
  }
  return { plan: planOf(records), head: found.value.seq };
};

/**
 * The plan of an exercise as the vault has it, replayed in pages from the newest snapshot.
 * @returns VAULT_EXERCISE_UNKNOWN, VAULT_STEP_INVALID, or what the vault failed with.
 */
export const planFromVault = async (vault: VaultPort, exerciseId: string): Promise<Result<VaultPlan>> => {
  let { plan, head } = await fromSnapshot(vault, exerciseId);
  const start = head;
  let replayed = 0;
  for (;;) {
    const page = await vault.steps({ exerciseId, after: head, limit: MAX_PAGE });
    if (!page.ok) return page;
    if (page.value.head === 0) return fail('VAULT_EXERCISE_UNKNOWN', { exercise: exerciseId });
    const last = page.value.steps.at(-1);
    if (last === undefined) break;
    const next = replay(plan, page.value.steps);
    if (!next.ok) return next;
    plan = next.value;
    head = last.seq;
    replayed += page.value.steps.length;
    if (head >= page.value.head) break;
  }
  if (replayed >= SNAPSHOT_EVERY && head > start) {
    // A snapshot is a convenience: without it (full disk) the plan is the same.
    await vault.putSnapshot(exerciseId, { seq: head, records: JSON.stringify([...allRecords(plan)]) });
  }
  return ok({ plan, head });
};
