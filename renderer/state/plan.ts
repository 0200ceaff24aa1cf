/**
 * The open exercise. Every view reads from here; nothing waits on a disk to draw.
 * `commit` is the only way in which the plan changes: memory first, then database and vault behind it.
 */
import { v7 as uuid } from 'uuid';
import { create } from 'zustand';
import type { CommandContext } from '#shared/plan/command.ts';
import { EMPTY_HISTORY, type History, redoDraft, undoDraft, withStep } from '#shared/plan/history.ts';
import { guardCeiling } from '#shared/plan/label/ceiling.ts';
import { UNKNOWN_NATION } from '#shared/plan/participant/codes.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { EMPTY_PLAN, type PlanState, allRecords, exerciseOf, recordOf } from '#shared/plan/state.ts';
import {
  type Step,
  type StepDraft,
  type StepOrigin,
  type StepSource,
  applyOps,
  applying,
  makingStep,
} from '#shared/plan/step.ts';
import { type Failure, type Result, fail, ok } from '#shared/result.ts';
import { type Work, finish } from '#shared/work.ts';
import { type ClockState, type Stamp, newClock, receive, stampOf, tick } from '#shared/time/clock.ts';
import { latestStamp, seekingLatest } from '#shared/plan/merge/knowledge.ts';
import { openPlan, saveStep } from './persistence.ts';
import { LARGE_STEP } from './packing.ts';
import { Dropped, type SliceOptions, breathe, inSlices } from './slices.ts';

/** Who plans here: `author` names this data folder in stamps, `nation` owns what is created. */
export interface Actor {
  readonly author: string;
  readonly nation: string | null;
  readonly name: string | null;
}

type PlanStatus =
  | { readonly phase: 'none' }
  | { readonly phase: 'opening'; readonly id: string; readonly done: number; readonly total: number }
  | { readonly phase: 'open'; readonly id: string }
  | { readonly phase: 'failed'; readonly id: string; readonly failure: Failure };

export interface PlanStore {
  readonly status: PlanStatus;
  readonly plan: PlanState;
  readonly history: History;
  /** True after the working database was rebuilt from the vault; the user is told once. */
  readonly rebuilt: boolean;
}

const CLOSED: PlanStore = { status: { phase: 'none' }, plan: EMPTY_PLAN, history: EMPTY_HISTORY, rebuilt: false };

export const usePlan = create<PlanStore>()(() => CLOSED);

let actor: Actor = { author: 'unknown', nation: null, name: null };
let clock: ClockState = newClock(actor.author);

/** Sets who plans here; called once the vault has said so, and again after an identity was created. */
export const setActor = (next: Actor): void => {
  actor = next;
  clock = newClock(next.author);
};

/** Whose records new ones become: our nation, or the host's while there is no identity yet. */
const ownerCode = (plan: PlanState = usePlan.getState().plan): string =>
  actor.nation ?? exerciseOf(plan)?.hostNation ?? UNKNOWN_NATION;

export const commandContext = (): CommandContext => {
  const { plan } = usePlan.getState();
  return { plan, actor: ownerCode(plan), newId: () => uuid() };
};

/** Moves our clock past what has been seen; a stamp from far in the future is a wrong clock's and moves nothing. */
const see = (latest: Stamp): void => {
  const seen = latest === '' ? undefined : receive(clock, latest, Date.now());
  if (seen?.ok === true) clock = seen.value;
};

interface StepExtras {
  readonly source?: StepSource;
  readonly target?: string;
  /** The bundle that an import took in. */
  readonly origin?: StepOrigin;
}

/** `ownStep` as work that can be laid down between operations. */
const makingOwnStep = (
  plan: PlanState,
  exerciseId: string,
  draft: StepDraft,
  { source = 'edit', target, origin }: StepExtras = {},
): Work<Step> => {
  const now = Date.now();
  clock = tick(clock, now);
  return makingStep(
    plan,
    draft,
    {
      exerciseId,
      author: actor.author,
      stamp: stampOf(clock),
      at: now,
      id: uuid(),
      ...(origin === undefined ? {} : { origin }),
    },
    source,
    target,
  );
};

/** A step of ours from a draft: stamped by the logical clock, so that it is later than all we have seen. */
export const ownStep = (...given: Parameters<typeof makingOwnStep>): Step => finish(makingOwnStep(...given));

/** The records that an import brought in: what is written after it is later than they are. */
const broughtIn = function* ({ source, ops }: Step, plan: PlanState): Generator<PlanRecord> {
  if (source !== 'import') return;
  for (const { kind, id } of ops) {
    const record = recordOf(plan, kind, id);
    if (record !== undefined) yield record;
  }
};

interface CommitOptions extends StepExtras {
  /** Names what main knows of a verified bundle, stored together with the step. */
  readonly bundleToken?: string;
}

/**
 * Applies a step to memory at once and saves it behind.
 * @returns the command's own failure, PLAN_CLOSED, or what `applyOps` refused; then nothing has changed.
 */
