/** Lists of the plan, line by line: what falls into the window under its headings, and last what has no time yet. */
import type { PlanRecord } from '../../plan/records.ts';
import { type PlanState, find } from '../../plan/state.ts';
import { type ResolveTime, type Span, timeResolver } from '../../plan/times.ts';
import type { Result } from '../../result.ts';
import type { TimeContext } from '../../time/context.ts';
import { formatDtg } from '../../time/dtg.ts';
import { DAY } from '../../time/instant.ts';
import { toWall } from '../../time/zone.ts';
import { type Stamp, isWithin, windowOf } from '../base.ts';
import { dayTitle } from '../days.ts';
import { type GroupKey, LAST, groupsOf } from '../groups.ts';
import { markerOf } from '../labels.ts';
import { printOf } from '../list.ts';
import type { Sheet } from '../sheet.ts';
import type { CellRow, Column, TableRow } from '../table/content.ts';
import { layoutTable } from '../table/layout.ts';
import { anchorRecords, printContext, timesNote } from '../times.ts';
import { type SheetWords, fill, sheetWords } from '../words.ts';
import type { ListOptions } from './options.ts';

export interface Item<R> {
  readonly record: R;
  /** Undefined for what has no time yet. */
  readonly span: Span | undefined;
}

export interface List<O> {
  readonly plan: PlanState;
  readonly options: O;
  readonly context: TimeContext;
  readonly resolve: ResolveTime;
}

/** What one kind of list is of. */
export interface ListKind<R extends PlanRecord, O extends ListOptions> {
  readonly records: (plan: PlanState) => readonly R[];
  readonly spanOf: (record: R, resolve: ResolveTime) => Span | undefined;
  readonly participantsOf: (record: R) => readonly string[];
  /** The order of those that begin at the same time. */
  readonly orderOf: (record: R) => string;
  /** Groups beside those that every list has: by day, by participant, and none. */
  readonly groupsOf: (list: List<O>, record: R) => readonly GroupKey[];
  readonly columnsOf: (options: O) => readonly Column[];
  readonly rowOf: (list: List<O>, item: Item<R>) => CellRow;
  /** The sums below all rows. */
  readonly totalOf?: (list: List<O>, items: readonly Item<R>[]) => CellRow;
  readonly wordsOf: (words: SheetWords) => { readonly subject: string; readonly count: string };
}

const itemsOf = <R extends PlanRecord, O extends ListOptions>(
  { records, spanOf, participantsOf, orderOf }: ListKind<R, O>,
  { plan, options, resolve }: List<O>,
): readonly Item<R>[] => {
  const window = windowOf(options);
  const wanted = options.rows === null ? undefined : new Set(options.rows);
  const items: Item<R>[] = [];
  for (const record of records(plan)) {
    if (wanted !== undefined && !participantsOf(record).some((id) => wanted.has(id))) continue;
    const span = spanOf(record, resolve);
    if (span === undefined ? options.undated : isWithin(span, window)) items.push({ record, span });
  }
  const key = ({ span }: Item<R>): number => span?.start ?? Number.MAX_SAFE_INTEGER;
  return items.sort((a, b) => key(a) - key(b) || (orderOf(a.record) < orderOf(b.record) ? -1 : 1));
};

const dayKey = <O extends ListOptions>({ options, context }: List<O>, { start }: Span): GroupKey => {
  const day = Math.floor(toWall(options.times === 'local' ? context.zone : 'UTC', start) / DAY);
  return { order: String(day + 100_000).padStart(8, '0'), title: dayTitle(day, options.language) };
};

const groupKeys = <R extends PlanRecord, O extends ListOptions>(
  kind: ListKind<R, O>,
  list: List<O>,
  { record, span }: Item<R>,
): readonly GroupKey[] => {
  const { plan, options } = list;
  const words = sheetWords(options.language);
  // What has no time is no part of a day or phase yet: it stands together, where it can be seen to be missing one.
  if (span === undefined) return [{ order: `${LAST}${LAST}`, title: words.undated }];
  if (options.grouping === 'none') return [{ order: '', title: '' }];
  if (options.grouping === 'day') return [dayKey(list, span)];
  const keys =
    options.grouping === 'participant'
      ? kind.participantsOf(record).flatMap((id) => {
          const own = find(plan, 'participant', id);
          return own === undefined
            ? []
            : [{ order: `${own.code} ${own.id}`, title: `${own.code} ${own.name}`, record: own }];
        })
      : kind.groupsOf(list, record);
  return keys.length === 0 ? [{ order: LAST, title: words.without }] : keys;
};

/** Lays a list out; everything of the window stands in it, in every group that it belongs to. */
export const layoutList =
  <R extends PlanRecord, O extends ListOptions>(kind: ListKind<R, O>) =>
  (plan: PlanState, options: O, stamp: Stamp): Result<readonly Sheet[]> => {
    const words = sheetWords(options.language);
    const context = printContext(plan, options, stamp.now);
    const list: List<O> = { plan, options, context, resolve: timeResolver(plan) };
    const items = itemsOf(kind, list);
    const anchors = anchorRecords(plan, options);
    const rowOf = (item: Item<R>): CellRow => {
      const row = kind.rowOf(list, item);
      return { ...row, records: [...row.records, ...anchors] };
    };
    const rows: readonly TableRow[] = [
      ...groupsOf(items, (item) => groupKeys(kind, list, item)).flatMap(({ key, items: own }) => [
        ...(key.title === '' ? [] : [{ is: 'heading' as const, text: key.title, records: [key.record] }]),
        ...own.map(rowOf),
      ]),
      ...(items.length === 0 || kind.totalOf === undefined ? [] : [kind.totalOf(list, items)]),
    ];
    const marker = markerOf(plan);
    const { start, end } = windowOf(options);
    const { subject, count } = kind.wordsOf(words);
    const details = [
      fill(words.span, { from: formatDtg(start), to: formatDtg(end) }),
      timesNote(plan, options, context),
      fill(count, { count: items.length }),
    ].join(' · ');
    const label = marker.over(rows.flatMap(({ records }) => records));
    const print = printOf({ plan, options, stamp, marker, label, subject, details });
    return layoutTable({ columns: kind.columnsOf(options), rows }, print, marker);
  };
