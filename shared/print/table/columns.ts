/** How wide the columns of a printed table are: as wide as their words need, and the rest to those that can use it. */
import { BREAK, textWidth } from '../measure.ts';
import type { Column, TableContent } from './content.ts';

export const CELL_SIZE = 2.6;
export const HEAD_SIZE = 2.4;
/** Between the text of a cell and the edges of its column. */
export const CELL_PAD = 1;
/** A word longer than this is broken rather than given its own width. */
const LONGEST_WORD = 32;
const LONGEST_LINE = 80;
/** So that a word that fits exactly is not broken by the last digit of a sum. */
const SLACK = 0.05;

interface Need {
  readonly least: number;
  readonly wish: number;
  /** For its longest text in one line, however long. */
  readonly whole: number;
}

const needOf = (texts: Iterable<string>, size: number, bold: boolean): Need => {
  let [least, wish] = [0, 0];
  for (const text of texts) {
    wish = Math.max(wish, textWidth(text, size, bold));
    for (const word of text.split(BREAK)) least = Math.max(least, textWidth(word, size, bold));
  }
  return { least: Math.min(least, LONGEST_WORD), wish: Math.min(wish, LONGEST_LINE), whole: wish };
};

const columnNeed = ({ rows }: TableContent, column: Column, index: number): Need => {
  const head = needOf([column.title], HEAD_SIZE, true);
  const texts = rows.flatMap((row) => (row.is === 'cells' && row.span !== true ? (row.cells[index] ?? []) : []));
  const body = needOf(texts, CELL_SIZE, column.bold === true);
  // A head of several words may stand in several lines.
  return {
    least: Math.max(head.least, body.least) + 2 * CELL_PAD + SLACK,
    wish: Math.max(head.least, body.wish) + 2 * CELL_PAD + SLACK,
    whole: Math.max(head.least, body.whole) + 2 * CELL_PAD + SLACK,
  };
};

/** Without the columns in which no row has a word: their room is the others'. */
export const withoutEmpty = ({ columns, rows }: TableContent): TableContent => {
  const kept = columns.flatMap((_, index) =>
    rows.some(
      (row) => row.is === 'cells' && row.span !== true && row.cells[index]?.some((text) => text !== '') === true,
    )
      ? [index]
      : [],
  );
  if (kept.length === 0) return { columns: columns.slice(0, 1), rows };
  if (kept.length === columns.length) return { columns, rows };
  return {
    columns: columns.filter((_, index) => kept.includes(index)),
    rows: rows.map((row) =>
      row.is === 'cells' ? { ...row, cells: kept.map((index) => row.cells[index] ?? []) } : row,
    ),
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Widths in millimetres that together are `width`. */
export const columnWidths = (content: TableContent, width: number): readonly number[] => {
  const needs = content.columns.map((column, index) => columnNeed(content, column, index));
  const wishes = sum(needs.map(({ wish }) => wish));
  const leasts = sum(needs.map(({ least }) => least));
  if (wishes <= width) {
    const longer = sum(needs.map(({ wish, whole }) => whole - wish));
    const given = Math.min(1, longer === 0 ? 0 : (width - wishes) / longer);
    const growing = content.columns.filter(({ grows }) => grows === true).length;
    const share = (width - wishes - given * longer) / (growing === 0 ? content.columns.length : growing);
    return needs.map(
      ({ wish, whole }, at) =>
        wish + given * (whole - wish) + (growing === 0 || content.columns[at]?.grows === true ? share : 0),
    );
  }
  if (leasts >= width) return needs.map(({ least }) => (least * width) / leasts);
  const part = (width - leasts) / (wishes - leasts);
  return needs.map(({ least, wish }) => least + (wish - least) * part);
};
