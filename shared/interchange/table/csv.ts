/** Tables as text with commas (RFC 4180), safe to be opened in a spreadsheet. */
import { formatDtg } from '../../time/dtg.ts';
import { formatInstant, startOfMinute } from '../../time/instant.ts';

export type Cell = string | number | null;

export interface SheetTable {
  readonly name: string;
  /** `time`: epoch milliseconds. */
  readonly columns: readonly { readonly header: string; readonly form: 'text' | 'number' | 'time' }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What stands above a table: its marking, the exercise, and when it left. */
export interface SheetHead {
  readonly marking: string;
  readonly exercise: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Spreadsheets take a cell that begins like this for a formula, whoever wrote it: a quote before it makes it text. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const write = (text: string): string => quoted(guarded(text));

export const headCells = ({ marking, exercise, at }: SheetHead, name: string): readonly string[] => [
  marking,
  exercise,
  name,
  formatDtg(startOfMinute(at)),
];

/** The headers with a second one behind each time: its group. */
export const headersOf = ({ columns }: SheetTable): readonly string[] =>
  columns.flatMap(({ header, form }) => (form === 'time' ? [`${header} (UTC)`, `${header} (DTG)`] : [header]));

const cellText = (cell: Cell, form: SheetTable['columns'][number]['form']): readonly string[] => {
  if (form === 'time')
    return typeof cell === 'number' ? [formatInstant(cell), formatDtg(startOfMinute(cell))] : ['', ''];
  if (typeof cell === 'number') return [String(cell)];
  return [write(cell ?? '')];
};

/** The whole file; the mark at its beginning tells spreadsheets that it is UTF-8. */
export const csvOf = (table: SheetTable, head: SheetHead): string => {
  const lines = [
    headCells(head, table.name).map(write).join(','),
    headersOf(table).map(write).join(','),
    ...table.rows.map((row) =>
      table.columns.flatMap(({ form }, index) => cellText(row[index] ?? null, form)).join(','),
    ),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
};
