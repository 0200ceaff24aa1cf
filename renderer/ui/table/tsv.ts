/** Cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows, quotes where needed. */
import type { SheetTable } from '#shared/interchange/table/csv.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';

const quoted = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const tsvOf = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => row.map(quoted).join('\t')).join('\r\n');

/** A cell in quotes may hold tabs, line breaks and doubled quotes; any other ends at the next tab or line break. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;

/** The rows of a block; the line break that spreadsheets put at its end makes no row of its own. */
export const cellsOf = (tsv: string): string[][] => {
  const rows: string[][] = [[]];
  const cell = new RegExp(CELL);
  while (cell.lastIndex < tsv.length) {
    const at = cell.lastIndex;
    const match = cell.exec(tsv);
    if (match === null) {
      // A quote that never closes: the rest is one cell as it stands.
      rows.at(-1)?.push(tsv.slice(at));
      break;
    }
    const [, inQuotes, plain = '', end] = match;
    rows.at(-1)?.push(inQuotes?.replaceAll('""', '"') ?? plain);
    if (end !== '\t' && cell.lastIndex < tsv.length) rows.push([]);
    else if (end === '\t' && cell.lastIndex === tsv.length) rows.at(-1)?.push('');
  }
  return rows.filter((row) => row.length > 0);
};

/** A table as files get it, for the clipboard: times as groups. */
export const sheetTsv = ({ columns, rows }: SheetTable): string =>
  tsvOf([
    columns.map(({ header }) => header),
    ...rows.map((row) =>
      row.map((cell, at) =>
        typeof cell === 'number' && columns[at]?.form === 'time' ? formatDtg(startOfMinute(cell)) : String(cell ?? ''),
      ),
    ),
  ]);
