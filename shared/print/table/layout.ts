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
import { gridOf, pagesOf, rowHeight } from './pages.ts';

/** A table with less room than this below its heads is no table. */
const LEAST_ROOM = 30;

/** Bodies of a table between two heights of the sheets of a print. @param before sheets of the tables before it. */
const tableBodies = (
  content: TableContent,
  print: Print,
  marker: Marker,
  before: number,
): readonly Body[] | undefined => {
  const { geometry, options } = print;
  const words = sheetWords(options.language);
  const grid = gridOf(content, MARGIN, geometry.width - 2 * MARGIN);
  const room = geometry.contentBottom - 2 - geometry.contentTop - grid.headHeight;
  if (room < LEAST_ROOM) return undefined;
  const pages = pagesOf(content, grid, () => room, words.continued);
  return pages.map((page, index) => ({
    reference: fill(words.table, { number: before + index + 1 }),
    label: marker.over(page.pieces.flatMap(({ of }) => of.row.records)),
    items: [
      ...pageItems(page, grid, geometry.contentTop, options.blackAndWhite),
      ...(content.rows.length > 0
        ? []
        : [textAt('note', MARGIN + CELL_PAD, geometry.contentTop + grid.headHeight + 6, words.noRows, { size: 3.4 })]),
    ],
  }));
};

/**
 * Lays tables out on the sheets of a print, one behind the other, each beginning a sheet.
 * @returns PRINT_TOO_MANY_SHEETS {sheets, max}; PRINT_EMPTY where the paper leaves no room for rows.
 */
export const layoutTables = (
  contents: readonly TableContent[],
  print: Print,
  marker: Marker,
): Result<readonly Sheet[]> => {
  // As many rows as no paper holds are not measured first.
  const least = contents.reduce((sum, { rows }) => sum + rows.length * rowHeight(1), 0);
  const room = Math.max(1, print.geometry.contentBottom - print.geometry.contentTop);
  if (least > room * MAX_SHEETS) return tooManySheets(Math.ceil(least / room));
  if (contents.length > MAX_SHEETS) return tooManySheets(contents.length);
  const bodies: Body[] = [];
  for (const content of contents) {
    const own = tableBodies(content, print, marker, bodies.length);
    if (own === undefined) return fail('PRINT_EMPTY');
    bodies.push(...own);
  }
  return assemble(print, bodies);
};

/** The same for one table, without the columns in which no row has a word. */
export const layoutTable = (content: TableContent, print: Print, marker: Marker): Result<readonly Sheet[]> =>
  layoutTables([withoutEmpty(content)], print, marker);
