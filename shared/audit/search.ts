/**
 * Searching the log by what a person reads there. Entries keep codes and values, never sentences, so each word that is
 * typed is looked for in the words of the reader's language first, and then in the log by the codes and values behind them.
 */
import type { Word } from '../messages/word.ts';
import { KINDS } from '../plan/records.ts';
import { PRODUCT_IDS } from '../print/products.ts';
import { AUDIT_CODES } from './codes.ts';
import { type AuditTerm, MAX_TERM, MAX_TERMS } from './terms.ts';

/** Small letters without accents: "revision" finds "Révision". */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/** Values of the data that are shown as words of their own, as they stand in the data. */
const valuesIn = (word: Word): readonly (readonly [shown: string, stored: string])[] => [
  ...['unverified', 'verified', 'revoked', 'superseded'].map(
    (state) => [word(`exchange.state.${state}`), `"state":"${state}"`] as const,
  ),
  ...KINDS.map((kind) => [word(`app.kind.${kind}`), `"kind":"${kind}"`] as const),
  ...PRODUCT_IDS.map((id) => [word(`print.products.${id}`), `"product":"${id}"`] as const),
];

/** What is looked for: an entry fits that has all of it. */
export const auditTerms = (text: string, word: Word): readonly AuditTerm[] => {
  // Of one and of several: either may be what stands there.
  const sentence = (code: string): string => [1, 2].map((count) => word(`audit.code.${code}`, { count })).join('\n');
  const sentences = Object.keys(AUDIT_CODES).map((code) => [folded(sentence(code)), code] as const);
  const values = valuesIn(word).map(([shown, stored]) => [folded(shown), stored] as const);
  return [...new Set(text.split(/[\s,:;“”«»]+/u).filter(Boolean))].slice(0, MAX_TERMS).map((typed) => {
    const wanted = folded(typed);
    return {
      codes: sentences.flatMap(([said, code]) => (said.includes(wanted) ? [code] : [])),
      texts: [
        typed.slice(0, MAX_TERM),
        ...values.flatMap(([shown, stored]) => (shown.includes(wanted) ? [stored] : [])),
      ],
    };
  });
};
