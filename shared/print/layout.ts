/** A timeline on paper: from the plan to finished sheets, the same for preview, PDF and printer. */
import { type PlanState, find, live } from '../plan/state.ts';
import { type Result, fail } from '../result.ts';
import { type Body, assemble, tooManySheets } from './assemble.ts';
import { MAX_SHEETS, type Stamp } from './base.ts';
import { drawBody } from './body.ts';
import { type Content, barRecords, contentOf, rowRecord } from './content.ts';
import { columnName } from './frame.ts';
import { MARGIN, SMALL, SMALL_LINE } from './frameGeometry.ts';
import { type Geometry, geometryOf } from './geometry.ts';
import { inker } from './inks.ts';
import { drawJoinMarks } from './joins.ts';
import { keyBodies } from './key.ts';
import { drawLegend, legendOf } from './legend.ts';
import { textAt } from './measure.ts';
import { MAX_PAGES_WIDE, type TimelinePrintOptions } from './options.ts';
import { numbering, placeRows } from './placing.ts';
import { type ColumnScale, columnScale, drawScale } from './scale.ts';
import type { Sheet, SheetItem } from './sheet.ts';
import { type Piece, stripsOf } from './strips.ts';
import { fill, sheetWords } from './words.ts';

interface Print {
  readonly plan: PlanState;
  readonly options: TimelinePrintOptions;
  readonly content: Content;
  readonly geometry: Geometry;
}

const hints = ({ options, geometry }: Print, numbered: boolean): readonly SheetItem[] => {
  const words = sheetWords(options.language);
  const told = [...(numbered ? [words.keyHint] : []), ...(geometry.legend === undefined ? [words.legendHint] : [])].map(
    (sentence) => fill(sentence, { reference: fill(words.keyReference, { number: 1 }) }),
  );
  return told.length === 0
    ? []
    : [textAt('note', MARGIN, geometry.footTop + SMALL_LINE - 0.8, told.join(' '), { size: SMALL })];
};

/** What one tile names: the rows and anchors at its edges, and the bars and titles in it. */
const tileLabel = (print: Print, strip: readonly Piece[], column: number, scale: ColumnScale) => {
  const { plan, options, content, geometry } = print;
  const [left, right] = [column * geometry.bodyWidth, (column + 1) * geometry.bodyWidth];
  const bars = strip.flatMap(({ row, firstLane, lanes }) =>
    row.lanes
      .slice(firstLane, firstLane + lanes)
      .flat()
      .filter(({ start, end, title }) => title.column === column || (start < right && end > left))
      .map(({ entry }) => entry.bar),
  );
  const anchors = [
    ...content.anchors.filter(({ at }) => at >= scale.start && at < scale.end),
    ...(content.dayAnchor === undefined ? [] : [content.dayAnchor]),
  ];
  return content.marker.over([
    ...strip.map(({ row }) => rowRecord(plan, options, row.key)),
    ...bars.flatMap((bar) => barRecords(plan, options, bar)),
    ...anchors.map(({ id }) => find(plan, 'anchor', id)),
    // The legend on each tile names every participant with a colour.
    ...(options.colourBy === 'participant' ? live(plan, 'participant') : []),
  ]);
};

const joined = ({ bodyLeft: left, bodyWidth, axisTop: top, footTop }: Geometry, bottom: number) => ({
  left,
  right: left + bodyWidth,
  top,
  bottom,
  hint: footTop + 2.9,
});

const tileBodies = (print: Print, strips: readonly (readonly Piece[])[], numbered: boolean): readonly Body[] => {
  const { plan, options, content, geometry } = print;
  const words = sheetWords(options.language);
  const inkOf = inker(plan, options);
  const foot = [
    ...(geometry.legend === undefined ? [] : drawLegend(geometry.legend, MARGIN, geometry.footTop + SMALL_LINE)),
    ...hints(print, numbered),
  ];
  const nothing =
    content.rows.length > 0
      ? []
      : [textAt('note', geometry.bodyLeft + 4, geometry.bodyTop + 8, words.nothing, { size: 3.4 })];
  const last = `${columnName(geometry.columns - 1)}${strips.length}`;
  return strips.flatMap((strip, row) => {
    const lowest = strip.at(-1);
    const bottom = geometry.bodyTop + (lowest === undefined ? geometry.bodyHeight : lowest.top + lowest.height);
    return Array.from({ length: geometry.columns }, (_, column) => {
      const scale = columnScale(content, geometry, column);
      const reference = `${columnName(column)}${row + 1}`;
      const size = { columns: geometry.columns, rows: strips.length };
      return {
        reference,
        place: fill(words.of, { reference, last }),
        tile: { column, row },
        label: tileLabel(print, strip, column, scale),
        items: [
          ...drawScale(content, geometry, scale, bottom),
          ...drawBody(strip, { content, geometry, scale, column, inkOf }),
          ...nothing,
          ...foot,
          ...(options.joinMarks ? drawJoinMarks(joined(geometry, bottom), { column, row }, size) : []),
        ],
      };
    });
  });
};

/**
 * Lays a plan's timeline out on sheets, tiled in both directions.
 * Every row and title of the window stands on some sheet: in its bar, beside it, or under its number in the key.
 * @returns PRINT_TOO_MANY_SHEETS {sheets, max}, PRINT_EMPTY where the paper leaves no room for the body.
 */
export const layoutTimeline = (
  plan: PlanState,
  options: TimelinePrintOptions,
  stamp: Stamp,
): Result<readonly Sheet[]> => {
  const content = contentOf(plan, options, stamp.now);
  const legend = legendOf(plan, content, options);
  const geometry = geometryOf(content, options, legend);
  if (geometry === undefined) return fail('PRINT_EMPTY');
  if (geometry.columns > MAX_PAGES_WIDE) return tooManySheets(geometry.columns);
  const numbers = numbering();
  const rows = placeRows(content, geometry, numbers);
  const words = sheetWords(options.language);
  const strips = stripsOf(rows, geometry.bodyHeight, words.continued);
  const tiles = strips.length * geometry.columns;
  if (tiles > MAX_SHEETS) return tooManySheets(tiles);
  const print: Print = { plan, options, content, geometry };
  const entries = numbers.entries();
  const shownLegend = geometry.legend === undefined && legend.length > 0 ? legend : undefined;
  const keys = keyBodies({ content, options, entries, legend: shownLegend }, geometry);
  if (tiles + keys.length > MAX_SHEETS) return tooManySheets(tiles + keys.length);
  const { label, labelling } = content;
  const map = { columns: geometry.columns, rows: strips.length };
  return assemble({ options, stamp, geometry, label, labelling, map }, [
    ...tileBodies(print, strips, entries.length > 0),
    ...keys.map((items, index) => ({
      reference: fill(words.keyReference, { number: index + 1 }),
      label,
      items,
    })),
  ]);
};
