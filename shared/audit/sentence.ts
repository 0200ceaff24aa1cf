/** What an entry of the log says, in words: the same in the viewer, in its tables and on the command line. */
import type { Word } from '../messages/word.ts';
import { isKind } from '../plan/records.ts';
import { PRODUCT_IDS } from '../print/products.ts';
import type { HashedEntry } from './chain.ts';
import { AUDIT_CODES } from './codes.ts';

/** Members of the data that are words of their own, not text that somebody wrote. */
const inWords = (name: string, value: unknown, word: Word): unknown => {
  if (typeof value !== 'string') return typeof value === 'number' ? value : '';
  if (name === 'kind' && isKind(value)) return word(`app.kind.${value}`).toLocaleLowerCase();
  if (name === 'product' && PRODUCT_IDS.some((id) => id === value)) return word(`print.products.${value}`);
  return name === 'state' ? word(`exchange.state.${value}`) : value;
};

/** The member that a sentence counts, so that one is not written as several. */
const COUNTED: Readonly<Record<string, string>> = {
  EXPORTED: 'records',
  IMPORTED: 'taken',
  PRINTED: 'sheets',
  FILE_IMPORTED: 'taken',
  TABLE_SAVED: 'rows',
  CALENDAR_SAVED: 'events',
};

/** What happened, in one line; a code that this Entente does not know stands for itself. */
export const auditSentence = ({ code, data }: Pick<HashedEntry, 'code' | 'data'>, word: Word): string => {
  if (AUDIT_CODES[code] === undefined) return word('audit.unknown', { code });
  // Of a step that marks very many records anew, the last entry counts those that are not named.
  if (code === 'LABEL_CHANGED' && typeof data['more'] === 'number')
    return word('audit.moreLabels', { count: data['more'] });
  return word(
    `audit.code.${code}`,
    Object.fromEntries([
      ...Object.entries(data).map(([name, value]) => [name, inWords(name, value, word)]),
      ...(COUNTED[code] === undefined ? [] : [['count', Number(data[COUNTED[code]] ?? 0)]]),
    ]),
  );
};
