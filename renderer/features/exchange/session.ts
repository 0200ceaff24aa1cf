/** A file that was opened for import: the bundle under review and what has been decided so far. */
import { create } from 'zustand';
import type { OpenedBundle, OpenedForces, Partner } from '#shared/contract/exchange.ts';
import { acceptReview, decideAll, type Decision, type Decisions } from '#shared/plan/merge/accept.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { type Review, reviewBundle } from '#shared/plan/merge/review.ts';
import { EMPTY_PLAN } from '#shared/plan/state.ts';
import { applyOps } from '#shared/plan/step.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { ask } from '../../platform/bridge.ts';
import { useActor } from '../../state/actor.ts';
import { refreshExercises, useExercises } from '../../state/exercises.ts';
import { retrySaves, saveStep } from '../../state/persistence.ts';
import { useRequests } from './requests.ts';
import { commit, openExercise, ownStep, usePlan } from '../../state/plan.ts';

export interface ImportSession {
  readonly bundle: OpenedBundle | null;
  readonly review: Review | null;
  readonly decisions: Decisions;
  readonly forces: OpenedForces | null;
}

const NOTHING: ImportSession = { bundle: null, review: null, decisions: new Map(), forces: null };

export const useImport = create<ImportSession>()(() => NOTHING);

export const endImport = (): void => useImport.setState(NOTHING);

const openPlanOf = async (exerciseId: string): Promise<Result<null>> => {
  const { status } = usePlan.getState();
  if (status.phase === 'open' && status.id === exerciseId) return ok(null);
  await refreshExercises();
  const list = useExercises.getState();
  // Without the list nobody can say that the exercise is new here, and a second beginning must never be written.
  if (list.phase !== 'ready')
    return list.phase === 'failed' ? { ok: false, error: list.failure } : fail('VAULT_FAILED');
  return list.list.some(({ id }) => id === exerciseId) ? openExercise(exerciseId) : ok(null);
};

/** The plan that a bundle is held against: that of its exercise, or an empty one where the exercise is new here. */
const planFor = (exerciseId: string) => {
  const { status, plan } = usePlan.getState();
  return status.phase === 'open' && status.id === exerciseId ? plan : EMPTY_PLAN;
};

const beginReview = async (bundle: OpenedBundle): Promise<Result<null>> => {
  const opened = await openPlanOf(bundle.exerciseId);
  if (!opened.ok) return opened;
  const plan = planFor(bundle.exerciseId);
  const review = reviewBundle({
    plan,
    me: useActor.getState().nation,
    myKnowledge: knowledgeOf(plan),
    bundle: { originator: bundle.originator, records: bundle.records, knowledge: bundle.knowledge },
  });
  // What the sender answers for is the usual case; the rest waits for a person's yes.
  useImport.setState({ ...NOTHING, bundle, review, decisions: decideAll(review, 'own') });
  return ok(null);
};

/** What became of opening a file, for the one who asked. */
export type Opening =
  | { readonly became: 'review' | 'forces' | 'nothing' }
  | { readonly became: 'partner'; readonly name: string; readonly nation: string }
  | { readonly became: 'rotation'; readonly partner: Partner }
  | { readonly became: 'revocation'; readonly partner: Partner }
  | { readonly became: 'receipt'; readonly partner: Partner; readonly revision: number };

/** Asks for a file and begins what its content calls for. */
export const openFile = async (): Promise<Result<Opening>> => {
  const opened = await ask('exchange.open', undefined);
  if (!opened.ok) return opened;
  const file = opened.value;
  if (file === null) return ok({ became: 'nothing' });
  if (file.form === 'card') return ok({ became: 'partner', name: file.partner.name, nation: file.partner.nation });
  if (file.form === 'rotation' || file.form === 'revocation') return ok({ became: file.form, partner: file.partner });
  if (file.form === 'receipt') return ok({ became: 'receipt', partner: file.partner, revision: file.revision });
  if (file.form === 'request') {
    useRequests.setState({ request: file });
    return ok({ became: 'review' });
  }
  if (file.form !== 'bundle') {
    useImport.setState({ ...NOTHING, forces: file });
    return ok({ became: 'forces' });
  }
  const begun = await beginReview(file);
  return begun.ok ? ok({ became: 'review' }) : begun;
};

export const decide = (changes: ReadonlyMap<string, Decision | undefined>): void =>
  useImport.setState(({ decisions }) => {
    const next = new Map(decisions);
    for (const [key, decision] of changes) {
      if (decision === undefined) next.delete(key);
      else next.set(key, decision);
    }
    return { decisions: next };
  });

/** Takes in what was decided, as one step that can be undone; the bundle's revision is stored with it. */
export const takeIn = async (): Promise<Result<number>> => {
  const taken = await takeDecided();
  const { bundle } = useImport.getState();
  if (taken.ok && taken.value > 0 && bundle !== null && bundle.trusted !== 'own') {
    // Main can only confirm what the vault has.
    await retrySaves();
    useRequests.setState({ receipt: bundle.token });
  }
  return taken;
};

const takeDecided = async (): Promise<Result<number>> => {
  const { bundle, review, decisions } = useImport.getState();
  if (bundle === null || review === null) return fail('NOTHING_TO_CHANGE');
  const draft = acceptReview(review, decisions);
  if (!draft.ok) return draft;
  const { status } = usePlan.getState();
  if (status.phase === 'open' && status.id === bundle.exerciseId) {
    const done = commit(draft.value, { source: 'import', bundleToken: bundle.token });
    return done.ok ? ok(draft.value.ops.length) : done;
  }
  const step = ownStep(EMPTY_PLAN, bundle.exerciseId, draft.value, 'import');
  const plan = applyOps(EMPTY_PLAN, step.ops);
  if (!plan.ok) return plan;
  const saved = await saveStep(step, plan.value, bundle.token);
  if (!saved.ok) return saved;
  const opened = await openExercise(bundle.exerciseId);
  return opened.ok ? ok(draft.value.ops.length) : opened;
};
