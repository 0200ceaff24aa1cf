/** Saving as the plan store does it, and plans as they can be held against each other. */
import type { Persistence } from '#renderer/state/persistence.ts';
import { EMPTY_PLAN, type PlanState, allRecords } from '#shared/plan/state.ts';
import { type Step, applyOps } from '#shared/plan/step.ts';
import { must } from '#tests/electron/vault/support.ts';

export const after = (plan: PlanState, step: Step): PlanState => must(applyOps(plan, step.ops));

/** The records of a plan in one order, as JSON keeps them. */
export const sorted = (plan: PlanState): unknown =>
  [...allRecords(plan)].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((record) => JSON.parse(JSON.stringify(record)));

/** Saves steps one after the other. @returns the plan after them. */
export const saveAll = async (
  persistence: Persistence,
  steps: readonly Step[],
  from: PlanState = EMPTY_PLAN,
): Promise<PlanState> => {
  let plan = from;
  for (const step of steps) {
    plan = after(plan, step);
    must(await persistence.saveStep(step, plan));
  }
  return plan;
};
