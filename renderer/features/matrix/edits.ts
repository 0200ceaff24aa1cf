/** What keys, the mouse and the toolbar do in the matrix, through the plan's commands. */
import { removeRecords } from '#shared/plan/commands.ts';
import { addEntry, moveEntry, renameEntry } from '#shared/matrix/commands.ts';
import type { Matrix, MatrixEntry } from '#shared/matrix/matrix.ts';
import { revealRecord, select } from '../../state/view.ts';
import { perform, performWithUndo } from '../../ui/perform.ts';
import type { Cursor } from './cursor.ts';

type Place = Pick<Cursor, 'row' | 'column'>;

const cellAt = ({ rows, columns }: Matrix, place: Place) => {
  const [row, column] = [rows[place.row], columns[place.column]];
  return row === undefined || column === undefined ? undefined : { row, column };
};

export const entryAt = (matrix: Matrix, { row, column, entry }: Cursor): MatrixEntry | undefined =>
  matrix.at(row, column)[entry];

/** Moves an entry from one cell to another. @returns whether it moved. */
export const moveTo = (matrix: Matrix, entry: MatrixEntry, from: Place, to: Place): boolean => {
  const [source, target] = [cellAt(matrix, from), cellAt(matrix, to)];
  if (source === undefined || target === undefined) return false;
  return perform((context) => moveEntry(context, matrix.spec, entry, source, target)).ok;
};

/** Adds an activity to a cell and selects it. @returns its id. */
export const addTo = (matrix: Matrix, place: Place, title: string): string | undefined => {
  const cell = cellAt(matrix, place);
  if (cell === undefined || title.trim() === '') return undefined;
  const made = perform((context) => addEntry(context, matrix.spec, cell, title.trim()));
  const id = made.ok ? made.value.ops[0]?.id : undefined;
  if (id !== undefined) select('activity', [id]);
  return id;
};

export const rename = ({ bar }: MatrixEntry, title: string): void => {
  if (title.trim() !== '') perform((context) => renameEntry(context, bar, title.trim()));
};

export const remove = ({ bar }: MatrixEntry): void => {
  if (performWithUndo((context) => removeRecords(context, bar.kind, [bar.id])).ok) select(bar.kind, []);
};

/** Shows an entry on the timeline, where movements have their bars too. */
export const showOnTimeline = ({ bar }: MatrixEntry): void => revealRecord(bar.kind, bar.id, 'timeline');
