import type { Tally } from './model.ts';
import { sidcFromLetters } from './sidcLetters.ts';

/** A land unit of open type, friend. */
const OPEN_UNIT = '10031000000000000000';

/**
 * A unit's symbol code as the plan holds it: digits verbatim, letters converted, anything else an open symbol.
 * Each change is counted.
 */
export const symbolOf = (value: unknown, tally: Tally): string => {
  const code = typeof value === 'string' ? value.trim() : '';
  if (/^(\d{20}|\d{30})$/.test(code)) return code;
  if (code === '') {
    tally.add('mapped', 'symbolMissing');
    return OPEN_UNIT;
  }
  const letters = sidcFromLetters(code);
  if (letters === undefined) {
    tally.add('mapped', 'symbolForeign');
    return /\b(\d{20})\b/.exec(code)?.[1] ?? OPEN_UNIT;
  }
  tally.add('mapped', 'symbolLetters');
  if (letters.function === 'near') tally.add('mapped', 'symbolNear');
  if (letters.function === 'open') tally.add('mapped', 'symbolOpen');
  if (letters.affiliationOpen) tally.add('mapped', 'affiliationOpen');
  if (letters.dropped) tally.add('leftOut', 'symbolModifier');
  return letters.sidc;
};

export const withEchelon = (sidc: string, echelon: string): string => sidc.slice(0, 8) + echelon + sidc.slice(10);
