/** A table as a workbook: real dates in UTC with their groups beside them, numbers as numbers, text never a formula. */
import writeExcel, { type Cell as ExcelCell, type SheetData } from 'write-excel-file/node';
import { type Cell, type SheetHead, type SheetTable, headCells, headersOf } from '#shared/interchange/table/csv.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';

const DATE_FORMAT = 'yyyy-mm-dd hh:mm';
/** What a spreadsheet's cell holds at the most. */
const MAX_TEXT = 32_000;

const text = (value: string): { readonly type: typeof String; readonly value: string } => ({
  type: String,
  value: value.slice(0, MAX_TEXT),
});

const cellsOf = (cell: Cell, form: SheetTable['columns'][number]['form']): readonly (ExcelCell | null)[] => {
  if (form === 'time') {
    return typeof cell === 'number'
      ? [{ type: Date, value: new Date(cell), format: DATE_FORMAT }, text(formatDtg(startOfMinute(cell)))]
      : [null, null];
  }
  if (cell === null || cell === '') return [null];
  return [typeof cell === 'number' ? { type: Number, value: cell } : text(cell)];
};

/** Characters of the widest cell, within what can be read. */
const widthOf = (header: string, rows: readonly (readonly Cell[])[], index: number, form: string): number => {
  if (form === 'time') return 18;
  const longest = rows
    .slice(0, 500)
    .reduce((most, row) => Math.max(most, String(row[index] ?? '').length), header.length);
  return Math.min(60, Math.max(8, longest + 2));
};

/** The bytes of the workbook. Its first row is the marking, which stays in sight with the headers. */
export const xlsxOf = async (table: SheetTable, head: SheetHead): Promise<Uint8Array> => {
  const data: SheetData = [
    headCells(head, table.name).map((value) => ({ ...text(value), fontWeight: 'bold' as const })),
    headersOf(table).map((value) => ({ ...text(value), fontWeight: 'bold' as const, backgroundColor: '#e6ebf2' })),
    ...table.rows.map((row) => table.columns.flatMap(({ form }, index) => cellsOf(row[index] ?? null, form))),
  ];
  const columns = table.columns.flatMap(({ header, form }, index) => {
    const width = widthOf(header, table.rows, index, form);
    return form === 'time' ? [{ width }, { width: 16 }] : [{ width }];
  });
  const sheet = table.name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  const buffer = await writeExcel(data, { columns, sheet, stickyRowsCount: 2 }).toBuffer();
  return new Uint8Array(buffer);
};
