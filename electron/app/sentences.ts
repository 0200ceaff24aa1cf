/** Sentences for failures outside any window: the terminal and the box that says why the app cannot start. */
import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';
import type { Failure } from '#shared/result.ts';

/** The sentence of the catalogue for a failure, its places filled. */
export const sentenceOf = ({ code, data = {} }: Failure, locale: string): string => {
  const sentences: Readonly<Record<string, string>> = (locale.startsWith('fr') ? fr : en).errors;
  const known = sentences[code];
  const filled: Readonly<Record<string, string | number>> = known === undefined ? { code } : data;
  return (known ?? sentences['UNKNOWN'] ?? code).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(filled[name] ?? ''),
  );
};
