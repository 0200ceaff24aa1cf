/** Taking and leaving: one field, one record, several rows, a group. */
import { type AcceptWord, type Decision, type Decisions, deciding, isGuarded } from '#shared/plan/merge/accept.ts';
import type { Review, ReviewEntry } from '#shared/plan/merge/review.ts';
import { type Work, each } from '#shared/work.ts';
import { takeableFields } from '#shared/plan/merge/taken.ts';
import { inSlices } from '../../state/slices.ts';
import { type ReviewRow, takenOf, withField } from './reviewRows.ts';
import { decide, useImport } from './session.ts';

/** More than this is decided in slices. */
const MANY = 2_000;

let running: Promise<void> | undefined;

/** What is decided in slices goes one after the other, as it was asked for: each goes by what the one before decided. */
const inTurn = (act: () => Promise<void> | void): void => {
  const before = running;
  const turn = async (): Promise<void> => {
    await before;
    await act();
    if (running === own) running = undefined;
  };
  const own = turn();
  running = own;
};

/** At once, unless something else is being decided. */
const whenFree = (act: () => void): void => (running === undefined ? act() : inTurn(act));

const wholeOf = (entry: ReviewEntry): Decision => (entry.whole ? 'take' : takeableFields(entry));

const decidingMany = function* (
  decisions: Decisions,
  entries: Iterable<ReviewEntry>,
  take: boolean,
): Work<Map<string, Decision>> {
  const next = new Map<string, Decision>();
  const open: ReviewEntry[] = [];
  yield* each(decisions, ([key, decision]) => void next.set(key, decision));
  yield* each(entries, (entry) => {
    if (entry.takeable) open.push(entry);
  });
  if (take) yield* each(yield* deciding(open, 'all'), ([key, decision]) => void next.set(key, decision));
  else yield* each(open, ({ key }) => void next.delete(key));
  return next;
};

const countingGuarded = function* (entries: Iterable<ReviewEntry>): Work<number> {
  let count = 0;
  yield* each(entries, (entry) => {
    if (isGuarded(entry)) count += 1;
  });
  return count;
};

/** Takes or leaves many records; who answers for ours and to whom it may go is never taken in bulk. */
const decideMany = async (entries: Iterable<ReviewEntry>, take: boolean): Promise<void> => {
  const { review, decisions } = useImport.getState();
  const next = await inSlices(decidingMany(decisions, entries, take));
  const guarded = take ? await inSlices(countingGuarded(entries)) : 0;
  if (useImport.getState().review === review) useImport.setState({ decisions: next, guarded });
};

/** Decides the whole review by one word. */
export const decideAllBy = (review: Review, word: AcceptWord): void =>
  inTurn(async () => {
    const decisions = await inSlices(deciding(review.entries, word));
    const guarded = word === 'all' ? await inSlices(countingGuarded(review.entries)) : 0;
    if (useImport.getState().review === review) useImport.setState({ decisions, guarded });
  });

/** Takes or leaves what one row stands for. */
const decideRow = (row: Exclude<ReviewRow, { type: 'group' }>, take: boolean): void => {
  const { entry } = row;
  const decision = useImport.getState().decisions.get(entry.key);
  const next =
    row.type === 'field' ? withField(entry, decision, row.field.field, take) : take ? wholeOf(entry) : undefined;
  decide(new Map([[entry.key, next]]));
};

/** Takes what is not taken wholly, and leaves what is. */
export const toggleRow = (row: ReviewRow): void => {
  if (row.type === 'group') {
    inTurn(async () => {
      const taken = takenOf(row, useImport.getState().decisions);
      if (taken !== 'fixed') await decideMany(row.entries, taken !== 'all');
    });
    return;
  }
  whenFree(() => {
    const taken = takenOf(row, useImport.getState().decisions);
    if (taken !== 'fixed') decideRow(row, taken !== 'all');
  });
};

interface Sorted {
  /** The rows that can be decided about. */
  readonly open: readonly ReviewRow[];
  /** The records among them. */
  readonly entries: ReadonlySet<ReviewEntry>;
  readonly hasFields: boolean;
  /** One of them is not taken. */
  readonly take: boolean;
}

const sortingOut = function* (rows: readonly ReviewRow[], decisions: Decisions): Work<Sorted> {
  const open: ReviewRow[] = [];
  const entries = new Set<ReviewEntry>();
  let [take, hasFields] = [false, false];
  yield* each(rows, (row) => {
    const taken = takenOf(row, decisions);
    if (taken === 'fixed') return;
    open.push(row);
    take ||= taken !== 'all';
    hasFields ||= row.type === 'field';
    if (row.type === 'entry') entries.add(row.entry);
  });
  return { open, entries, hasFields, take };
};

/** Fields by themselves, and records with all of their fields where they are few. */
const decideEach = ({ open, entries, take }: Sorted): void => {
  const { decisions } = useImport.getState();
  const next = new Map<string, Decision | undefined>();
  for (const row of open) {
    if (row.type === 'group') continue;
    const { entry } = row;
    if (row.type === 'entry') next.set(entry.key, take ? wholeOf(entry) : undefined);
    else if (!entries.has(entry)) {
      const now = next.has(entry.key) ? next.get(entry.key) : decisions.get(entry.key);
      next.set(entry.key, withField(entry, now, row.field.field, take));
    }
  }
  decide(next);
};

/** The same for several rows at once: taken when one of them is not. */
export const toggleRows = (rows: readonly ReviewRow[]): void => {
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return toggleRow(only);
  inTurn(async () => {
    const sorted = await inSlices(sortingOut(rows, useImport.getState().decisions));
    if (sorted.entries.size > MANY || !sorted.hasFields) await decideMany(sorted.entries, sorted.take);
    else decideEach(sorted);
  });
};
