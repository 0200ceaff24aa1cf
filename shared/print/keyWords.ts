import { en } from '../messages/en/index.ts';
import { fr } from '../messages/fr/index.ts';

/** The words of the key sheet in a language. */
export const printSheetWords = (language: 'en' | 'fr') => (language === 'fr' ? fr : en).trust.sheet;
