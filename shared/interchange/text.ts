/** Bytes of a file of another program as text, within what its parser can take without hurting the machine. */
import { fromUtf8 } from '../exchange/bytes.ts';
import { type Result, fail, ok } from '../result.ts';

const MIB = 1024 * 1024;

/** Mebibytes of a file: JSON can need 50 times as much memory, and reading XML a second for five of them. */
const MOST = 16;

/** Fails with INTERCHANGE_TOO_LARGE {limit} (mebibytes) before anything is decoded, or FILE_NOT_TEXT. */
export const textOfFile = (bytes: Uint8Array): Result<string> => {
  if (bytes.length > MOST * MIB) return fail('INTERCHANGE_TOO_LARGE', { limit: MOST });
  const text = fromUtf8(bytes);
  return text === undefined ? fail('FILE_NOT_TEXT') : ok(text);
};
