import type { PlanState } from '#shared/plan/state.ts';
import { guardCeiling } from '#shared/plan/label/ceiling.ts';
import { applyOps, makeStep, type StepDraft, type StepOrigin, type StepSource } from '#shared/plan/step.ts';
import type { Result } from '#shared/result.ts';
import { newClock, receive, stampOf, tick } from '#shared/time/clock.ts';
import { latestStamp } from '#shared/plan/merge/knowledge.ts';
import { allRecords } from '#shared/plan/state.ts';
import type { Writes } from '../vault/port.ts';
import type { CliContext } from './context.ts';

/** Makes a step of a draft and appends it; refused as a whole when it does not fit the plan. */
export const commitDraft = async (
  { vault, clock, newId }: Pick<CliContext, 'vault' | 'clock' | 'newId'>,
  exerciseId: string,
  plan: PlanState,
  draft: StepDraft,
  source: StepSource = 'edit',
  writes?: Writes,
  origin?: StepOrigin,
): Promise<Result<{ readonly seq: number }>> => {
  const author = await vault.author();
  if (!author.ok) return author;
  const now = clock();
  const latest = latestStamp(allRecords(plan));
  const seen = latest === '' ? undefined : receive(newClock(author.value), latest, now);
  const stamp = stampOf(tick(seen?.ok === true ? seen.value : newClock(author.value), now));
  const by = { exerciseId, author: author.value, stamp, at: now, id: newId() };
  const step = makeStep(plan, draft, origin === undefined ? by : { ...by, origin }, source);
  const held = guardCeiling(plan, step.ops, step.source);
  if (!held.ok) return held;
  const next = applyOps(plan, step.ops);
  return next.ok ? vault.append(step, writes) : next;
};
