/** The synchronisation matrix on sheets: a table for each so many columns, each with the names of the rows again. */
import { type MatrixColumn, UNSCHEDULED } from '../../matrix/columns.ts';
import {
  type Matrix,
  type MatrixEntry,
  type MatrixRow,
  type MatrixSpec,
  matrixOf,
  rowKeysOf,
} from '../../matrix/matrix.ts';
import type { PlanRecord } from '../../plan/records.ts';
import { type PlanState, find } from '../../plan/state.ts';
import type { Result } from '../../result.ts';
import { formatDtg } from '../../time/dtg.ts';
import type { TimeContext } from '../../time/context.ts';
import { DAY } from '../../time/instant.ts';
import { toWall } from '../../time/zone.ts';
import type { Bar } from '../../timeline/bars.ts';
import { type Stamp, isWithin, windowOf } from '../base.ts';
import { type RowChoice, unplacedNote } from '../content.ts';
import { dayTitle } from '../days.ts';
import { markerOf } from '../labels.ts';
import { printOf } from '../list.ts';
import type { Sheet } from '../sheet.ts';
import type { TableContent, TableRow } from '../table/content.ts';
import { layoutTables } from '../table/layout.ts';
import { barsOfPlan } from '../planBars.ts';
import { anchorRecords, printContext, timeLines, timesNote } from '../times.ts';
import { fill, sheetWords, typeWord } from '../words.ts';
import type { MatrixPrintOptions } from './options.ts';

interface Ground {
  readonly plan: PlanState;
  readonly options: MatrixPrintOptions;
  readonly matrix: Matrix;
  readonly context: TimeContext;
}

const recordOfRow = (plan: PlanState, { grouping }: MatrixPrintOptions, { key }: MatrixRow): PlanRecord | undefined =>
  grouping === 'participant' || grouping === 'unit' || grouping === 'location' ? find(plan, grouping, key) : undefined;

const rowTitle = (
  { grouping, language }: Pick<MatrixPrintOptions, 'grouping' | 'language'>,
  { key, title }: MatrixRow,
): string => {
  if (key === '') return sheetWords(language).without;
  return grouping === 'type' ? typeWord(language, key) : title;
};

const columnTitle = (
  { columns, language }: MatrixPrintOptions,
  { key, title, span }: MatrixColumn,
  zone: string,
): string => {
  if (key === '') return sheetWords(language).matrix.noPhase;
  if (key === UNSCHEDULED) return sheetWords(language).undated;
  if (columns === 'phase' || span === undefined) return title;
  const whole = columns === 'day' || columns === 'week';
  return whole ? dayTitle(Math.round(toWall(zone, span.start) / DAY), language) : formatDtg(span.start);
};

/** A column's name, and its begin in the other reading where times have two. */
const columnHead = ({ options, context }: Ground, column: MatrixColumn): string => {
  const title = columnTitle(options, column, context.zone);
  const other = column.span === undefined ? undefined : timeLines(column.span.start, options, context)[1];
  // Of a day that is named by the exercise's clock, the local hour is midnight.
  const told = options.times === 'local' && (options.columns === 'day' || options.columns === 'week');
  return other === undefined || told ? title : `${title} (${wholeDay(other)})`;
};

/** A whole day of an anchor's count is named without its hour: `D+3` rather than `D+3 0000`. */
const wholeDay = (reading: string): string => reading.replace(/\u00a00000$/u, '');

/** A title with its begin, as far as it is not in the head; what began further left says so. */
const entryText = ({ options, context }: Ground, { bar, start, continued }: MatrixEntry): string => {
  if (continued) return `… ${bar.title}`;
  if (!options.entryTimes || start === undefined) return bar.title;
  const [dtg = '', other] = timeLines(start, options, context);
  // Month and year are those of the column; a reading from an anchor has neither.
  const second = other === undefined ? '' : ` (${options.times === 'local' ? withoutMonth(other) : other})`;
  return `${withoutMonth(dtg)}${second} ${bar.title}`;
};

/** `121400Z` of `121400ZJUN27`; what is no plain group stays whole. */
const withoutMonth = (group: string): string => /^(\d{6}[A-Z])[A-Z]{3}\d{2,4}$/u.exec(group)?.[1] ?? group;

/** From the first column to the last. */
const spanTitle = ({ options, context }: Ground, heads: readonly MatrixColumn[]): string => {
  const timed = heads.filter(({ key }) => key !== UNSCHEDULED);
  const shown = timed.length === 0 ? heads : timed;
  const ends = [shown[0], shown.at(-1)].flatMap((head) =>
    head === undefined ? [] : [columnTitle(options, head, context.zone)],
  );
  return [...new Set(ends)].join(' – ');
};

