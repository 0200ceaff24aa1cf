/** What a print shows: the rows and bars of its window, the anchors in it, and the marking that all of it together needs. */
import type { Label } from '../label/label.ts';
import type { Labelling } from '../label/policies.ts';
import type { PlanRecord } from '../plan/records.ts';
import { type PlanState, exerciseOf, find, live } from '../plan/state.ts';
import { type Span, timeContextOf, timeResolver } from '../plan/times.ts';
import type { TimeContext } from '../time/context.ts';
import { type TimeMode, formatSpan, formatTime } from '../time/display.ts';
import type { EpochMs } from '../time/instant.ts';
import type { Bar } from '../timeline/bars.ts';
import { type Row, rowsOf } from '../timeline/rows.ts';
import { windowOf } from './base.ts';
import { type Marker, markerOf } from './labels.ts';
import type { TimelinePrintOptions } from './options.ts';
import { barsOfPlan } from './planBars.ts';
import { sheetWords, typeWord } from './words.ts';

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
  /** The anchor of the line of days; undefined where none is asked for or none has a date. */
  readonly dayAnchor: AnchorMark | undefined;
  readonly zone: string;
  /** Days of the week that are shaded; Saturday and Sunday where undefined. */
  readonly weekend: readonly number[] | undefined;
  readonly context: TimeContext;
}

const within = (bar: Bar, { start, end }: Span): boolean =>
  bar.end === bar.start ? bar.start >= start && bar.start < end : bar.start < end && bar.end > start;

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

/** How times are written on the sheets; beside an anchor's line of days they stay date-time groups. */
export const timeMode = ({ times }: Pick<TimelinePrintOptions, 'times'>): TimeMode =>
  times === 'local' ? 'local' : 'dtg';

/** Begin and end of a bar; a point has one time. */
export const barTimes = (bar: Bar, options: TimelinePrintOptions, context: TimeContext): string =>
  bar.start === bar.end
    ? formatTime(bar.start, timeMode(options), context)
    : formatSpan(bar.start, bar.end, timeMode(options), context);

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

export type RowOptions = Pick<TimelinePrintOptions, 'grouping' | 'from' | 'to' | 'language'>;

const rowsWithin = (plan: PlanState, options: RowOptions): readonly Row[] => {
  const window = windowOf(options);
  return rowsOf(
    plan,
    barsOfPlan(plan).filter((bar) => within(bar, window)),
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

/** Gathers what the options choose from the plan. */
export const contentOf = (plan: PlanState, options: TimelinePrintOptions, now: EpochMs): Content => {
  const exercise = exerciseOf(plan);
  const window = windowOf(options);
  const context = timeContextOf(plan, options.language, now);
  const wanted = options.rows === null ? undefined : new Set(options.rows);
  const rows = rowsWithin(plan, options).filter(({ key }) => wanted?.has(key) ?? true);
  const shown = [...new Set(rows.flatMap((row) => row.placed.map(({ bar }) => bar)))];
  const marks = anchorMarks(plan);
  const anchors = marks.filter(({ at }) => at >= window.start && at < window.end);
  const dayAnchor =
    options.times === 'anchor' ? (marks.find(({ id }) => id === options.anchor) ?? marks[0]) : undefined;
  const marker = markerOf(plan);
  const named = [...anchors, ...(dayAnchor === undefined ? [] : [dayAnchor])];
  return {
    name: exercise?.name ?? '',
    nickname: exercise?.nickname,
    label: marker.over([
      ...shown.flatMap((bar) => barRecords(plan, options, bar)),
      ...rows.map(({ key }) => rowRecord(plan, options, key)),
      ...named.map(({ id }) => find(plan, 'anchor', id)),
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
    dayAnchor,
    zone: options.times === 'local' ? context.zone : 'UTC',
    weekend: exercise?.weekend,
    context,
  };
};
