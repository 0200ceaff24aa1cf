/** A timeline on paper: from the plan to finished sheets, the same for preview, PDF and printer. */
import type { PlanState } from '../plan/state.ts';
import { type Result, fail, ok } from '../result.ts';
import type { EpochMs } from '../time/instant.ts';
import { drawBody } from './body.ts';
import { type Content, contentOf } from './content.ts';
import { type SheetFacts, columnName, drawFrame } from './frame.ts';
import { type Geometry, MARGIN, SMALL, SMALL_LINE, geometryOf, printedText } from './geometry.ts';
import { inker } from './inks.ts';
import { keyBodies } from './key.ts';
import { drawLegend, legendOf } from './legend.ts';
import { textAt } from './measure.ts';
import { MAX_PAGES_WIDE, MAX_SHEETS, type TimelinePrintOptions } from './options.ts';
import { numbering, placeRows } from './placing.ts';
import { columnScale, drawScale } from './scale.ts';
import type { Sheet, SheetItem } from './sheet.ts';
import { type Piece, stripsOf } from './strips.ts';
import { fill, sheetWords } from './words.ts';

interface Body {
  readonly reference: string;
  readonly tile: SheetFacts['tile'];
  readonly items: readonly SheetItem[];
}

interface Print {
  readonly plan: PlanState;
  readonly options: TimelinePrintOptions;
  readonly now: EpochMs;
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

const tileBodies = (print: Print, strips: readonly (readonly Piece[])[], numbered: boolean): readonly Body[] => {
  const { plan, options, content, geometry } = print;
  const inkOf = inker(plan, options);
  const foot = [
    ...(geometry.legend === undefined ? [] : drawLegend(geometry.legend, MARGIN, geometry.footTop + SMALL_LINE)),
    ...hints(print, numbered),
  ];
  const nothing =
    content.rows.length > 0
      ? []
      : [
          textAt('note', geometry.bodyLeft + 4, geometry.bodyTop + 8, sheetWords(options.language).nothing, {
            size: 3.4,
          }),
        ];
  return strips.flatMap((strip, row) => {
    const last = strip.at(-1);
    const bottom = geometry.bodyTop + (last === undefined ? geometry.bodyHeight : last.top + last.height);
    return Array.from({ length: geometry.columns }, (_, column) => {
      const scale = columnScale(content, geometry, column);
      return {
        reference: `${columnName(column)}${row + 1}`,
        tile: { column, row },
        items: [
          ...drawScale(content, geometry, scale, bottom),
          ...drawBody(strip, { content, geometry, scale, column, inkOf }),
          ...nothing,
          ...foot,
        ],
      };
    });
  });
};

/** Bodies in their frames, numbered in the order in which they are read: row by row, then the key. */
const sheetsOf = (print: Print, bodies: readonly Body[], rows: number): readonly Sheet[] => {
  const { options, now, content, geometry } = print;
  const words = sheetWords(options.language);
  const last = `${columnName(geometry.columns - 1)}${rows}`;
  const pages = bodies.length;
  return bodies.map(({ reference, tile, items }, index) => {
    const page = index + 1;
    const facts: SheetFacts = {
      reference: tile === undefined ? reference : fill(words.of, { reference, last }),
      page: fill(words.page, { page, pages }),
      printed: printedText(options, now),
      map: { columns: geometry.columns, rows },
      tile,
      label: content.label,
      blackAndWhite: options.blackAndWhite,
    };
    return {
      width: geometry.width,
      height: geometry.height,
      reference,
      label: content.label,
      page,
      pages,
      title: fill(words.sheet, { reference, page, pages }),
      items: [...drawFrame(geometry, facts), ...items],
    };
  });
};

const tooMany = (sheets: number): Result<never> => fail('PRINT_TOO_MANY_SHEETS', { sheets, max: MAX_SHEETS });

/**
 * Lays a plan's timeline out on sheets, tiled in both directions.
 * Every row and title of the window stands on some sheet: in its bar, beside it, or under its number in the key.
 * @param now epoch milliseconds, printed as the date of the print.
 * @returns PRINT_TOO_MANY_SHEETS {sheets, max}, PRINT_EMPTY where the paper leaves no room for the body.
 */
export const layoutTimeline = (
  plan: PlanState,
  options: TimelinePrintOptions,
  now: EpochMs,
): Result<readonly Sheet[]> => {
  const content = contentOf(plan, options, now);
  const legend = legendOf(plan, content, options);
  const geometry = geometryOf(content, options, legend);
  if (geometry === undefined) return fail('PRINT_EMPTY');
  if (geometry.columns > MAX_PAGES_WIDE) return tooMany(geometry.columns);
  const numbers = numbering();
  const rows = placeRows(content, geometry, numbers);
  const strips = stripsOf(rows, geometry.bodyHeight, sheetWords(options.language).continued);
  const tiles = strips.length * geometry.columns;
  if (tiles > MAX_SHEETS) return tooMany(tiles);
  const print: Print = { plan, options, now, content, geometry };
  const entries = numbers.entries();
  const shownLegend = geometry.legend === undefined && legend.length > 0 ? legend : undefined;
  const keys = keyBodies({ content, options, entries, legend: shownLegend }, geometry);
  if (tiles + keys.length > MAX_SHEETS) return tooMany(tiles + keys.length);
  const bodies: readonly Body[] = [
    ...tileBodies(print, strips, entries.length > 0),
    ...keys.map((items, index) => ({
      reference: fill(sheetWords(options.language).keyReference, { number: index + 1 }),
      tile: undefined,
      items,
    })),
  ];
  return ok(sheetsOf(print, bodies, strips.length));
};
