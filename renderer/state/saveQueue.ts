/**
 * Steps on their way: working database first (records and outbox together), then the vault, then out of the outbox.
 * One after the other; a step that the vault refuses holds back those after it, and is tried again.
 */
import type { PlanState } from '#shared/plan/state.ts';
import type { Step } from '#shared/plan/step.ts';
import type { Failure, Result } from '#shared/result.ts';
import type { Database, OutboxRow } from '../db/database.ts';
import { addToOutbox, dropFromOutbox, noLongerBehind } from '../db/outbox.ts';
import { putTouched } from '../db/records.ts';
import { packOps } from './packing.ts';

export type SaveState =
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'saving'; readonly pending: number }
  | { readonly state: 'not-saved'; readonly failure: Failure };

/** @param parts the operations of a large step, packed already. */
export type Append = (
  step: Step,
  bundleToken?: string,
  parts?: readonly string[],
) => Promise<Result<{ readonly seq: number }>>;

export interface SavePorts {
  readonly db: Database;
  readonly append: Append;
}

interface Entry {
  readonly step: Step;
  readonly bundleToken: string | undefined;
  /** The operations of a large step, packed once for database and vault. */
  readonly parts: Promise<readonly string[]> | undefined;
  /** Resolves when the outbox has it, or will not have it. */
  readonly stored: Promise<void>;
  /** Resolves when the working database has its records too, or will not have them. */
  readonly mirrored: Promise<void>;
  /** Its records come behind: it is saved without waiting for them. */
  readonly late: boolean;
  readonly settle: (result: Result<{ readonly seq: number }>) => void;
}

