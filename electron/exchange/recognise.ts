import { isAge } from '#shared/exchange/age.ts';
import { fromUtf8 } from '#shared/exchange/bytes.ts';

export type FileForm = 'bundle' | 'card' | 'orbat-mapper' | 'msdl' | 'unknown';

/** What a file is, by its content: its name proves nothing. */
export const recognise = (bytes: Uint8Array): FileForm => {
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || isAge(bytes)) return 'bundle';
  const start = fromUtf8(bytes.subarray(0, 4096).filter((byte) => byte < 0x80))?.trimStart() ?? '';
  if (start.startsWith('{"payload":"')) return 'card';
  if (start.startsWith('{')) return 'orbat-mapper';
  return start.startsWith('<') ? 'msdl' : 'unknown';
};
