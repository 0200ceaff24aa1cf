/**
 * What a plan has seen of each author's changes, by the stamps themselves.
 * It counts only stamps that were really taken in: a declined proposal, a conflict left open and what a partner says
 * to have seen stay out, or their authors would take our silence for "seen and overruled". The price is that a change
 * which reached us only through its successor may be shown as a conflict; nothing is ever passed over for it.
 */
import { type Stamp, stampAuthor } from '../../time/clock.ts';
import { type Work, PIECE, each, finish } from '../../work.ts';
import type { PlanRecord } from '../records.ts';
import { type PlanState, allRecords } from '../state.ts';
import type { Op } from '../step.ts';

/** The highest stamp seen of each author. */
export type Knowledge = Readonly<Record<string, Stamp>>;

type Mutable = Record<string, Stamp>;

const learn = (known: Mutable, stamp: unknown): void => {
  if (typeof stamp !== 'string') return;
  const author = stampAuthor(stamp);
  const old = Object.hasOwn(known, author) ? known[author] : undefined;
  // Defined, not assigned: an author may be called `__proto__`.
  if (old === undefined || stamp > old) {
    Object.defineProperty(known, author, { value: stamp, enumerable: true, configurable: true, writable: true });
  }
};

const learnAll = (known: Mutable, stamp: unknown, stamps: unknown): void => {
  learn(known, stamp);
  if (typeof stamps === 'object' && stamps !== null) for (const one of Object.values(stamps)) learn(known, one);
};

/** `knowledgeOf` as work that can be laid down between records. */
export const knowing = function* (plan: PlanState): Work<Knowledge> {
  const known: Mutable = {};
  let done = 0;
  for (const record of allRecords(plan)) {
    done += 1;
    if (done % PIECE === 0) yield done;
    learnAll(known, record.stamp, record.stamps);
  }
  return known;
};

/** What stands in the plan now. Overwritten stamps are gone from it: keep the knowledge with `withOps` as well. */
export const knowledgeOf = (plan: PlanState): Knowledge => finish(knowing(plan));

/** The knowledge after a step; a stamp once seen stays seen, although its value is overwritten or taken back. */
export const withOps = (knowledge: Knowledge, ops: readonly Op[]): Knowledge => {
  const known: Mutable = { ...knowledge };
  for (const op of ops) if (op.after !== null) learnAll(known, op.after['stamp'], op.after['stamps']);
  return known;
};

/** `latestStamp` as work that can be laid down between records. */
export const seekingLatest = function* (records: Iterable<PlanRecord>): Work<Stamp> {
  let latest = '';
  yield* each(records, ({ stamp, stamps }) => {
    if (stamp > latest) latest = stamp;
    if (stamps !== undefined) for (const other of Object.values(stamps)) if (other > latest) latest = other;
  });
  return latest;
};

/** The latest stamp of these records, for our clock to receive before it stamps again; `''` when there is none. */
export const latestStamp = (records: Iterable<PlanRecord>): Stamp => finish(seekingLatest(records));

/**
 * Of very many authors those with the newest stamps. Leaving one out claims less to have been seen, which may show a
 * change as a conflict and never passes one over.
 */
export const newestOf = (knowledge: Knowledge, most: number): Knowledge => {
  const all = Object.entries(knowledge);
  if (all.length <= most) return knowledge;
  return Object.fromEntries(all.toSorted(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).slice(0, most));
};

export const hasSeen = (knowledge: Knowledge, stamp: Stamp): boolean => {
  const author = stampAuthor(stamp);
  return Object.hasOwn(knowledge, author) && stamp <= (knowledge[author] ?? '');
};
