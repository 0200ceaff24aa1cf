/** Schedules for tests of commands: a plan, a context that counts its ids, and what a draft makes of the plan. */
import type { CommandContext } from '#shared/plan/command.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { type PlanState, planOf } from '#shared/plan/state.ts';
import { type StepDraft, applyOps, makeStep } from '#shared/plan/step.ts';
import type { Result } from '#shared/result.ts';
import { exerciseRecord, stampAt, uuidOf } from './plans.ts';

/** An exercise in Oslo with these records. */
export const schedule = (...records: PlanRecord[]): PlanState => planOf([exerciseRecord(), ...records]);

let ids = 500_000;

export const actingOn = (plan: PlanState, actor = 'NOR'): CommandContext => ({
  plan,
  actor,
  newId: () => {
    ids += 1;
    return uuidOf(ids);
  },
});

/** The plan after a draft, by the way that every step goes; throws the refusal's code. */
export const after = (plan: PlanState, draft: Result<StepDraft>): PlanState => {
  if (!draft.ok) throw new Error(draft.error.code);
  const context = { exerciseId: uuidOf(1), author: 'tester', stamp: stampAt(900_000), at: 0, id: uuidOf(900_000) };
  const next = applyOps(plan, makeStep(plan, draft.value, context).ops);
  if (!next.ok) throw new Error(next.error.code);
  return next.value;
};

export const codeOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.error.code);

export const linkRecord = (
  n: number,
  from: string,
  to: string,
  type: 'FS' | 'SS' | 'FF' | 'SF' = 'FS',
  lagMinutes = 0,
): PlanRecord => ({ id: uuidOf(n), kind: 'dependency', owner: 'NOR', stamp: stampAt(n), from, to, type, lagMinutes });
