/** The rows of a review: which entries are shown, in which groups, and which of their fields are unfolded. */
import type { Decision, Decisions } from '#shared/plan/merge/accept.ts';
import type { ReviewField } from '#shared/plan/merge/compare.ts';
import type { ReviewClass, ReviewEntry } from '#shared/plan/merge/review.ts';
import { type Taken, takeableFields, takenOfEntry, takenOfField } from '#shared/plan/merge/taken.ts';
import type { Kind } from '#shared/plan/records.ts';
import { PIECE, type Work } from '#shared/work.ts';

export const GROUPINGS = ['none', 'class', 'kind', 'owner'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface ReviewFilter {
  /** Words that all occur in an entry's title, owner, or the names of its fields. */
  readonly text: string;
  readonly class: ReviewClass | 'any';
  readonly kind: Kind | 'any';
  readonly owner: string;
  readonly grouping: Grouping;
}

export const EVERYTHING: ReviewFilter = { text: '', class: 'any', kind: 'any', owner: 'any', grouping: 'none' };

export interface GroupRow {
  readonly type: 'group';
  readonly key: string;
  /** What all of them have in common: a class, a kind or an owner. */
  readonly name: string;
  readonly entries: readonly ReviewEntry[];
}
export interface EntryRow {
  readonly type: 'entry';
  readonly key: string;
  readonly entry: ReviewEntry;
}
export interface FieldRow {
  readonly type: 'field';
  readonly key: string;
  readonly entry: ReviewEntry;
  readonly field: ReviewField;
}
export type ReviewRow = GroupRow | EntryRow | FieldRow;

/** Whether a person has to choose between two words. */
export const isDisputed = ({ fields }: ReviewEntry): boolean => fields.some(({ verdict }) => verdict === 'concurrent');

/** What an entry is looked for by, in small letters. */
export type Haystack = (entry: ReviewEntry) => string;

const matches = (entry: ReviewEntry, filter: ReviewFilter, words: readonly string[], haystack: Haystack): boolean => {
  if (filter.class !== 'any' && entry.class !== filter.class) return false;
  if (filter.kind !== 'any' && entry.kind !== filter.kind) return false;
  if (filter.owner !== 'any' && entry.owner !== filter.owner) return false;
  if (words.length === 0) return true;
  const text = haystack(entry);
  return words.every((word) => text.includes(word));
};

/** The entries that a filter lets through, in their order, as work that can be laid down between them. */
export const filtering = function* (
  entries: readonly ReviewEntry[],
  filter: ReviewFilter,
  haystack: Haystack,
): Work<readonly ReviewEntry[]> {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const shown: ReviewEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    if (index % PIECE === 0) yield index;
    if (matches(entry, filter, words, haystack)) shown.push(entry);
  }
  return shown;
};

const nameOf = (entry: ReviewEntry, grouping: Grouping): string =>
  grouping === 'class' ? entry.class : grouping === 'kind' ? entry.kind : entry.owner;

const pushEntry = (rows: ReviewRow[], entry: ReviewEntry, folded: ReadonlySet<string>): void => {
  rows.push({ type: 'entry', key: entry.key, entry });
  if (entry.whole || folded.has(entry.key)) return;
  for (const field of entry.fields) rows.push({ type: 'field', key: `${entry.key}#${field.field}`, entry, field });
};

/** The rows of these entries, as work that can be laid down between them. */
export const layingOut = function* (
  entries: readonly ReviewEntry[],
  grouping: Grouping,
  folded: ReadonlySet<string>,
): Work<readonly ReviewRow[]> {
  const rows: ReviewRow[] = [];
  if (grouping === 'none') {
    for (const [index, entry] of entries.entries()) {
      if (index % PIECE === 0) yield index;
      pushEntry(rows, entry, folded);
    }
    return rows;
  }
  const groups = new Map<string, ReviewEntry[]>();
  for (const [index, entry] of entries.entries()) {
    if (index % PIECE === 0) yield index;
    const name = nameOf(entry, grouping);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  for (const [name, group] of groups) {
    const key = `group:${name}`;
    rows.push({ type: 'group', key, name, entries: group });
    if (folded.has(key)) continue;
    for (const [index, entry] of group.entries()) {
      if (index % PIECE === 0) yield index;
      pushEntry(rows, entry, folded);
    }
  }
  return rows;
};

const takenOfGroup = (entries: readonly ReviewEntry[], decisions: Decisions): Taken => {
  let [all, none, open] = [true, true, 0];
  for (const entry of entries) {
    const taken = takenOfEntry(entry, decisions.get(entry.key));
    if (taken === 'fixed') continue;
    open += 1;
    all &&= taken === 'all';
    none &&= taken === 'none';
    if (!all && !none) return 'some';
  }
  return open === 0 ? 'fixed' : all ? 'all' : 'none';
};

export const takenOf = (row: ReviewRow, decisions: Decisions): Taken => {
  if (row.type === 'group') return takenOfGroup(row.entries, decisions);
  const decision = decisions.get(row.entry.key);
  return row.type === 'entry' ? takenOfEntry(row.entry, decision) : takenOfField(row.entry, row.field, decision);
};

/** The decision about an entry once one of its fields is taken or left. */
export const withField = (
  entry: ReviewEntry,
  decision: Decision | undefined,
  field: string,
  take: boolean,
): Decision | undefined => {
  const now = decision === 'take' ? takeableFields(entry) : (decision ?? []);
  const next = take ? [...new Set([...now, field])] : now.filter((name) => name !== field);
  return next.length === 0 ? undefined : next;
};

/** Where a row stands in the tree, counted from 1. */
export const levelOf = (row: ReviewRow, grouping: Grouping): number =>
  row.type === 'group' ? 1 : (row.type === 'field' ? 2 : 1) + (grouping === 'none' ? 0 : 1);

export const isFoldable = (row: ReviewRow): boolean =>
  row.type === 'group' || (row.type === 'entry' && !row.entry.whole && row.entry.fields.length > 0);

/** The row that a row belongs to: an entry's group, a field's entry. */
export const ownerOf = (rows: readonly ReviewRow[], at: number): number => {
  const row = rows[at];
  if (row === undefined || row.type === 'group') return at;
  for (let index = at - 1; index >= 0; index -= 1) {
    const type = rows[index]?.type;
    if (type === 'group' || (row.type === 'field' && type === 'entry')) return index;
  }
  return at;
};

/** The next row with a conflict in a direction, going round; undefined when there is none. */
export const nextConflict = (rows: readonly ReviewRow[], at: number, by: 1 | -1): number | undefined => {
  const count = rows.length;
  for (let steps = 1; steps <= count; steps += 1) {
    const index = (((at + by * steps) % count) + count) % count;
    const row = rows[index];
    if (row?.type === 'field' && row.field.verdict === 'concurrent') return index;
    // What is folded, or taken as a whole, is found by its record.
    if (row?.type === 'entry' && isDisputed(row.entry) && rows[index + 1]?.type !== 'field') return index;
  }
  return undefined;
};
