/** What a print shows: the rows and bars of its window, the anchors in it, and the marking that all of it together needs. */
import type { Label } from '../label/label.ts';
import type { Labelling } from '../label/policies.ts';
import type { PlanRecord } from '../plan/records.ts';
import { type PlanState, exerciseOf, find, live } from '../plan/state.ts';
import { type Span, activitySpan, movementSpan, timeResolver } from '../plan/times.ts';
import type { TimeContext } from '../time/context.ts';
import type { EpochMs } from '../time/instant.ts';
import type { Bar } from '../timeline/bars.ts';
import { type Row, rowsOf } from '../timeline/rows.ts';
import { isWithin, windowOf } from './base.ts';
import { type Marker, markerOf } from './labels.ts';
import type { TimelinePrintOptions } from './options.ts';
import { barsOfPlan } from './planBars.ts';
import { anchorRecords, printContext, spanText } from './times.ts';
import { fill, sheetWords, typeWord } from './words.ts';

export interface AnchorMark {
  readonly id: string;
  readonly code: string;
  readonly at: EpochMs;
}

/** A bar as it is written: its title with what the options add. */
export interface Entry {
  readonly bar: Bar;
  readonly text: string;
}

interface ContentRow {
  readonly key: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** What stands below the Zulu scale: the clock of a zone, or days counted from an anchor. */
type LineBelow = { readonly is: 'local'; readonly zone: string } | { readonly is: 'days'; readonly anchor: AnchorMark };

export interface Content {
  readonly name: string;
  readonly nickname: string | undefined;
  /** The roll-up over everything that is named on the sheets. */
  readonly label: Label;
  readonly labelling: Labelling;
  readonly marker: Marker;
  readonly window: Span;
  readonly rows: readonly ContentRow[];
  /** Every bar once. */
  readonly bars: readonly Bar[];
  readonly anchors: readonly AnchorMark[];
  /** The line below the Zulu scale; undefined where none is asked for, no anchor has a date, or local time is Zulu. */
  readonly below: LineBelow | undefined;
  readonly unplaced: readonly string[];
  /** Days of the week that are shaded; Saturday and Sunday where undefined. */
  readonly weekend: readonly number[] | undefined;
  readonly context: TimeContext;
}

const anchorMarks = (plan: PlanState): readonly AnchorMark[] => {
  const resolve = timeResolver(plan);
  return live(plan, 'anchor')
    .flatMap(({ id, code, at }) => {
      const instant = resolve(at);
      return instant === undefined ? [] : [{ id, code, at: instant }];
    })
    .toSorted((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1));
};

const rowTitle = (row: Row, options: Pick<TimelinePrintOptions, 'grouping' | 'language'>): string => {
  const words = sheetWords(options.language);
  if (row.key === '') return words.without;
  return options.grouping === 'type' ? typeWord(options.language, row.key) : row.title;
};

/** Begin and end of a bar in the readings that were asked for; a point has one time. */
export const barTimes = (bar: Bar, options: TimelinePrintOptions, context: TimeContext): string =>
  spanText(bar.start, bar.end, options, context);

const textOf = (plan: PlanState, bar: Bar, options: TimelinePrintOptions, context: TimeContext): string => {
  const code = options.colourBy === 'participant' ? find(plan, 'participant', bar.participants[0])?.code : undefined;
  const known = code === undefined || options.grouping === 'participant' || bar.title.startsWith(code);
  const title = known ? bar.title : `${code} ${bar.title}`;
  return options.barTimes ? `${title} · ${barTimes(bar, options, context)}` : title;
};

/** The record that a row stands for: its name is on the sheet. */
export const rowRecord = (
  plan: PlanState,
  { grouping }: Pick<TimelinePrintOptions, 'grouping'>,
  key: string,
): PlanRecord | undefined => {
  switch (grouping) {
    case 'participant':
      return find(plan, 'participant', key);
    case 'unit':
      return find(plan, 'unit', key);
    case 'location':
      return find(plan, 'location', key);
    case 'phase':
      return find(plan, 'activity', key);
    case 'type':
      return undefined;
  }
};

/** The records that a bar names: itself, and the participant whose colour or code it has. */
export const barRecords = (
  plan: PlanState,
  { colourBy }: Pick<TimelinePrintOptions, 'colourBy'>,
  bar: Bar,
): readonly (PlanRecord | undefined)[] => [
  bar.kind === 'activity' ? find(plan, 'activity', bar.id) : find(plan, 'movement', bar.id),
  ...(colourBy === 'participant' ? [find(plan, 'participant', bar.participants[0])] : []),
];

type RowOptions = Pick<TimelinePrintOptions, 'grouping' | 'from' | 'to' | 'language'>;

const rowsWithin = (plan: PlanState, options: RowOptions): readonly Row[] => {
  const window = windowOf(options);
  return rowsOf(
    plan,
    barsOfPlan(plan).filter((bar) => isWithin(bar, window)),
    options.grouping,
  );
};

export interface RowChoice {
  readonly key: string;
  readonly title: string;
}

/** The rows that there are to print in a window. */
export const rowChoices = (plan: PlanState, options: RowOptions): readonly RowChoice[] =>
  rowsWithin(plan, options).map((row) => ({ key: row.key, title: rowTitle(row, options) }));

const lineBelow = (
  { times, anchor: chosen }: TimelinePrintOptions,
  { zone }: TimeContext,
  marks: readonly AnchorMark[],
): LineBelow | undefined => {
  if (times === 'local' && zone !== 'UTC') return { is: 'local', zone };
  const anchor = times === 'anchor' ? (marks.find(({ id }) => id === chosen) ?? marks[0]) : undefined;
  return anchor && { is: 'days', anchor };
};

/** What is to be planned and has no time yet cannot be drawn over a scale: the sheets say how much of it there is. */
export const unplacedNote = (plan: PlanState, language: TimelinePrintOptions['language']): readonly string[] => {
  const resolve = timeResolver(plan);
  const count =
    live(plan, 'activity').filter((activity) => activitySpan(activity, resolve) === undefined).length +
    live(plan, 'movement').filter((movement) => movementSpan(movement, resolve) === undefined).length;
  return count === 0 ? [] : [fill(sheetWords(language).unplaced, { count })];
};

/** Gathers what the options choose from the plan. */
export const contentOf = (plan: PlanState, options: TimelinePrintOptions, now: EpochMs): Content => {
  const exercise = exerciseOf(plan);
  const window = windowOf(options);
  const context = printContext(plan, options, now);
  const wanted = options.rows === null ? undefined : new Set(options.rows);
  const rows = rowsWithin(plan, options).filter(({ key }) => wanted?.has(key) ?? true);
  const shown = [...new Set(rows.flatMap((row) => row.placed.map(({ bar }) => bar)))];
  const marks = anchorMarks(plan);
  const anchors = marks.filter(({ at }) => at >= window.start && at < window.end);
  const below = lineBelow(options, context, marks);
  const marker = markerOf(plan);
  const named = [...anchors, ...(below?.is === 'days' ? [below.anchor] : [])];
  return {
    name: exercise?.name ?? '',
    nickname: exercise?.nickname,
    label: marker.over([
      ...shown.flatMap((bar) => barRecords(plan, options, bar)),
      ...rows.map(({ key }) => rowRecord(plan, options, key)),
      ...named.map(({ id }) => find(plan, 'anchor', id)),
      ...anchorRecords(plan, options),
    ]),
    labelling: marker.labelling,
    marker,
    window,
    rows: rows.map((row) => ({
      key: row.key,
      title: rowTitle(row, options),
      entries: row.placed.map(({ bar }) => ({ bar, text: textOf(plan, bar, options, context) })),
    })),
    bars: shown,
    anchors,
    below,
    unplaced: unplacedNote(plan, options.language),
    weekend: exercise?.weekend,
    context,
  };
};
