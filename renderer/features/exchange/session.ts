/** A file that was opened for import: the bundle under review and what has been decided so far. */
import { create } from 'zustand';
import type { BundlePart, OpenedBundle, OpenedCalendar, OpenedForces, Partner } from '#shared/contract/exchange.ts';
import { accepting, type Decision, type Decisions, deciding } from '#shared/plan/merge/accept.ts';
import { knowing } from '#shared/plan/merge/knowledge.ts';
import { type Review, reviewing } from '#shared/plan/merge/review.ts';
import type { LastSent, LastSents } from '#shared/plan/merge/sent.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { EMPTY_PLAN, exerciseOf, type PlanState } from '#shared/plan/state.ts';
import { applying, type StepDraft, type StepOrigin } from '#shared/plan/step.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { ask } from '../../platform/bridge.ts';
import { useActor } from '../../state/actor.ts';
import { refreshExercises, useExercises } from '../../state/exercises.ts';
import { retrySaves, saveStep } from '../../state/persistence.ts';
import { adoptExercise, commitInSlices, openExercise, ownStep, usePlan } from '../../state/plan.ts';
import { breathe, Dropped, inSlices } from '../../state/slices.ts';
import { usePartners } from './partners.ts';
import { useRequests } from './requests.ts';
import { beginTask, endTask, enterStage, pastStopping, reach, stageOptions } from '../../state/task.ts';

interface Carried {
  /** Of the bundle that carries it. */
  readonly token: string;
  readonly name: string;
}

export interface ImportSession {
  readonly bundle: OpenedBundle | null;
  /** The bundle's records by their id, for the names of what others refer to. */
  readonly incoming: ReadonlyMap<string, PlanRecord>;
  readonly review: Review | null;
  readonly decisions: Decisions;
  /** Records that everything was chosen of, but for what is chosen one by one. */
  readonly guarded: number;
  readonly forces: OpenedForces | null;
  readonly calendar: OpenedCalendar | null;
  /** Bundles of others that the one under review carries, and that come after it. */
  readonly waiting: readonly Carried[];
}

const NOTHING: ImportSession = {
  bundle: null,
  incoming: new Map(),
  review: null,
  decisions: new Map(),
  guarded: 0,
  forces: null,
  calendar: null,
  waiting: [],
};

export const useImport = create<ImportSession>()(() => NOTHING);

export const endImport = (): void => useImport.setState(({ waiting }) => ({ ...NOTHING, waiting }));

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
const planFor = (exerciseId: string): PlanState => {
  const { status, plan } = usePlan.getState();
  return status.phase === 'open' && status.id === exerciseId ? plan : EMPTY_PLAN;
};

interface Content {
  readonly records: readonly PlanRecord[];
  readonly last: LastSents;
}

/** Brings the records over, part by part. @throws Dropped when it was stopped. */
const fetchContent = async ({ token, count }: OpenedBundle, signal: AbortSignal): Promise<Result<Content>> => {
  enterStage('fetching', count);
  const records: PlanRecord[] = [];
  const last = new Map<string, LastSent>();
  for (let from: number | null = 0; from !== null; ) {
    const part: Result<BundlePart> = await ask('exchange.part', { token, from });
    if (!part.ok) return part;
    // Main has verified and checked them; they are its own words, not the file's.
    for (const record of JSON.parse(part.value.records) as readonly PlanRecord[]) records.push(record);
    for (const [key, sent] of JSON.parse(part.value.last) as readonly [string, LastSent][]) last.set(key, sent);
    reach(records.length);
    from = part.value.next;
    await breathe();
    if (signal.aborted) throw new Dropped();
  }
  return ok({ records, last });
};

const indexing = function* (records: readonly PlanRecord[]): Generator<number, Map<string, PlanRecord>, void> {
  const byId = new Map<string, PlanRecord>();
  for (const [index, record] of records.entries()) {
    if (index % 256 === 0) yield index;
    byId.set(record.id, record);
  }
  return byId;
};

const beginReview = async (
  bundle: OpenedBundle,
  signal: AbortSignal,
  after: readonly Carried[] = [],
): Promise<Result<null>> => {
  // Stopped when main had just read it: its exercise is not even opened.
  if (signal.aborted) throw new Dropped();
  const opened = await openPlanOf(bundle.exerciseId);
  if (!opened.ok) return opened;
  const content = await fetchContent(bundle, signal);
  if (!content.ok) return content;
  const { records, last } = content.value;
  const plan = planFor(bundle.exerciseId);
  // Whose word a value is can only be told by name once the partners are known.
  await usePartners.getState().refresh();
  const options = stageOptions('comparing', records.length, signal);
  const { originator, knowledge } = bundle;
  const myKnowledge = await inSlices(knowing(plan), { signal });
  const review = await inSlices(
    reviewing({
      plan,
      me: useActor.getState().nation,
      myKnowledge,
      bundle: { originator, records, knowledge, last },
    }),
    options,
  );
  const incoming = await inSlices(indexing(records), { signal });
  // What the sender answers for is the usual case; the rest waits for a person's yes.
  const decisions = await inSlices(deciding(review.entries, 'own'), { signal });
  const waiting = [...bundle.carried.map((name) => ({ token: bundle.token, name })), ...after];
  useImport.setState({ ...NOTHING, bundle, incoming, review, decisions, waiting });
  return ok(null);
};

