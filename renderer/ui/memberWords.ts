import { memberWordIn } from '#shared/plan/memberWords.ts';
import { wordFor } from './words.ts';

/** The word of an enumeration's member, for every screen that shows fields of records as they come. */
export const memberWord = memberWordIn(wordFor);
