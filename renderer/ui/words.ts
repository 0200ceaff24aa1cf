/** The words of the window: i18next over the shared catalogue, both languages loaded, nothing fetched. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';
import type { Finding } from '#shared/plan/checks/finding.ts';
import type { Failure } from '#shared/result.ts';

export type Language = 'en' | 'fr';

/** Starts the catalogue in a language; call once before the first render. */
export const startWords = async (language: Language): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, fr: { translation: fr } },
    interpolation: { escapeValue: false },
  });
};

export const setLanguage = async (language: Language): Promise<void> => {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};

/** `t` with typed keys; re-renders when the language changes. */
export const useWords = () => useTranslation().t;

/** A key that is only known at run time (a code, an enumeration's member); its family stands in messages/dynamic.ts. */
export const wordFor = (key: string, params: Readonly<Record<string, unknown>> = {}): string =>
  i18next.exists(key, params) ? String((i18next.t as (key: string, params: object) => unknown)(key, params)) : key;

/** The language of the moment, for what is written by numbers and lengths outside of a component. */
export const currentLanguage = (): string => i18next.language ?? 'en';

/** Writes whole numbers as the language does: `50,000`, `50 000`. */
export const useNumber = (): ((value: number) => string) => {
  const { i18n } = useTranslation();
  return (value) => value.toLocaleString(i18n.language);
};

/** What fills a sentence, with the kind of a record in the words of the language. */
const inWords = (params: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => {
  const { kind } = params;
  const known = typeof kind === 'string' && i18next.exists(`plan.kindName.${kind}`);
  return known ? { ...params, kind: wordFor(`plan.kindName.${kind}`) } : params;
};

/** The sentence for a failure: the thing, the place, the remedy. */
export const sentenceFor = ({ code, data }: Failure): string =>
  i18next.exists(`errors.${code}`, data ?? {})
    ? wordFor(`errors.${code}`, inWords(data))
    : wordFor('errors.UNKNOWN', { code });

/** The sentence of a finding. */
export const findingFor = ({ code, params }: Pick<Finding, 'code' | 'params'>): string =>
  wordFor(`checks.${code.replace('-', '_')}`, inWords(params));

/** The name of a step, as the undo menu shows it. */
export const stepName = (label: {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}): string => wordFor(label.key, label.params);
