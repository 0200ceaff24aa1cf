/** Breaks the rows of a table into pages: rows whole where they fit, headings with the rows that they head. */
import { wrap } from '../measure.ts';
import { CELL_PAD, CELL_SIZE, HEAD_SIZE, columnWidths } from './columns.ts';
import type { CellRow, Column, HeadingRow, TableContent } from './content.ts';

/** A column as wide as its longest word holds that word, whatever adding and taking off its padding lost. */
const ROUNDING = 1e-6;
export const LINE = 3.5;
export const ROW_PAD = 1.1;
export const HEAD_LINE = 3.2;
export const HEADING_SIZE = 3;
export const HEADING_LINE = 4.2;

/** A row with its cells wrapped into lines. */
interface WrappedRow {
  readonly row: CellRow;
  readonly cells: readonly (readonly string[])[];
  readonly lines: number;
}

interface WrappedHeading {
  readonly row: HeadingRow;
  readonly lines: readonly string[];
}

export interface Grid {
  readonly columns: readonly Column[];
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly left: number;
  readonly width: number;
  readonly heads: readonly (readonly string[])[];
  readonly headHeight: number;
}

/** Part of a row on one page, its top below the heads of the columns. */
export interface RowPiece {
  readonly is: 'row';
  readonly of: WrappedRow;
  readonly first: number;
  readonly lines: number;
  readonly top: number;
}

export interface HeadingPiece {
  readonly is: 'heading';
  readonly of: WrappedHeading;
  readonly lines: readonly string[];
  readonly top: number;
}

export interface Page {
  readonly pieces: (RowPiece | HeadingPiece)[];
  height: number;
}

export const gridOf = (content: TableContent, left: number, width: number): Grid => {
  const widths = columnWidths(content, width);
  const heads = content.columns.map(({ title }, index) =>
    wrap(title, (widths[index] ?? 0) - 2 * CELL_PAD + ROUNDING, HEAD_SIZE, true),
  );
  let x = left;
  const lefts = widths.map((own) => {
    x += own;
    return x - own;
  });
  const headHeight = Math.max(1, ...heads.map((lines) => lines.length)) * HEAD_LINE + 1.6;
  return { columns: content.columns, lefts, widths, left, width, heads, headHeight };
};

const wrapRow = (row: CellRow, grid: Grid): WrappedRow => {
  if (row.span === true) {
    const lines = (row.cells[0] ?? []).flatMap((line) => wrap(line, grid.width - 2 * CELL_PAD, CELL_SIZE));
    return { row, cells: [lines], lines: Math.max(1, lines.length) };
  }
  const cells = grid.columns.map(({ bold }, index) =>
    (row.cells[index] ?? []).flatMap((line) =>
      wrap(line, (grid.widths[index] ?? 0) - 2 * CELL_PAD + ROUNDING, CELL_SIZE, bold === true || row.total === true),
    ),
  );
  return { row, cells, lines: Math.max(1, ...cells.map((lines) => lines.length)) };
};

export const rowHeight = (lines: number): number => lines * LINE + 2 * ROW_PAD;
export const headingHeight = (lines: number): number => lines * HEADING_LINE + 1.6;

/** Pages that are filled one after the other. */
const filler = (roomOf: (page: number) => number, continued: (row: HeadingRow) => readonly string[]) => {
  const pages: Page[] = [];
  let heading: WrappedHeading | undefined;
  let page: Page = { pieces: [], height: 0 };
  let room = roomOf(0);
  pages.push(page);
  const put = (piece: RowPiece | HeadingPiece, height: number): void => {
    page.pieces.push(piece);
    page.height += height;
  };
  /** A new page, which says again what its first rows belong to. */
  const turn = (): void => {
    page = { pieces: [], height: 0 };
    room = roomOf(pages.length);
    pages.push(page);
    if (heading === undefined) return;
    const lines = continued(heading.row);
    put({ is: 'heading', of: heading, lines, top: 0 }, headingHeight(lines.length));
  };
  return {
    pages,
    /** @param next height of the first row below it, which stays with it. */
    addHeading: (own: WrappedHeading, next: number): void => {
      const height = headingHeight(own.lines.length);
      heading = undefined;
      if (page.height > 0 && page.height + height + Math.min(next, room / 3) > room) turn();
      heading = own;
      put({ is: 'heading', of: own, lines: own.lines, top: page.height }, height);
    },
    addRow: (row: WrappedRow): void => {
      let first = 0;
      while (first < row.lines) {
        const fits = Math.floor((room - page.height - 2 * ROW_PAD + 1e-9) / LINE);
        const rest = row.lines - first;
        // Broken only where even a page of its own is too small.
        const whole = rowHeight(rest) <= roomOf(pages.length) - 2 * HEADING_LINE;
        if (fits < rest && (whole || fits < 3) && page.pieces.some(({ is }) => is === 'row')) {
          turn();
          continue;
        }
        const lines = Math.min(rest, Math.max(1, fits));
        put({ is: 'row', of: row, first, lines, top: page.height }, rowHeight(lines));
        first += lines;
        if (first < row.lines) turn();
      }
    },
  };
};

/** @param roomOf height below the heads, page by page. @param continued stands behind a heading that began on the page before. */
export const pagesOf = (
  content: TableContent,
  grid: Grid,
  roomOf: (page: number) => number,
  continued: string,
): readonly Page[] => {
  const inner = grid.width - 2 * CELL_PAD;
  const headingLines = (text: string): readonly string[] => wrap(text, inner, HEADING_SIZE, true);
  const { pages, addRow, addHeading } = filler(roomOf, ({ text }) => headingLines(`${text} ${continued}`));
  const wrapped = content.rows.map((row) =>
    row.is === 'cells' ? wrapRow(row, grid) : { row, lines: headingLines(row.text) },
  );
  wrapped.forEach((one, index) => {
    const next = wrapped[index + 1];
    if ('cells' in one) addRow(one);
    else addHeading(one, next !== undefined && 'cells' in next ? rowHeight(next.lines) : 0);
  });
  return pages;
};
