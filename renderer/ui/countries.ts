/** Nations by their trigraphs, named in the window's language. */
import { useMemo } from 'react';
import { COUNTRIES, alpha2Of } from '#shared/reference/countries.ts';
import { usePreferences } from '../state/preferences.ts';
import type { Choice } from './fields/ChoiceField.tsx';

const regionNames = (language: string): Intl.DisplayNames => new Intl.DisplayNames([language], { type: 'region' });

/** The name of a nation in a language; the trigraph itself where it is none of ISO 3166's (an exercise nation's own). */
export const countryName = (code: string, language: string): string => {
  const alpha2 = alpha2Of(code);
  return alpha2 === undefined ? code : (regionNames(language).of(alpha2) ?? code);
};

/** Every nation to choose from, in the order of its names. */
export const useCountryChoices = (): readonly Choice<string>[] => {
  const language = usePreferences((state) => state.language);
  return useMemo(() => {
    const names = regionNames(language);
    const collator = new Intl.Collator(language);
    return COUNTRIES.map(([alpha3, alpha2]) => ({
      value: alpha3,
      label: `${names.of(alpha2) ?? alpha3} (${alpha3})`,
    })).sort((a, b) => collator.compare(a.label, b.label));
  }, [language]);
};
