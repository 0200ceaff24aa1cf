/** Figures as the window's language groups them. */
import i18next from 'i18next';

const formats = new Map<string, Intl.NumberFormat>();

/** A count or measure with at most one decimal; the same in every list, total and bottom line. */
export const numberText = (value: number): string => {
  const language = i18next.language ?? 'en';
  const known = formats.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  formats.set(language, known);
  return known.format(value);
};
