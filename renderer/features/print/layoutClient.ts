/** Asks the desk, in its worker, for sheets: the plan goes there in portions, and only what changed since the last time. */
import type { PlanRecord } from '#shared/plan/records.ts';
import { type PlanState, allRecords } from '#shared/plan/state.ts';
import type { RowChoice } from '#shared/print/content.ts';
import type { Stamp } from '#shared/print/base.ts';
import type { PrintOptions, RowsProduct } from '#shared/print/products.ts';
import type { SheetItem } from '#shared/print/sheet.ts';
import type { Result } from '#shared/result.ts';
import { type DeskReply, type DeskRequest, type SheetHead, openDesk } from './layoutDesk.ts';
// oxlint-disable-next-line import/default -- the build makes the worker's class of it
import PrintWorker from './printWorker.ts?worker';

/** Sheets that the desk has laid out; `itemsOf` answers as long as no newer layout took their place. */
export interface Layout {
  readonly number: number;
  readonly heads: Result<readonly SheetHead[]>;
}

type Post = (request: DeskRequest) => void;

/** So many records are copied in a few milliseconds. */
const PORTION = 500;

const waitingItems = new Map<string, ((items: readonly SheetItem[]) => void)[]>();
const waitingLayouts = new Map<number, (heads: Result<readonly SheetHead[]>) => void>();

const waitingChoices = new Map<number, (choices: readonly RowChoice[]) => void>();

const receive = (reply: DeskReply): void => {
  if (reply.tell === 'choices') {
    waitingChoices.get(reply.question)?.(reply.choices);
    waitingChoices.delete(reply.question);
    return;
  }
  if (reply.tell === 'laid') {
    waitingLayouts.get(reply.layout)?.(reply.heads);
    waitingLayouts.delete(reply.layout);
    return;
  }
  const key = `${reply.layout} ${reply.index}`;
  for (const take of waitingItems.get(key) ?? []) take(reply.items);
  waitingItems.delete(key);
};

/** Tests and old hosts have no workers: there the desk stands in the window itself. */
const connect = (): Post => {
  if (typeof Worker === 'undefined' || typeof PrintWorker !== 'function') {
    const answer = openDesk();
    return (request) => {
      const reply = answer(request);
      if (reply !== undefined) queueMicrotask(() => receive(reply));
    };
  }
  const worker = new PrintWorker();
  worker.addEventListener('message', ({ data }: MessageEvent<DeskReply>) => receive(data));
  return (request) => worker.postMessage(request);
};

let desk: Post | undefined;
const post: Post = (request) => {
  desk ??= connect();
  desk(request);
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

let known: PlanState | undefined;
let knownRecords = new Map<string, PlanRecord>();

/** Records that are not as the desk has them; `fresh` when it has those of another exercise. */
const changesOf = (plan: PlanState): { readonly records: readonly PlanRecord[]; readonly fresh: boolean } => {
  const fresh = known === undefined || [...known.exercise.keys()].some((id) => !plan.exercise.has(id));
  if (fresh) knownRecords = new Map();
  const seen = new Map<string, PlanRecord>();
  for (const record of allRecords(plan)) seen.set(record.id, record);
  // A record that is gone altogether (a creation taken back) leaves the desk only with all others.
  const lost = [...knownRecords.keys()].some((id) => !seen.has(id));
  const records = [...seen.values()].filter((record) => lost || knownRecords.get(record.id) !== record);
  knownRecords = seen;
  known = plan;
  return { records, fresh: fresh || lost };
};

const bring = async (plan: PlanState): Promise<void> => {
  if (plan === known) return;
  const { records, fresh } = changesOf(plan);
  for (let from = 0; from < records.length || (fresh && from === 0); from += PORTION) {
    if (from > 0) await pause();
    post({ ask: 'records', records: records.slice(from, from + PORTION), fresh: fresh && from === 0 });
  }
};

let last = 0;
let line: Promise<unknown> = Promise.resolve();

/** One after the other, so that the desk never works with half a plan; what is no longer wanted is passed over. */
const inTurn = <T>(plan: PlanState, isWanted: () => boolean, work: () => Promise<T>): Promise<T | undefined> => {
  const asked = line.then(async () => {
    if (!isWanted()) return undefined;
    await bring(plan);
    return isWanted() ? work() : undefined;
  });
  line = asked.catch(() => undefined);
  return asked;
};

export const requestLayout = (
  plan: PlanState,
  options: PrintOptions,
  stamp: Stamp,
  isWanted: () => boolean,
): Promise<Layout | undefined> =>
  inTurn(plan, isWanted, async () => {
    last += 1;
    const number = last;
    const heads = new Promise<Result<readonly SheetHead[]>>((resolve) => waitingLayouts.set(number, resolve));
    post({ ask: 'lay', layout: number, options, stamp });
    return { number, heads: await heads };
  });

/** The rows that a timeline or matrix of the plan would have. */
export const requestChoices = (
  plan: PlanState,
  options: RowsProduct,
  isWanted: () => boolean,
): Promise<readonly RowChoice[] | undefined> =>
  inTurn(plan, isWanted, () => {
    last += 1;
    const question = last;
    return new Promise<readonly RowChoice[]>((resolve) => {
      waitingChoices.set(question, resolve);
      post({ ask: 'choices', question, options });
    });
  });

/** What is drawn on one sheet of the newest layout. */
export const requestItems = (layout: number, index: number): Promise<readonly SheetItem[]> =>
  new Promise((resolve) => {
    const key = `${layout} ${index}`;
    const waiting = waitingItems.get(key);
    if (waiting !== undefined) {
      waiting.push(resolve);
      return;
    }
    waitingItems.set(key, [resolve]);
    post({ ask: 'items', layout, index });
  });
