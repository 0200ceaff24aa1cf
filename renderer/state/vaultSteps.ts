/** Steps from the vault, large ones part by part: the window answers between any two messages. */
import { type StepHead, type StepHeads, type StepOps, type StepPage, type StoredStep } from '#shared/contract/vault.ts';
import type { Op } from '#shared/plan/step.ts';
import { type Result, ok } from '#shared/result.ts';
import { ask } from '../platform/bridge.ts';
import { breathe } from './slices.ts';

export interface StepsQuery {
  readonly exerciseId: string;
  readonly after: number;
  readonly before?: number;
  readonly limit: number;
}

const wholeStep = async (exerciseId: string, { seq, step, apart }: StepHead): Promise<Result<StoredStep>> => {
  if (apart !== true) return ok({ seq, step });
  const ops: Op[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const part: Result<StepOps> = await ask('vault.stepOps', { exerciseId, seq, from });
    if (!part.ok) return part;
    // The vault's digest says that these are the operations that were checked before they were appended.
    for (const op of JSON.parse(part.value.ops) as readonly Op[]) ops.push(op);
    from = part.value.next;
    await breathe();
  }
  return ok({ seq, step: { ...step, ops } });
};

/** Steps of an exercise as the vault's page has them, each whole. */
export const readSteps = async (query: StepsQuery): Promise<Result<StepPage>> => {
  const page: Result<StepHeads> = await ask('vault.steps', query);
  if (!page.ok) return page;
  const steps: StoredStep[] = [];
  for (const head of page.value.steps) {
    const step = await wholeStep(query.exerciseId, head);
    if (!step.ok) return step;
    steps.push(step.value);
  }
  return ok({ steps, head: page.value.head });
};
