/** Sentences for failures outside any window: the terminal and the box that says why the app cannot start. */
import type { Failure } from '#shared/result.ts';
import { errorWords, writerIn } from '../cli/words.ts';

/** The sentence of the catalogue for a failure, its places filled. */
export const sentenceOf = (failure: Failure, locale: string): string =>
  writerIn(locale.startsWith('fr') ? 'fr' : 'en')(errorWords(failure));
