/** The synchronisation matrix on sheets: a table for each so many columns, each with the names of the rows again. */
import type { MatrixColumn } from '../../matrix/columns.ts';
import { type Matrix, type MatrixEntry, type MatrixRow, matrixOf } from '../../matrix/matrix.ts';
import type { PlanRecord } from '../../plan/records.ts';
import { type PlanState, find } from '../../plan/state.ts';
import { timeContextOf } from '../../plan/times.ts';
import type { Result } from '../../result.ts';
import { formatDtg } from '../../time/dtg.ts';
import { barsOf } from '../../timeline/bars.ts';
import { DAY } from '../../time/instant.ts';
import { toWall } from '../../time/zone.ts';
import { type Stamp, windowOf } from '../base.ts';
import { dayTitle } from '../days.ts';
import { markerOf } from '../labels.ts';
import { printOf } from '../list.ts';
import type { Sheet } from '../sheet.ts';
import type { TableContent, TableRow } from '../table/content.ts';
import { layoutTables } from '../table/layout.ts';
import { timeLines } from '../times.ts';
import { fill, sheetWords, typeWord } from '../words.ts';
import type { MatrixPrintOptions } from './options.ts';

const recordOfRow = (plan: PlanState, { grouping }: MatrixPrintOptions, { key }: MatrixRow): PlanRecord | undefined =>
  grouping === 'participant' || grouping === 'unit' || grouping === 'location' ? find(plan, grouping, key) : undefined;

const rowTitle = ({ grouping, language }: MatrixPrintOptions, { key, title }: MatrixRow): string => {
  if (key === '') return sheetWords(language).without;
  return grouping === 'type' ? typeWord(language, key) : title;
};

const columnTitle = (
  { columns, language }: MatrixPrintOptions,
  { key, title, span }: MatrixColumn,
  zone: string,
): string => {
  if (key === '') return sheetWords(language).matrix.noPhase;
  if (columns === 'phase' || span === undefined) return title;
  const whole = columns === 'day' || columns === 'week';
  return whole ? dayTitle(Math.round(toWall(zone, span.start) / DAY), language) : formatDtg(span.start);
};

/** A title with its begin, as far as it is not in the head; what began further left says so. */
const entryText = ({ entryTimes }: MatrixPrintOptions, { bar, start, continued }: MatrixEntry): string => {
  if (continued) return `… ${bar.title}`;
  return entryTimes && start !== undefined ? `${formatDtg(start).slice(0, 7)} ${bar.title}` : bar.title;
};

interface Ground {
  readonly plan: PlanState;
  readonly options: MatrixPrintOptions;
  readonly matrix: Matrix;
  readonly zone: string;
}

/** The table of the columns from one index to before another. */
const tableOf = ({ plan, options, matrix, zone }: Ground, from: number, to: number): TableContent => {
  const indices = Array.from({ length: to - from }, (_, at) => from + at);
  const rows = matrix.rows.flatMap((row, index): TableRow[] => {
    const cells = indices.map((column) => matrix.at(index, column));
    if (options.filled && cells.every(({ length }) => length === 0)) return [];
    const records = cells.flat().map(({ bar }) => find(plan, bar.kind, bar.id));
    return [
      {
        is: 'cells',
        cells: [[rowTitle(options, row)], ...cells.map((entries) => entries.map((entry) => entryText(options, entry)))],
        records: [recordOfRow(plan, options, row), ...records],
      },
    ];
  });
  return {
    columns: [
      { title: sheetWords(options.language).matrix.rows[options.grouping], bold: true },
      ...indices.flatMap((column) => {
        const head = matrix.columns[column];
        return head === undefined ? [] : [{ title: columnTitle(options, head, zone), grows: true }];
      }),
    ],
    rows,
  };
};

const tablesOf = (ground: Ground): readonly TableContent[] => {
  const { matrix, options } = ground;
  const tables: TableContent[] = [];
  for (let from = 0; from < matrix.columns.length; from += options.columnsWide)
    tables.push(tableOf(ground, from, Math.min(matrix.columns.length, from + options.columnsWide)));
  return tables.length === 0 ? [tableOf(ground, 0, 0)] : tables;
};

/** Lays the matrix out; everything of the window stands in each cell that it belongs to. */
export const layoutMatrix = (plan: PlanState, options: MatrixPrintOptions, stamp: Stamp): Result<readonly Sheet[]> => {
  const words = sheetWords(options.language);
  const { start, end } = windowOf(options);
  const bars = barsOf(plan).filter((bar) => bar.start < end && (bar.end > start || bar.start >= start));
  const spec = { rows: options.grouping, columns: options.columns, filled: options.filled };
  const context = timeContextOf(plan, options.language, stamp.now);
  const tables = tablesOf({ plan, options, matrix: matrixOf(plan, spec, bars), zone: context.zone });
  const marker = markerOf(plan);
  const [from = ''] = timeLines(start, 'dtg', context);
  const [to = ''] = timeLines(end, 'dtg', context);
  const details = [
    fill(words.span, { from, to }),
    words.timesZulu,
    ...(options.columns === 'phase' ? [] : [fill(words.matrix.zone, { zone: context.zone })]),
  ].join(' · ');
  const label = marker.over(tables.flatMap(({ rows }) => rows.flatMap(({ records }) => records)));
  const print = printOf({ plan, options, stamp, marker, label, subject: words.matrix.subject, details });
  return layoutTables(tables, print, marker);
};
