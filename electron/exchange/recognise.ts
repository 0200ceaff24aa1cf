import { isAge } from '#shared/exchange/age.ts';
import { fromBase64Url, fromUtf8 } from '#shared/exchange/bytes.ts';
import { CARD_KIND, RECEIPT_KIND, STATEMENT_KIND } from '#shared/exchange/jws.ts';

export type FileForm = 'bundle' | 'card' | 'statement' | 'receipt' | 'orbat-mapper' | 'msdl' | 'ics' | 'unknown';

const SIGNED: Readonly<Record<string, FileForm>> = {
  [CARD_KIND.typ]: 'card',
  [STATEMENT_KIND.typ]: 'statement',
  [RECEIPT_KIND.typ]: 'receipt',
};

/** What kind of signed document it claims to be, by the type in its first header; its reader checks the claim. */
const signedForm = (text: string): FileForm => {
  const header = /"protected":"([A-Za-z0-9_-]+)"/.exec(text)?.[1];
  const bytes = header === undefined ? undefined : fromBase64Url(header);
  const typ = /"typ":"([a-z+-]+)"/.exec((bytes === undefined ? undefined : fromUtf8(bytes)) ?? '')?.[1];
  return SIGNED[typ ?? ''] ?? 'card';
};

/** Bytes at the beginning in which a signed document of ours has its first header. */
const HEAD = 64 * 1024;

/** What a file is, by its content: its name proves nothing. */
export const recognise = (bytes: Uint8Array): FileForm => {
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || isAge(bytes)) return 'bundle';
  const start = fromUtf8(bytes.subarray(0, HEAD).filter((byte) => byte < 0x80))?.trimStart() ?? '';
  if (start.startsWith('{"payload":"')) return signedForm(start);
  if (/^BEGIN:VCALENDAR/i.test(start)) return 'ics';
  if (start.startsWith('{')) return 'orbat-mapper';
  return start.startsWith('<') ? 'msdl' : 'unknown';
};
