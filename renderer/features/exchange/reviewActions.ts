/** Taking and leaving: one field, one record, several rows, a group. */
import { type Decision, deciding } from '#shared/plan/merge/accept.ts';
import type { ReviewEntry } from '#shared/plan/merge/review.ts';
import { inSlices } from '../../state/slices.ts';
import { type ReviewRow, takeableFields, takenOf, withField } from './reviewRows.ts';
import { decide, useImport } from './session.ts';

/** More than this is decided in slices. */
const MANY = 2_000;

const wholeOf = (entry: ReviewEntry): Decision => (entry.whole ? 'take' : takeableFields(entry));

/** Takes or leaves many records; who answers for ours and to whom it may go is never taken in bulk. */
const decideMany = async (entries: readonly ReviewEntry[], take: boolean): Promise<void> => {
  const open = entries.filter(({ takeable }) => takeable);
  const wanted = take
    ? await inSlices(deciding(open, 'all'))
    : new Map<string, Decision | undefined>(open.map(({ key }) => [key, undefined]));
  decide(wanted);
};

/** Takes or leaves what one row stands for. */
const decideRow = (row: ReviewRow, take: boolean): void => {
  if (row.type === 'group') {
    void decideMany(row.entries, take);
    return;
  }
  const { entry } = row;
  const decision = useImport.getState().decisions.get(entry.key);
  const next =
    row.type === 'field' ? withField(entry, decision, row.field.field, take) : take ? wholeOf(entry) : undefined;
  decide(new Map([[entry.key, next]]));
};

/** Takes what is not taken wholly, and leaves what is. */
export const toggleRow = (row: ReviewRow): void => {
  const taken = takenOf(row, useImport.getState().decisions);
  if (taken !== 'fixed') decideRow(row, taken !== 'all');
};

/** The same for several rows at once: taken when one of them is not. */
export const toggleRows = (rows: readonly ReviewRow[]): void => {
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return toggleRow(only);
  const { decisions } = useImport.getState();
  const open = rows.filter((row) => takenOf(row, decisions) !== 'fixed');
  const take = open.some((row) => takenOf(row, decisions) !== 'all');
  const entries = new Set(open.flatMap((row) => (row.type === 'entry' ? [row.entry] : [])));
  if (entries.size > MANY || open.every(({ type }) => type !== 'field')) {
    void decideMany([...entries], take);
    return;
  }
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
