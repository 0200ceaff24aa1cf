import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';
import type { PrintJob } from '#shared/contract/print.ts';

/** What a printed file is called at first: `STEADFAST-timeline.pdf`; letters, digits and dashes only. */
export const fileNameFor = (exercise: string, { product, language }: PrintJob['options']): string => {
  const words = `${exercise} ${(language === 'fr' ? fr : en).print.fileNames[product]}`;
  return `${words.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/gu, '')}.pdf`;
};
