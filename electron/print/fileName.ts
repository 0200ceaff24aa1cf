import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';
import type { TimelinePrintOptions } from '#shared/print/options.ts';

/** What a file of a printed timeline is called at first: `STEADFAST-timeline.pdf`; letters, digits and dashes only. */
export const fileNameFor = (exercise: string, language: TimelinePrintOptions['language']): string => {
  const words = `${exercise} ${(language === 'fr' ? fr : en).print.sheet.fileName}`;
  return `${words.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/gu, '')}.pdf`;
};
