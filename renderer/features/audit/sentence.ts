import type { HashedEntry } from '#shared/audit/chain.ts';
import { AUDIT_CODES } from '#shared/audit/codes.ts';
import { PRODUCT_IDS } from '#shared/print/products.ts';
import { isKind } from '#shared/plan/records.ts';
import { wordFor } from '../../ui/words.ts';

/** Members of the data that are words of their own, not text that somebody wrote. */
const inWords = (name: string, value: unknown): unknown => {
  if (typeof value !== 'string') return typeof value === 'number' ? value : '';
  if (name === 'kind' && isKind(value)) return wordFor(`app.kind.${value}`).toLocaleLowerCase();
  if (name === 'product' && PRODUCT_IDS.some((id) => id === value)) return wordFor(`print.products.${value}`);
  return name === 'state' ? wordFor(`exchange.state.${value}`) : value;
};

/** The member that a sentence counts, so that one is not written as several. */
const COUNTED: Readonly<Record<string, string>> = {
  EXPORTED: 'records',
  IMPORTED: 'taken',
  PRINTED: 'sheets',
  TABLE_SAVED: 'rows',
  CALENDAR_SAVED: 'events',
};

/** What happened, in one line; a code that this Entente does not know stands for itself. */
export const auditSentence = ({ code, data }: Pick<HashedEntry, 'code' | 'data'>): string =>
  AUDIT_CODES[code] === undefined
    ? wordFor('audit.unknown', { code })
    : wordFor(
        `audit.code.${code}`,
        Object.fromEntries([
          ...Object.entries(data).map(([name, value]) => [name, inWords(name, value)]),
          ...(COUNTED[code] === undefined ? [] : [['count', Number(data[COUNTED[code]] ?? 0)]]),
        ]),
      );
