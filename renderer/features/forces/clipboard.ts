/** Units to a spreadsheet and back, by the clipboard. */
import i18next from 'i18next';
import type { ClipboardEvent } from 'react';
import { addUnits, cellsOfUnits, type SheetNames, unitsFromCells } from '#shared/plan/unit/sheet.ts';
import { cellsOf, tsvOf } from '../../ui/table/tsv.ts';
import { perform, tellDone, tellFailure } from '../../ui/perform.ts';
import { wordFor } from '../../ui/words.ts';
import type { TreeRow } from './treeRows.ts';

/** A word in the planner's language first, and in the others, so that a sheet of a colleague is understood too. */
const wordsFor = (key: string): readonly string[] => [
  ...new Set([wordFor(key), ...['en', 'fr'].map((lng) => String(i18next.getFixedT(lng)(key as 'forces.name')))]),
];

const sheetNames = (): SheetNames => ({
  fields: {
    name: wordsFor('forces.name'),
    shortName: wordsFor('forces.shortName'),
    sidc: wordsFor('forces.sidc'),
    personnel: wordsFor('forces.personnel'),
    vehicles: wordsFor('forces.vehicles'),
    homeStation: wordsFor('forces.home'),
    readiness: wordsFor('forces.readiness'),
    noticeHours: wordsFor('forces.notice'),
    remarks: wordsFor('forces.remarks'),
  },
  readiness: {
    ready: wordsFor('plan.readiness.ready'),
    limited: wordsFor('plan.readiness.limited'),
    'not-ready': wordsFor('plan.readiness.not-ready'),
  },
});

/** Puts the selected units on the clipboard, in the order of the tree. */
const copyUnits = (event: ClipboardEvent, rows: readonly TreeRow[], selectedIds: readonly string[]): void => {
  const selected = new Set(selectedIds);
  const units = rows.flatMap((row) => (row.kind === 'unit' && selected.has(row.id) ? [row.unit] : []));
  if (units.length === 0) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', tsvOf(cellsOfUnits(units, sheetNames())));
  tellDone(wordFor('ui.copied', { count: units.length }));
};

/** Adds the units of a pasted block under the row; taken whole as one step, or refused with its first wrong cell. */
const pasteUnits = (event: ClipboardEvent, row: TreeRow | undefined): void => {
  const cells = cellsOf(event.clipboardData.getData('text/plain'));
  if (row === undefined || cells.length === 0) return;
  event.preventDefault();
  const { units, problems } = unitsFromCells(cells, sheetNames());
  const [first] = problems;
  if (first !== undefined) {
    const { code, row: line, column, text } = first;
    return tellFailure({ code, data: { row: line, column, text, more: problems.length - 1 } });
  }
  perform((context) =>
    addUnits(context, units, row.kind === 'participant' ? { participant: row.id } : { parent: row.id }),
  );
};

/** The clipboard of the tree. @param active the line that the keyboard stands on. */
export const treeClipboard = (
  rows: readonly TreeRow[],
  selectedIds: readonly string[],
  active: string | undefined,
): Record<'onCopy' | 'onPaste', (event: ClipboardEvent) => void> => ({
  onCopy: (event) => copyUnits(event, rows, selectedIds),
  onPaste: (event) =>
    pasteUnits(
      event,
      rows.find(({ id }) => id === active),
    ),
});
