/** The words on a sheet: they follow the sheet's language, not the window's. */
import { forces as enForces } from '../messages/en/forces.ts';
import { plan as enPlan } from '../messages/en/plan.ts';
import { print as en } from '../messages/en/print.ts';
import { forces as frForces } from '../messages/fr/forces.ts';
import { plan as frPlan } from '../messages/fr/plan.ts';
import { print as fr } from '../messages/fr/print.ts';
import type { Messages } from '../messages/catalogue.ts';
import type { SheetOptions } from './base.ts';

export type SheetWords = Messages<typeof en.sheet>;

export const sheetWords = (language: SheetOptions['language']): SheetWords => (language === 'fr' ? fr.sheet : en.sheet);

type PlanWords = Messages<typeof enPlan>;

/** Words for the members of enumerations. */
export const planWords = (language: SheetOptions['language']): PlanWords => (language === 'fr' ? frPlan : enPlan);

/** A sentence with its places filled. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));

/** The word for a kind of activity, as the screens have it; a kind of the planner's own is its own word. */
export const typeWord = (language: SheetOptions['language'], type: string): string => {
  const known: Readonly<Record<string, string>> = (language === 'fr' ? frPlan : enPlan).activityType;
  return Object.hasOwn(known, type) ? (known[type] ?? type) : type;
};

/** The echelon that a symbol shows; nothing where it shows none. */
export const echelonWord = (language: SheetOptions['language'], sidc: string): string => {
  const known: Readonly<Record<string, string>> = (language === 'fr' ? frForces : enForces).echelons;
  const code = sidc.slice(8, 10);
  return code === '00' ? '' : (known[code] ?? '');
};

export const modeWord = (words: SheetWords, mode: string): string => {
  const known: Readonly<Record<string, string>> = words.modes;
  return known[mode] ?? mode;
};
