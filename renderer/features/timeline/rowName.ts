import type { LaneField } from '#shared/timeline/fields.ts';
import { valueWord, withoutWord } from './fieldWords.ts';

/** A row's name as its head on the chart has it. */
export const rowName = (by: LaneField, title: string): string =>
  title === '' ? withoutWord(by) : valueWord(by, title);