/** What became of opening a file, for the one who asked. */
export type Opening =
  | { readonly became: 'review' | 'forces' | 'calendar' | 'nothing' }
  | { readonly became: 'partner'; readonly partner: Partner }
  | { readonly became: 'rotation'; readonly partner: Partner }
  | { readonly became: 'revocation'; readonly partner: Partner }
  | { readonly became: 'receipt'; readonly partner: Partner; readonly revision: number };

const openAny = async (signal: AbortSignal): Promise<Result<Opening>> => {
  const opened = await ask('exchange.open', undefined);
  if (!opened.ok) return opened;
  const file = opened.value;
  if (file === null) return ok({ became: 'nothing' });
  if (file.form === 'card') return ok({ became: 'partner', partner: file.partner });
  if (file.form === 'rotation' || file.form === 'revocation') return ok({ became: file.form, partner: file.partner });
  if (file.form === 'receipt') return ok({ became: 'receipt', partner: file.partner, revision: file.revision });
  if (file.form === 'request') {
    useRequests.setState({ request: file });
    return ok({ became: 'review' });
  }
  if (file.form === 'ics') {
    if (usePlan.getState().status.phase !== 'open') return fail('ICS_NO_EXERCISE');
    useImport.setState({ ...NOTHING, calendar: file });
    return ok({ became: 'calendar' });
  }
  if (file.form !== 'bundle') {
    useImport.setState({ ...NOTHING, forces: file });
    return ok({ became: 'forces' });
  }
  const begun = await beginReview(file, signal);
  return begun.ok ? ok({ became: 'review' }) : begun;
};

/** Something that can be stopped: CANCELLED then, and whatever was begun is let go of. */
const asTask = async <T>(work: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> => {
  const signal = beginTask();
  try {
    return await work(signal);
  } catch (error) {
    if (error instanceof Dropped) return fail('CANCELLED');
    throw error;
  } finally {
    endTask();
  }
};

/** Asks for a file and begins what its content calls for. */
export const openFile = (): Promise<Result<Opening>> => asTask(openAny);

/** Opens the next of the bundles that were carried along; one that is refused holds back none of the others. */
export const openNextCarried = (): Promise<Result<Opening>> =>
  asTask<Opening>(async (signal) => {
    const [next, ...rest] = useImport.getState().waiting;
    useImport.setState({ waiting: rest });
    if (next === undefined) return ok({ became: 'nothing' });
    const opened = await ask('exchange.openCarried', next);
    if (!opened.ok) return opened;
    if (opened.value.form !== 'bundle') return fail('BUNDLE_FORM');
    const begun = await beginReview(opened.value, signal, rest);
    return begun.ok ? ok({ became: 'review' }) : begun;
  });

export const decide = (changes: ReadonlyMap<string, Decision | undefined>): void =>
  useImport.setState(({ decisions }) => {
    const next = new Map(decisions);
    for (const [key, decision] of changes) {
      if (decision === undefined) next.delete(key);
      else next.set(key, decision);
    }
    return { decisions: next };
  });

const originOf = (bundle: OpenedBundle): StepOrigin => ({
  nation: bundle.originator,
  name: bundle.originatorName,
  revision: bundle.revision,
  file: bundle.name,
  checkCode: bundle.checkCode,
  issuedAt: bundle.issuedAt,
});

/** The first step of an exercise that is new here: saved first, then opened from memory. */
const beginWith = async (bundle: OpenedBundle, draft: StepDraft, signal: AbortSignal): Promise<Result<null>> => {
  const step = ownStep(EMPTY_PLAN, bundle.exerciseId, draft, { source: 'import', origin: originOf(bundle) });
  const plan = await inSlices(applying(EMPTY_PLAN, step.ops), stageOptions('taking', step.ops.length, signal));
  if (!plan.ok) return plan;
  pastStopping();
  enterStage('saving');
  const saved = await saveStep(step, plan.value, bundle.token);
  if (!saved.ok) return saved;
  if (exerciseOf(plan.value) === undefined) return openExercise(bundle.exerciseId);
  await adoptExercise(bundle.exerciseId, plan.value, step);
  await breathe();
  return ok(null);
};

const takeDecided = async (signal: AbortSignal): Promise<Result<number>> => {
  const { bundle, review, decisions } = useImport.getState();
  if (bundle === null || review === null) return fail('NOTHING_TO_CHANGE');
  const draft = await inSlices(accepting(review, decisions), stageOptions('taking', review.entries.length, signal));
  if (!draft.ok) return draft;
  const count = draft.value.ops.length;
  const { status } = usePlan.getState();
  if (status.phase !== 'open' || status.id !== bundle.exerciseId) {
    const begun = await beginWith(bundle, draft.value, signal);
    return begun.ok ? ok(count) : begun;
  }
  const done = await commitInSlices(draft.value, {
    source: 'import',
    bundleToken: bundle.token,
    origin: originOf(bundle),
    ...stageOptions('taking', count, signal),
  });
  return done.ok ? ok(count) : done;
};

/** Takes in what was decided, as one step that can be undone; the bundle's revision is stored with it. */
export const takeIn = (): Promise<Result<number>> =>
  asTask(async (signal) => {
    const taken = await takeDecided(signal);
    const { bundle } = useImport.getState();
    if (taken.ok && taken.value > 0 && bundle !== null) {
      pastStopping();
      enterStage('saving');
      await retrySaves();
      await breathe();
      // Main can only confirm what the vault has.
      if (bundle.trusted !== 'own') useRequests.setState({ receipt: bundle.token });
    }
    return taken;
  });
