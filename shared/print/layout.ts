/** A timeline on paper: from the plan to finished sheets, the same for preview, PDF and printer. */
import { type PlanState, find, live } from '../plan/state.ts';
import { type Result, fail } from '../result.ts';
import { type Body, assemble, tooManySheets } from './assemble.ts';
import type { Bar } from '../timeline/bars.ts';
import { MAX_SHEETS, type Stamp } from './base.ts';
import { drawBody } from './body.ts';
import { type Content, barRecords, contentOf, rowRecord } from './content.ts';
import { columnName } from './frame.ts';
import { MARGIN, SMALL, SMALL_LINE } from './frameGeometry.ts';
import { type Geometry, geometryOf } from './geometry.ts';
import { type Ink, inker } from './inks.ts';
import { type Drawn, drawnOf } from './clip.ts';
import { type Tile, drawJoinMarks } from './joins.ts';
import { drawOverlap } from './overlap.ts';
import { keyBodies } from './key.ts';
import { drawLegend, legendOf } from './legend.ts';
import { textAt } from './measure.ts';
import { MAX_PAGES_WIDE, type TimelinePrintOptions } from './options.ts';
import { numbering, placeRows } from './placing.ts';
import { type ColumnScale, columnScale, drawScale } from './scale.ts';
import type { Sheet, SheetItem } from './sheet.ts';
import { type Piece, stripsOf } from './strips.ts';
import { anchorRecords } from './times.ts';
import { fill, sheetWords } from './words.ts';

type Strips = readonly (readonly Piece[])[];

interface Print {
  readonly plan: PlanState;
  readonly options: TimelinePrintOptions;
  readonly content: Content;
  readonly geometry: Geometry;
  readonly inkOf: (bar: Bar) => Ink;
  readonly strips: Strips;
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
  const anchors = content.anchors.filter(({ at }) => at >= scale.start && at < scale.end);
  return content.marker.over([
    ...strip.map(({ row }) => rowRecord(plan, options, row.key)),
    ...bars.flatMap((bar) => barRecords(plan, options, bar)),
    ...anchors.map(({ id }) => find(plan, 'anchor', id)),
    ...anchorRecords(plan, options),
    // The legend on each tile names every participant with a colour.
    ...(options.colourBy === 'participant' ? live(plan, 'participant') : []),
  ]);
};

/** A tile that is glued on is cut below its scale, which the one above has already. */
const joined = ({ geometry, options }: Print, row: number, bottom: number) => ({
  left: geometry.bodyLeft,
  right: geometry.bodyLeft + geometry.bodyWidth,
  top: row > 0 && options.overlap > 0 ? geometry.bodyTop : geometry.axisTop,
  bottom,
  hint: geometry.footTop + 2.9,
});

/** Lower edge of the rows of a strip. */
const bottomOf = ({ geometry }: Print, strip: readonly Piece[]): number => {
  const lowest = strip.at(-1);
  return geometry.bodyTop + (lowest === undefined ? geometry.bodyHeight : lowest.top + lowest.height);
};

/** Scale and rows of one tile. @param bare without what is written on it. */
const drawTile = (print: Print, strip: readonly Piece[], column: number, bare: boolean): readonly SheetItem[] => {
  const { options, content, geometry, inkOf } = print;
  const scale = columnScale(content, geometry, column);
  return [
    ...drawScale(content, geometry, scale, bottomOf(print, strip), sheetWords(options.language)),
    ...drawBody(strip, { content, geometry, scale, column, inkOf, bare }),
  ];
};

type BareTile = (column: number, row: number) => readonly Drawn[] | undefined;

/** What neighbours repeat of a tile, drawn once; undefined where there is no such tile. */
const bareTiles = (print: Print): BareTile => {
  const known = new Map<string, readonly Drawn[]>();
  return (column, row) => {
    const strip = print.strips[row];
    if (strip === undefined || column >= print.geometry.columns) return undefined;
    const drawn = known.get(`${column} ${row}`) ?? drawnOf(drawTile(print, strip, column, true));
    known.set(`${column} ${row}`, drawn);
    return drawn;
  };
};

/** The strips that the neighbours repeat, and the marks by which they are joined. */
const drawJoins = (print: Print, { column, row }: Tile, bareTile: BareTile): readonly SheetItem[] => {
  const { options, geometry, strips } = print;
  const bottom = bottomOf(print, strips[row] ?? []);
  const neighbour = (right: number, below: number) => bareTile(column + right, row + below);
  const { blackAndWhite } = options;
  return [
    ...(options.overlap > 0 ? drawOverlap({ geometry, bottom, neighbour, blackAndWhite }) : []),
    ...(options.overlap > 0 || options.joinMarks
      ? drawJoinMarks(joined(print, row, bottom), { column, row }, { columns: geometry.columns, rows: strips.length })
      : []),
  ];
};

const tileBodies = (print: Print, numbered: boolean): readonly Body[] => {
  const { options, content, geometry, strips } = print;
  const words = sheetWords(options.language);
  const foot = [
    ...(geometry.legend === undefined ? [] : drawLegend(geometry.legend, MARGIN, geometry.footTop + SMALL_LINE)),
    ...hints(print, numbered),
  ];
  const nothing =
    content.rows.length > 0
      ? []
      : [textAt('note', geometry.bodyLeft + 4, geometry.bodyTop + 8, words.nothing, { size: 3.4 })];
  const last = `${columnName(geometry.columns - 1)}${strips.length}`;
  const bareTile = bareTiles(print);
  return strips.flatMap((strip, row) =>
    Array.from({ length: geometry.columns }, (_, column) => {
      const reference = `${columnName(column)}${row + 1}`;
      return {
        reference,
        place: fill(words.of, { reference, last }),
        tile: { column, row },
        label: tileLabel(print, strip, column, columnScale(content, geometry, column)),
        items: [
          ...drawTile(print, strip, column, false),
          ...nothing,
          ...foot,
          ...drawJoins(print, { column, row }, bareTile),
        ],
      };
    }),
  );
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
  const print: Print = { plan, options, content, geometry, inkOf: inker(plan, options, content.bars), strips };
  const entries = numbers.entries();
  const shownLegend = geometry.legend === undefined && legend.length > 0 ? legend : undefined;
  const keys = keyBodies({ content, options, entries, legend: shownLegend }, geometry);
  if (tiles + keys.length > MAX_SHEETS) return tooManySheets(tiles + keys.length);
  const { label, labelling } = content;
  const map = { columns: geometry.columns, rows: strips.length };
  return assemble({ options, stamp, geometry, label, labelling, map }, [
    ...tileBodies(print, entries.length > 0),
    ...keys.map((items, index) => ({
      reference: fill(words.keyReference, { number: index + 1 }),
      label,
      items,
    })),
  ]);
};