/** The table of the columns from one index to before another. */
const tableOf = (ground: Ground, from: number, to: number): TableContent => {
  const { plan, options, matrix } = ground;
  const anchors = anchorRecords(plan, options);
  const wanted = options.rows === null ? undefined : new Set(options.rows);
  const indices = Array.from({ length: to - from }, (_, at) => from + at);
  const rows = matrix.rows.flatMap((row, index): TableRow[] => {
    if (wanted?.has(row.key) === false) return [];
    const cells = indices.map((column) => matrix.at(index, column));
    if (options.filled && cells.every(({ length }) => length === 0)) return [];
    const records = cells.flat().map(({ bar }) => find(plan, bar.kind, bar.id));
    return [
      {
        is: 'cells',
        cells: [[rowTitle(options, row)], ...cells.map((entries) => entries.map((entry) => entryText(ground, entry)))],
        records: [recordOfRow(plan, options, row), ...records, ...anchors],
      },
    ];
  });
  const heads = indices.flatMap((column) => matrix.columns[column] ?? []);
  return {
    columns: [
      { title: sheetWords(options.language).matrix.rows[options.grouping], bold: true },
      ...heads.map((head) => ({ title: columnHead(ground, head), grows: true, ruled: true })),
    ],
    // The sheet's place among the others, for the outline and for who leafs through them.
    rows: rows.length === 0 ? [] : [{ is: 'heading', text: spanTitle(ground, heads), records: [] }, ...rows],
  };
};

/** On the screen the column of what waits is there to be dropped into; on paper it is there when something does. */
const firstColumn = ({ matrix, options }: Ground): number => {
  if (matrix.columns[0]?.key !== UNSCHEDULED) return 0;
  const isShown = (key: string): boolean => options.rows?.includes(key) ?? true;
  return matrix.rows.some(({ key }, row) => isShown(key) && matrix.at(row, 0).length > 0) ? 0 : 1;
};

const tablesOf = (ground: Ground): readonly TableContent[] => {
  const { matrix, options } = ground;
  const tables: TableContent[] = [];
  for (let from = firstColumn(ground); from < matrix.columns.length; from += options.columnsWide)
    tables.push(tableOf(ground, from, Math.min(matrix.columns.length, from + options.columnsWide)));
  return tables.length === 0 ? [tableOf(ground, 0, 0)] : tables;
};

const barsWithin = (plan: PlanState, options: Pick<MatrixPrintOptions, 'from' | 'to'>): readonly Bar[] => {
  const window = windowOf(options);
  return barsOfPlan(plan).filter((bar) => isWithin(bar, window));
};

/** The bars of the rows that were chosen: a column in which only others stand is no column of the print. */
const barsOf = (plan: PlanState, options: MatrixPrintOptions): readonly Bar[] => {
  const bars = barsWithin(plan, options);
  if (options.rows === null) return bars;
  const wanted = new Set(options.rows);
  return bars.filter((bar) => rowKeysOf(plan, options.grouping, bar).some((key) => wanted.has(key)));
};

type MatrixRowOptions = Pick<
  MatrixPrintOptions,
  'grouping' | 'columns' | 'filled' | 'undated' | 'from' | 'to' | 'language'
>;

const specOf = ({ grouping, columns, filled, undated }: MatrixRowOptions): MatrixSpec => ({
  rows: grouping,
  columns,
  filled,
  waiting: undated,
});

/** The rows that there are to print in a window. */
export const matrixChoices = (plan: PlanState, options: MatrixRowOptions): readonly RowChoice[] => {
  return matrixOf(plan, specOf(options), barsWithin(plan, options)).rows.map((row) => ({
    key: row.key,
    title: rowTitle(options, row),
  }));
};

/** Lays the matrix out; everything of the window stands in each cell that it belongs to. */
export const layoutMatrix = (plan: PlanState, options: MatrixPrintOptions, stamp: Stamp): Result<readonly Sheet[]> => {
  const words = sheetWords(options.language);
  const { start, end } = windowOf(options);
  const bars = barsOf(plan, options);
  const spec = specOf(options);
  const context = printContext(plan, options, stamp.now);
  const tables = tablesOf({ plan, options, matrix: matrixOf(plan, spec, bars), context });
  const marker = markerOf(plan);
  const details = [
    fill(words.span, { from: formatDtg(start), to: formatDtg(end) }),
    timesNote(plan, options, context),
    ...(options.columns === 'phase' ? [] : [fill(words.matrix.zone, { zone: context.zone })]),
    ...(options.undated ? [] : unplacedNote(plan, options.language)),
  ].join(' · ');
  const label = marker.over(tables.flatMap(({ rows }) => rows.flatMap(({ records }) => records)));
  const print = printOf({ plan, options, stamp, marker, label, subject: words.matrix.subject, details });
  // A sheet with a marking of its own is not raised by what could stand on the next.
  return layoutTables(tables, print, marker, options.marking === 'overall');
};