export const commit = (draft: Result<StepDraft> | StepDraft, options: CommitOptions = {}): Result<Step> => {
  const { status, plan, history } = usePlan.getState();
  if (status.phase !== 'open') return fail('PLAN_CLOSED');
  if ('ok' in draft && !draft.ok) return draft;
  const step = ownStep(plan, status.id, 'ok' in draft ? draft.value : draft, options);
  const held = guardCeiling(plan, step.ops, step.source);
  if (!held.ok) return held;
  const next = applyOps(plan, step.ops);
  if (!next.ok) return next;
  see(latestStamp(broughtIn(step, next.value)));
  usePlan.setState({ plan: next.value, history: withStep(history, step) });
  void saveStep(step, next.value, options.bundleToken);
  return ok(step);
};

/**
 * As `commit`, for steps of very many operations: the plan is made in slices while the window answers, and changes at
 * once when it is done. Whatever changed meanwhile stays: the step then comes on top of it, or is given up
 * (NOTHING_TO_CHANGE) where `isWanted` says that there is no place for it any more.
 * @throws Dropped when it was stopped; then nothing has changed.
 */
export const commitInSlices = async (
  draft: StepDraft,
  options: CommitOptions & SliceOptions & { readonly isWanted?: (history: History) => boolean } = {},
): Promise<Result<Step>> => {
  for (;;) {
    const { status, plan, history } = usePlan.getState();
    if (status.phase !== 'open') return fail('PLAN_CLOSED');
    if (options.isWanted?.(history) === false) return fail('NOTHING_TO_CHANGE');
    const step = await inSlices(makingOwnStep(plan, status.id, draft, options), { signal: options.signal });
    await breathe();
    const held = guardCeiling(plan, step.ops, step.source);
    if (!held.ok) return held;
    await breathe();
    const next = await inSlices(applying(plan, step.ops), options);
    if (!next.ok) return next;
    const latest = await inSlices(seekingLatest(broughtIn(step, next.value)), { signal: options.signal });
    await breathe();
    if (options.signal?.aborted === true) throw new Dropped();
    const now = usePlan.getState();
    if (now.plan !== plan || now.status !== status) continue;
    see(latest);
    usePlan.setState({ plan: next.value, history: withStep(now.history, step) });
    void saveStep(step, next.value, options.bundleToken);
    return ok(step);
  }
};

/** Opens an exercise that was just begun here by one step, without reading again what is in memory. */
export const adoptExercise = async (id: string, plan: PlanState, step: Step): Promise<void> => {
  see(await inSlices(seekingLatest(broughtIn(step, plan))));
  usePlan.setState({ status: { phase: 'open', id }, plan, history: withStep(EMPTY_HISTORY, step), rebuilt: false });
};

let turning = false;

/**
 * Commits what takes a step back or brings it back: before this returns, or in slices where it has very many
 * operations. Another undo or redo meanwhile is NOTHING_TO_CHANGE, and so is this one where another step came in before
 * it was done: it would take back what is not the newest any more, and nothing could take that back. Else it fails as
 * `commit` does.
 */
const turn = async (step: Step, draft: () => StepDraft, source: 'undo' | 'redo'): Promise<Result<Step>> => {
  if (turning) return fail('NOTHING_TO_CHANGE');
  if (step.ops.length <= LARGE_STEP) return commit(draft(), { source, target: step.id });
  turning = true;
  try {
    await breathe();
    const isWanted = ({ done, undone }: History): boolean => (source === 'undo' ? done : undone).at(-1) === step;
    return await commitInSlices(draft(), { source, target: step.id, isWanted });
  } finally {
    turning = false;
  }
};

/** Takes the newest step back. NOTHING_TO_UNDO when there is none. */
export const undo = async (): Promise<Result<Step>> => {
  const step = usePlan.getState().history.done.at(-1);
  return step === undefined ? fail('NOTHING_TO_UNDO') : turn(step, () => undoDraft(step), 'undo');
};

/** Brings the step back that was taken back last. NOTHING_TO_REDO when there is none. */
export const redo = async (): Promise<Result<Step>> => {
  const { history, plan } = usePlan.getState();
  const step = history.undone.at(-1);
  return step === undefined ? fail('NOTHING_TO_REDO') : turn(step, () => redoDraft(plan, step), 'redo');
};

/** Opens an exercise from database and vault; the views follow `status`. */
export const openExercise = async (id: string): Promise<Result<null>> => {
  usePlan.setState({ ...CLOSED, status: { phase: 'opening', id, done: 0, total: 0 } });
  const isCurrent = (): boolean => {
    const { status } = usePlan.getState();
    return status.phase === 'opening' && status.id === id;
  };
  const opened = await openPlan(id, (done, total) => {
    if (isCurrent()) usePlan.setState({ status: { phase: 'opening', id, done, total } });
  });
  if (!isCurrent()) return ok(null);
  if (!opened.ok) {
    usePlan.setState({ status: { phase: 'failed', id, failure: opened.error } });
    return opened;
  }
  const { plan, history, rebuilt } = opened.value;
  see(await inSlices(seekingLatest(allRecords(plan))));
  if (!isCurrent()) return ok(null);
  usePlan.setState({ status: { phase: 'open', id }, plan, history, rebuilt });
  return ok(null);
};

export const closeExercise = (): void => usePlan.setState(CLOSED);
