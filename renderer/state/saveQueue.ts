/**
 * Steps on their way: working database first (records and outbox together), then the vault, then out of the outbox.
 * One after the other; a step that the vault refuses holds back those after it, and is tried again.
 */
import type { PlanState } from '#shared/plan/state.ts';
import type { Step } from '#shared/plan/step.ts';
import type { Failure, Result } from '#shared/result.ts';
import type { Database, OutboxRow } from '../db/database.ts';
import { putTouched } from '../db/records.ts';

export type SaveState =
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'saving'; readonly pending: number }
  | { readonly state: 'not-saved'; readonly failure: Failure };

export type Append = (step: Step, bundleToken?: string) => Promise<Result<{ readonly seq: number }>>;

export interface SavePorts {
  readonly db: Database;
  readonly append: Append;
}

interface Entry {
  readonly step: Step;
  readonly bundleToken: string | undefined;
  /** The plan after the step; none when its records are in the working database already. */
  plan: PlanState | undefined;
  settle: (result: Result<{ readonly seq: number }>) => void;
}

export interface SaveQueue {
  readonly save: (step: Step, plan: PlanState, bundleToken?: string) => Promise<Result<{ readonly seq: number }>>;
  /** Takes over steps that are in the outbox and whose records are in the working database. */
  readonly adopt: (rows: readonly OutboxRow[]) => void;
  /** Tries at once what is waiting; resolves when that is saved or refused again. */
  readonly flush: () => Promise<void>;
  /** Takes the steps of an exercise out again, for an opening that sends or adopts them anew. */
  readonly take: (exerciseId: string) => readonly OutboxRow[];
  /** Whether the working database holds this exercise completely, so that steps are written there. */
  readonly setMirrored: (exerciseId: string, mirrored: boolean) => void;
  readonly noteFailure: (failure: Failure) => void;
  readonly state: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly dispose: () => void;
}

const FIRST_RETRY = 1_000;
const LAST_RETRY = 60_000;

/** What lists and the status bar follow. */
const observable = () => {
  let current: SaveState = { state: 'saved', at: Date.now() };
  const listeners = new Set<() => void>();
  return {
    state: () => current,
    set: (next: SaveState): void => {
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

const createsExercise = (step: Step): boolean =>
  step.ops.some(({ kind, id, before }) => kind === 'exercise' && id === step.exerciseId && before === null);

const rowOf = ({ step, bundleToken }: Pick<Entry, 'step' | 'bundleToken'>): OutboxRow => ({
  stepId: step.id,
  exerciseId: step.exerciseId,
  step,
  ...(bundleToken === undefined ? {} : { bundleToken }),
});

/** The two writes to the working database. Its failure never loses a step: the exercise is rebuilt from the vault. */
const mirrorIn = (db: Database) => {
  const mirrored = new Set<string>();
  const put = async ({ step, plan, bundleToken }: Entry): Promise<void> => {
    if (createsExercise(step) && step.source !== 'redo') mirrored.add(step.exerciseId);
    try {
      await db.transaction('rw', db.records, db.outbox, db.exercises, async () => {
        if (plan !== undefined && mirrored.has(step.exerciseId)) await putTouched(db, step, plan);
        await db.outbox.add(rowOf({ step, bundleToken }));
      });
    } catch {
      mirrored.delete(step.exerciseId);
    }
  };
  const confirm = async ({ step }: Entry, seq: number): Promise<void> => {
    const { exerciseId, id: lastStepId } = step;
    try {
      await db.transaction('rw', db.outbox, db.meta, async () => {
        await db.outbox.where('stepId').equals(step.id).delete();
        const known = await db.meta.get(exerciseId);
        if (mirrored.has(exerciseId) && (known?.lastSeq ?? 0) < seq)
          await db.meta.put({ exerciseId, lastSeq: seq, lastStepId });
      });
    } catch {
      mirrored.delete(exerciseId);
    }
  };
  return { mirrored, put, confirm };
};

export const createSaveQueue = ({ db, append }: SavePorts): SaveQueue => {
  const entries: Entry[] = [];
  const { state, set, subscribe } = observable();
  const { mirrored, put, confirm } = mirrorIn(db);
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = FIRST_RETRY;
  let disposed = false;

  const store = async (entry: Entry): Promise<void> => {
    if (entry.plan === undefined) return;
    await put(entry);
    entry.plan = undefined;
  };
  const refuse = async (failure: Failure): Promise<void> => {
    // Those behind are not sent, but they must survive a crash all the same.
    for (const entry of entries) await store(entry);
    for (const entry of entries) entry.settle({ ok: false, error: failure });
    set({ state: 'not-saved', failure });
    if (disposed) return;
    timer = setTimeout(() => void flush(), delay);
    delay = Math.min(delay * 2, LAST_RETRY);
  };
  const work = async (): Promise<void> => {
    for (let entry = entries[0]; entry !== undefined && !disposed; entry = entries[0]) {
      if (state().state !== 'not-saved') set({ state: 'saving', pending: entries.length });
      await store(entry);
      const appended = await append(entry.step, entry.bundleToken);
      if (!appended.ok) return refuse(appended.error);
      await confirm(entry, appended.value.seq);
      if (entries[0] === entry) entries.shift();
      entry.settle(appended);
      delay = FIRST_RETRY;
      set(entries.length === 0 ? { state: 'saved', at: Date.now() } : { state: 'saving', pending: entries.length });
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    running ??= work().finally(() => {
      running = undefined;
      // Came in while the last refusal was being told: not even in the outbox yet.
      if (!disposed && entries.some(({ plan }) => plan !== undefined)) void flush();
    });
    return running;
  };
  return {
    save: (step, plan, bundleToken) =>
      new Promise((settle) => {
        entries.push({ step, plan, bundleToken, settle });
        void flush();
      }),
    adopt: (rows) => {
      const known = new Set(entries.map(({ step }) => step.id));
      for (const { step, bundleToken, stepId } of rows) {
        if (!known.has(stepId)) entries.push({ step, plan: undefined, bundleToken, settle: () => {} });
      }
      if (entries.length > 0) void flush();
    },
    flush: async () => {
      // A run that is under way may have begun before the disk was freed: wait for it, then try once more.
      await running;
      if (entries.length > 0) await flush();
    },
    take: (exerciseId) => {
      const taken = entries.filter(({ step }) => step.exerciseId === exerciseId);
      entries.splice(0, entries.length, ...entries.filter(({ step }) => step.exerciseId !== exerciseId));
      return taken.map(rowOf);
    },
    setMirrored: (exerciseId, on) => void (on ? mirrored.add(exerciseId) : mirrored.delete(exerciseId)),
    noteFailure: (failure) => set({ state: 'not-saved', failure }),
    state,
    subscribe,
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
    },
  };
};