export interface SaveQueue {
  readonly save: (step: Step, plan: PlanState, bundleToken?: string) => Promise<Result<{ readonly seq: number }>>;
  /** Takes over steps that are in the outbox and whose records are in the working database. */
  readonly adopt: (rows: readonly OutboxRow[]) => void;
  /** Tries at once what is waiting; resolves when that is saved or refused again. */
  readonly flush: () => Promise<void>;
  /** Resolves when the working database has the records of all that is saved. */
  readonly mirrored: () => Promise<void>;
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

/** Of what was in the working database before. */
const PLACED = { stored: Promise.resolve(), mirrored: Promise.resolve(), late: false } as const;

type Packed = Pick<Entry, 'step' | 'bundleToken' | 'parts'>;
type Placed = Pick<Entry, 'stored' | 'mirrored' | 'late'>;

/** The two writes to the working database. Its failure never loses a step: the exercise is rebuilt from the vault. */
const writesTo = (db: Database, mirrored: Set<string>) => {
  const unlessFailing = async ({ exerciseId }: Step, write: () => Promise<unknown>): Promise<void> => {
    try {
      await write();
    } catch {
      mirrored.delete(exerciseId);
    }
  };
  return {
    both: async ({ step, bundleToken, parts }: Packed, plan: PlanState): Promise<void> => {
      const packed = await parts;
      await unlessFailing(step, () =>
        db.transaction('rw', db.packs, db.outbox, db.outboxParts, db.exercises, async () => {
          if (mirrored.has(step.exerciseId)) await putTouched(db, step, plan);
          await addToOutbox(db, rowOf({ step, bundleToken }), packed);
        }),
      );
    },
    outbox: async ({ step, bundleToken, parts }: Packed): Promise<void> => {
      const packed = await parts;
      const row: OutboxRow = { ...rowOf({ step, bundleToken }), behind: true };
      await unlessFailing(step, () => addToOutbox(db, row, packed));
    },
    records: ({ step }: Packed, plan: PlanState): Promise<void> =>
      unlessFailing(step, async () => {
        if (mirrored.has(step.exerciseId)) await putTouched(db, step, plan);
        await noLongerBehind(db, step.id);
      }),
  };
};

/**
 * The working database behind the plan: a step and its records together, but of a large one, and of what comes while
 * its records are written, the step first, so that the vault need not wait for them.
 */
const mirrorIn = (db: Database) => {
  const mirrored = new Set<string>();
  const write = writesTo(db, mirrored);
  let chain = Promise.resolve();
  let records = Promise.resolve();
  let behind = 0;
  /** One after the other, but without waiting for the vault: a crash meanwhile loses nothing. */
  const put = (entry: Packed, plan: PlanState, answered: Promise<unknown>): Placed => {
    const { step } = entry;
    const { exerciseId, source } = step;
    // Asked last: it looks at each operation.
    if (source !== 'redo' && !mirrored.has(exerciseId) && createsExercise(step)) mirrored.add(exerciseId);
    if (entry.parts === undefined && behind === 0) {
      chain = chain.then(() => write.both(entry, plan));
      return { stored: chain, mirrored: chain, late: false };
    }
    behind += 1;
    const stored = chain.then(() => write.outbox(entry));
    chain = stored;
    // Not both at once: the window would have to share its time among them, and nobody waits for the records.
    records = Promise.all([records, stored, answered])
      .then(() => write.records(entry, plan))
      .then(() => void (behind -= 1));
    return { stored, mirrored: records, late: true };
  };
  const confirm = async ({ step }: Entry, seq: number): Promise<void> => {
    const { exerciseId, id: lastStepId } = step;
    try {
      await db.transaction('rw', db.outbox, db.outboxParts, db.meta, async () => {
        await dropFromOutbox(db, [step.id]);
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

/** What the vault has is confirmed once its records are here: at once, or behind where they come behind. */
const confirmingWith = (confirm: (entry: Entry, seq: number) => Promise<void>) => {
  let all = Promise.resolve();
  return {
    of: async (entry: Entry, seq: number): Promise<void> => {
      const confirmed = entry.mirrored.then(() => confirm(entry, seq));
      all = Promise.all([all, confirmed]).then(() => undefined);
      if (!entry.late) await confirmed;
    },
    all: (): Promise<void> => all,
  };
};

/** Sends what is in `entries`, one after the other, and again after a while when the vault refused. */
const runner = (
  entries: Entry[],
  { state, set }: ReturnType<typeof observable>,
  confirmations: ReturnType<typeof confirmingWith>,
  append: Append,
) => {
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = FIRST_RETRY;
  let disposed = false;

  const answered = new WeakSet<Entry>();
  const isUnanswered = (entry: Entry): boolean => !answered.has(entry);
  const refuse = async (failure: Failure): Promise<void> => {
    for (const { stored } of entries) await stored;
    for (const entry of entries) {
      answered.add(entry);
      entry.settle({ ok: false, error: failure });
    }
    set({ state: 'not-saved', failure });
    if (disposed) return;
    timer = setTimeout(() => void flush(), delay);
    delay = Math.min(delay * 2, LAST_RETRY);
  };
  const work = async (): Promise<void> => {
    for (let entry = entries[0]; entry !== undefined && !disposed; entry = entries[0]) {
      if (state().state !== 'not-saved') set({ state: 'saving', pending: entries.length });
      await entry.stored;
      const appended = await append(entry.step, entry.bundleToken, await entry.parts);
      if (!appended.ok) return refuse(appended.error);
      await confirmations.of(entry, appended.value.seq);
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
      // Came in after the last refusal was told: its caller is still waiting for an answer.
      if (!disposed && entries.some(isUnanswered)) void flush();
    });
    return running;
  };
  const dispose = (): void => {
    disposed = true;
    clearTimeout(timer);
  };
  return {
    flush,
    /** A run that is under way may have begun before the disk was freed: waits for it, then tries once more. */
    flushAll: async (): Promise<void> => {
      await running;
      if (entries.length > 0) await flush();
    },
    dispose,
  };
};

export const createSaveQueue = ({ db, append }: SavePorts): SaveQueue => {
  const entries: Entry[] = [];
  const status = observable();
  const mirror = mirrorIn(db);
  const confirmations = confirmingWith(mirror.confirm);
  const { flush, flushAll, dispose } = runner(entries, status, confirmations, append);
  return {
    save: (step, plan, bundleToken) => {
      const { promise: answered, resolve: settle } = Promise.withResolvers<Result<{ readonly seq: number }>>();
      const packed = { step, bundleToken, parts: packOps(step) };
      entries.push({ ...packed, ...mirror.put(packed, plan, answered), settle });
      void flush();
      return answered;
    },
    adopt: (rows) => {
      const known = new Set(entries.map(({ step }) => step.id));
      for (const { step, bundleToken, stepId } of rows) {
        if (!known.has(stepId)) entries.push({ step, bundleToken, parts: undefined, ...PLACED, settle: () => {} });
      }
      if (entries.length > 0) void flush();
    },
    flush: flushAll,
    mirrored: async () => {
      await Promise.all(entries.map((entry) => entry.mirrored));
      await confirmations.all();
    },
    take: (exerciseId) => {
      const taken = entries.filter(({ step }) => step.exerciseId === exerciseId);
      entries.splice(0, entries.length, ...entries.filter(({ step }) => step.exerciseId !== exerciseId));
      return taken.map((entry) => rowOf(entry));
    },
    setMirrored: (exerciseId, on) => void (on ? mirror.mirrored.add(exerciseId) : mirror.mirrored.delete(exerciseId)),
    noteFailure: (failure) => status.set({ state: 'not-saved', failure }),
    state: status.state,
    subscribe: status.subscribe,
    dispose,
  };
};
