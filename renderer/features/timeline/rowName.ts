import type { LaneField } from '#shared/timeline/fields.ts';
import { wordFor } from '../../ui/words.ts';
import { valueWord } from './fieldWords.ts';

/** A row's name as its head on the chart has it. */
export const rowName = (by: LaneField, title: string): string =>
  title === '' ? wordFor('timeline.without') : valueWord(by, title);
