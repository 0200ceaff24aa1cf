/** What this data folder has seen of each author, from the whole history: a plan forgets the stamps it overwrote. */
import { type Knowledge, withOps } from '#shared/plan/merge/knowledge.ts';
import { type Result, ok } from '#shared/result.ts';
import { MAX_PAGE } from '#shared/contract/vault.ts';
import type { VaultPort } from './port.ts';

/** Reads every step of an exercise, in pages; an unknown exercise has shown us nothing. */
export const knowledgeFromVault = async (vault: VaultPort, exerciseId: string): Promise<Result<Knowledge>> => {
  let knowledge: Knowledge = {};
  for (let after = 0; ; ) {
    const page = await vault.steps({ exerciseId, after, limit: MAX_PAGE });
    if (!page.ok) return page;
    const last = page.value.steps.at(-1);
    if (last === undefined) return ok(knowledge);
    knowledge = withOps(
      knowledge,
      page.value.steps.flatMap(({ step }) => step.ops),
    );
    if (last.seq >= page.value.head) return ok(knowledge);
    after = last.seq;
  }
};
