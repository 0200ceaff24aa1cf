/** Long work that a person waits for: what it is at, how far, and the way to stop it. One at a time, as a person starts them. */
import { create } from 'zustand';
import type { ExchangeStage } from '#shared/contract/exchange.ts';
import { ask, onEvent } from '../platform/bridge.ts';
import type { SliceOptions } from './slices.ts';

/** The stages that main tells of, and those in the window. */
export type TaskStage = ExchangeStage | 'fetching' | 'comparing' | 'taking' | 'saving' | 'shifting';

export interface Task {
  readonly stage: TaskStage;
  readonly done: number;
  /** 0 where nobody can say. */
  readonly total: number;
  /** When the stage began, in the page's own milliseconds. */
  readonly since: number;
  /** The same clock, when it was last told how far it is. */
  readonly at: number;
}

interface TaskState {
  readonly task: Task | null;
  /** False while it may be over before anybody has read what it is. */
  readonly shown: boolean;
  /** Null once it can only be undone. */
  readonly stop: (() => void) | null;
}

export const useTask = create<TaskState>()(() => ({ task: null, shown: false, stop: null }));

/** What takes less than this needs no dialog. */
const PATIENCE_MS = 300;
let patience: ReturnType<typeof setTimeout> | undefined;

export const endTask = (): void => {
  clearTimeout(patience);
  patience = undefined;
  useTask.setState({ task: null, shown: false, stop: null });
};

let controller = new AbortController();

/** Begins something that can be stopped. @returns what tells whether it was. */
export const beginTask = (): AbortSignal => {
  controller = new AbortController();
  const own = controller;
  endTask();
  useTask.setState({
    task: null,
    stop: () => {
      own.abort();
      void ask('exchange.cancel', undefined);
    },
  });
  return own.signal;
};

export const enterStage = (stage: TaskStage, total = 0): void => {
  const since = performance.now();
  useTask.setState({ task: { stage, done: 0, total, since, at: since } });
  patience ??= setTimeout(() => useTask.setState({ shown: true }), PATIENCE_MS);
};

/** Told this often, a person sees it move; more often, the window would draw instead of work. */
const TELL_MS = 100;

export const reach = (done: number): void => {
  const { task } = useTask.getState();
  const at = performance.now();
  if (task !== null && at - task.at >= TELL_MS) useTask.setState({ task: { ...task, done, at } });
};

/** From here on it is done; what is left is saving, which undo takes back. */
export const pastStopping = (): void => useTask.setState({ stop: null });

/** A stage in slices: told of as it goes, and stopped when the person says so. */
export const stageOptions = (stage: TaskStage, total: number, signal?: AbortSignal): SliceOptions => {
  enterStage(stage, total);
  return { onProgress: reach, signal };
};

/** Seconds that the stage may still take, from how far it came; undefined where that cannot be said yet. */
export const secondsLeft = ({ done, total, since, at }: Task): number | undefined => {
  const took = at - since;
  if (total === 0 || done === 0 || took < 500) return undefined;
  return Math.max(0, Math.ceil(((total - done) * took) / done / 1000));
};

/** Follows what main tells of its part. Call once; @returns what ends it. */
export const followStages = (): (() => void) =>
  onEvent('exchange.stage', ({ stage }) => {
    if (useTask.getState().stop !== null) enterStage(stage);
  });
