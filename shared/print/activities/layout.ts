/** The list of activities: what happens when, where and with whom, line by line. */
import type { Activity } from '../../plan/activity/schema.ts';
import { type PlanState, find, live } from '../../plan/state.ts';
import { type Span, activitySpan, timeContextOf, timeResolver } from '../../plan/times.ts';
import type { Result } from '../../result.ts';
import type { TimeContext } from '../../time/context.ts';
import { formatDuration } from '../../time/display.ts';
import { DAY, MINUTE } from '../../time/instant.ts';
import { toWall } from '../../time/zone.ts';
import { type Stamp, windowOf } from '../base.ts';
import { dayTitle } from '../days.ts';
import { type GroupKey, LAST, groupsOf } from '../groups.ts';
import { markerOf } from '../labels.ts';
import { linesOf, locationName, participantCodes, printOf, unitNames } from '../list.ts';
import type { Sheet } from '../sheet.ts';
import type { CellRow, Column, TableRow } from '../table/content.ts';
import { layoutTable } from '../table/layout.ts';
import { timeLines } from '../times.ts';
import { fill, planWords, sheetWords, typeWord } from '../words.ts';
import type { ActivitiesOptions } from './options.ts';

interface Item {
  readonly activity: Activity;
  readonly span: Span | undefined;
}

interface List {
  readonly plan: PlanState;
  readonly options: ActivitiesOptions;
  readonly context: TimeContext;
}

const itemsOf = (plan: PlanState, options: ActivitiesOptions): readonly Item[] => {
  const { start, end } = windowOf(options);
  const resolve = timeResolver(plan);
  const wanted = options.rows === null ? undefined : new Set(options.rows);
  const items: Item[] = [];
  for (const activity of live(plan, 'activity')) {
    if (wanted !== undefined && !activity.participants.some((id) => wanted.has(id))) continue;
    const span = activitySpan(activity, resolve);
    const within = span === undefined ? options.undated : span.start < end && (span.end > start || span.start >= start);
    if (within) items.push({ activity, span });
  }
  const key = ({ span }: Item): number => span?.start ?? Number.MAX_SAFE_INTEGER;
  return items.sort((a, b) => key(a) - key(b) || (a.activity.id < b.activity.id ? -1 : 1));
};

const groupKeys = ({ plan, options, context }: List, { activity, span }: Item): readonly GroupKey[] => {
  const { language } = options;
  const words = sheetWords(language);
  const without = [{ order: LAST, title: words.without }];
  switch (options.grouping) {
    case 'none':
      return [{ order: '', title: '' }];
    case 'day': {
      if (span === undefined) return [{ order: LAST, title: words.undated }];
      const day = Math.floor(toWall(options.times === 'local' ? context.zone : 'UTC', span.start) / DAY);
      return [{ order: String(day + 100_000).padStart(8, '0'), title: dayTitle(day, language) }];
    }
    case 'participant': {
      const records = activity.participants.map((id) => find(plan, 'participant', id));
      const keys = records.flatMap((record) =>
        record === undefined
          ? []
          : [{ order: `${record.code} ${record.id}`, title: `${record.code} ${record.name}`, record }],
      );
      return keys.length === 0 ? without : keys;
    }
    case 'phase': {
      const record = find(plan, 'activity', activity.type === 'phase' ? activity.id : activity.phase);
      return record === undefined ? without : [{ order: `${record.title} ${record.id}`, title: record.title, record }];
    }
    case 'location': {
      const record = find(plan, 'location', activity.location);
      return record === undefined ? without : [{ order: `${record.name} ${record.id}`, title: record.name, record }];
    }
    case 'type':
      return [{ order: activity.type, title: typeWord(language, activity.type) }];
  }
};

const columnsOf = ({ language, remarks }: ActivitiesOptions): readonly Column[] => {
  const { activities: words } = sheetWords(language);
  return [
    { title: words.serial, bold: true },
    { title: words.begin },
    { title: words.end },
    { title: words.title, bold: true, grows: true },
    { title: words.type },
    { title: words.participants },
    { title: words.units },
    { title: words.location },
    { title: words.responsible },
    { title: words.state },
    ...(remarks ? [{ title: words.remarks, grows: true }] : []),
  ];
};

const rowOf = ({ plan, options, context }: List, { activity, span }: Item): CellRow => {
  const { language, times } = options;
  const participants = participantCodes(plan, activity.participants);
  const units = unitNames(plan, activity.units);
  const location = locationName(plan, activity.location);
  const length = activity.minutes === 0 ? [] : [formatDuration(activity.minutes * MINUTE, language)];
  const end = span === undefined || span.end === span.start ? undefined : span.end;
  return {
    is: 'cells',
    of: activity.id,
    records: [activity, ...participants.records, ...units.records, ...location.records],
    struck: activity.state === 'cancelled',
    cells: [
      activity.serial === undefined ? [] : [activity.serial],
      timeLines(span?.start, times, context),
      [...timeLines(end, times, context), ...length],
      [activity.title],
      [typeWord(language, activity.type)],
      participants.texts,
      units.texts,
      location.texts,
      linesOf(activity.responsible),
      [planWords(language).activityState[activity.state]],
      ...(options.remarks ? [linesOf(activity.remarks)] : []),
    ],
  };
};

/** Lays the list out; every activity of the window stands in it, in every group that it belongs to. */
export const layoutActivities = (
  plan: PlanState,
  options: ActivitiesOptions,
  stamp: Stamp,
): Result<readonly Sheet[]> => {
  const words = sheetWords(options.language);
  const list: List = { plan, options, context: timeContextOf(plan, options.language, stamp.now) };
  const items = itemsOf(plan, options);
  const groups = groupsOf(items, (item) => groupKeys(list, item));
  const rows: readonly TableRow[] = groups.flatMap(({ key, items: own }) => [
    ...(key.title === '' ? [] : [{ is: 'heading' as const, text: key.title, records: [key.record] }]),
    ...own.map((item) => rowOf(list, item)),
  ]);
  const marker = markerOf(plan);
  const { start, end } = windowOf(options);
  const span = [timeLines(start, 'dtg', list.context)[0] ?? '', timeLines(end, 'dtg', list.context)[0] ?? ''] as const;
  const details = [
    fill(words.span, { from: span[0], to: span[1] }),
    options.times === 'local' ? fill(words.localBelow, { zone: list.context.zone }) : words.timesZulu,
    fill(words.activities.count, { count: items.length }),
  ].join(' · ');
  const label = marker.over(rows.flatMap(({ records }) => records));
  const print = printOf({ plan, options, stamp, marker, label, subject: words.activities.subject, details });
  return layoutTable({ columns: columnsOf(options), rows }, print, marker);
};
