/** Rows of a spreadsheet pasted as activities. */
import i18next from 'i18next';
import { ACTIVITY_TYPES } from '#shared/plan/activity/schema.ts';
import { type ActivityNames, isActivityBlock, pasteActivities } from '#shared/plan/activity/sheet.ts';
import { contentOfRow } from '#shared/plan/schedule/reassign.ts';
import { createdIn } from '#shared/plan/schedule/paste.ts';
import { selectRecords } from '../../state/view.ts';
import { perform } from '../../ui/perform.ts';
import { cellsOf } from '../../ui/table/tsv.ts';
import { wordFor } from '../../ui/words.ts';
import { sayDone } from './chosen.ts';
import type { RowRef } from './edits.ts';

/** A word in every language, so that a sheet of a colleague is understood too. */
const wordsFor = (key: string): readonly string[] => [
  ...new Set([wordFor(key), ...['en', 'fr'].map((lng) => String(i18next.getFixedT(lng)(key as 'activity.title')))]),
];

const namesNow = (): ActivityNames => ({
  columns: {
    title: wordsFor('activity.title'),
    serial: wordsFor('activity.serial'),
    type: wordsFor('activity.type'),
    start: wordsFor('activity.start'),
    end: wordsFor('activity.end'),
    duration: wordsFor('activity.duration'),
    participants: wordsFor('activity.participants'),
    location: wordsFor('activity.location'),
    responsible: wordsFor('activity.responsible'),
    remarks: wordsFor('activity.remarks'),
  },
  types: new Map(ACTIVITY_TYPES.map((type) => [type, wordsFor(`plan.activityType.${type}`)])),
});

/** Pastes a block of cells into a row. @returns whether the text was one. */
export const pasteSheet = (text: string, row: RowRef | undefined): boolean => {
  const cells = cellsOf(text);
  const names = namesNow();
  if (!isActivityBlock(cells, names)) return false;
  const inRow = row === undefined ? {} : contentOfRow(row.by, row.key);
  const made = perform((context) => pasteActivities(context, cells, names, inRow));
  if (made.ok) selectRecords(createdIn(made.value.ops));
  sayDone(made);
  return true;
};
