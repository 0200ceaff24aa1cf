/** Tables on sheets: heads repeated on each, rows kept whole where they fit, and every line of every cell on some sheet. */
import { type Result, fail } from '../../result.ts';
import { type Print, type Body, assemble, tooManySheets } from '../assemble.ts';
import { MAX_SHEETS } from '../base.ts';
import { MARGIN } from '../frameGeometry.ts';
import type { Marker } from '../labels.ts';
import { textAt } from '../measure.ts';
import type { Sheet } from '../sheet.ts';
import { fill, sheetWords } from '../words.ts';
import { CELL_PAD, withoutEmpty } from './columns.ts';
import type { TableContent } from './content.ts';
import { pageItems } from './draw.ts';
import { type Grid, type Page, gridOf, pagesOf, rowHeight } from './pages.ts';

/** A table with less room than this below its heads is no table. */
const LEAST_ROOM = 30;

/** Between two tables on one sheet. */
const GAP = 7;

/** A page of a table, its top on the sheet, and the rows of the tables above it there. */
interface Placed {
  readonly content: TableContent;
  readonly grid: Grid;
  readonly page: Page;
  readonly top: number;
  readonly before: number;
}

/** Puts pages on sheets: each on its own or, where tables follow each other, a whole one below the one before. */
const placer = (print: Print, follow: boolean) => {
  const { contentTop, contentBottom, width } = print.geometry;
  const sheets: Placed[][] = [];
  let [below, rows] = [0, 0];
  return {
    sheets,
    /** @returns whether the paper leaves room for rows. */
    add: (content: TableContent): boolean => {
      const grid = gridOf(content, MARGIN, width - 2 * MARGIN);
      const room = contentBottom - 2 - contentTop - grid.headHeight;
      if (room < LEAST_ROOM) return false;
      const pages = pagesOf(content, grid, () => room, sheetWords(print.options.language).continued);
      for (const page of pages) {
        const height = grid.headHeight + page.height;
        const sheet = sheets.at(-1);
        const joins = follow && pages.length === 1 && sheet !== undefined && below + GAP + height <= contentBottom - 2;
        const [top, before] = joins ? [below + GAP, rows] : [contentTop, 0];
        const placed = { content, grid, page, top, before };
        if (joins) sheet.push(placed);
        else sheets.push([placed]);
        [below, rows] = [top + height, before + page.pieces.length + 1];
      }
      return true;
    },
  };
};

const placedItems = ({ content, grid, page, top, before }: Placed, { options }: Print): Body['items'] => [
  ...pageItems(page, grid, top, options.blackAndWhite, before),
  ...(content.rows.length > 0
    ? []
    : [
        textAt('note', MARGIN + CELL_PAD, top + grid.headHeight + 6, sheetWords(options.language).noRows, {
          size: 3.4,
        }),
      ]),
];

/**
 * Lays tables out on the sheets of a print, one behind the other.
 * @param follow whether a table that fits whole below the one before stands on its sheet; else each begins its own.
 * @returns PRINT_TOO_MANY_SHEETS {sheets, max}; PRINT_EMPTY where the paper leaves no room for rows.
 */
export const layoutTables = (
  contents: readonly TableContent[],
  print: Print,
  marker: Marker,
  follow = false,
): Result<readonly Sheet[]> => {
  // As many rows as no paper holds are not measured first.
  const least = contents.reduce((sum, { rows }) => sum + rows.length * rowHeight(1), 0);
  const room = Math.max(1, print.geometry.contentBottom - print.geometry.contentTop);
  if (least > room * MAX_SHEETS) return tooManySheets(Math.ceil(least / room));
  if (!follow && contents.length > MAX_SHEETS) return tooManySheets(contents.length);
  const { sheets, add } = placer(print, follow);
  for (const content of contents) if (!add(content)) return fail('PRINT_EMPTY');
  const { table } = sheetWords(print.options.language);
  return assemble(
    print,
    sheets.map((placed, index) => ({
      reference: fill(table, { number: index + 1 }),
      label: marker.over(placed.flatMap(({ page }) => page.pieces.flatMap(({ of }) => of.row.records))),
      items: placed.flatMap((one) => placedItems(one, print)),
    })),
  );
};

/** The same for one table, without the columns in which no row has a word. */
export const layoutTable = (content: TableContent, print: Print, marker: Marker): Result<readonly Sheet[]> =>
  layoutTables([withoutEmpty(content)], print, marker);
