import { open } from 'node:fs/promises';
import { LIMITS } from '#shared/exchange/limits.ts';
import { type Result, fail, ok } from '#shared/result.ts';

/** Reads a foreign file once, within the cap (M1). Fails with BUNDLE_TOO_LARGE {bytes} or FILE_NOT_READ {file}. */
export const readForeignFile = async (file: string): Promise<Result<Uint8Array>> => {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > LIMITS.file) return fail('BUNDLE_TOO_LARGE', { bytes: size });
      return ok(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch {
    return fail('FILE_NOT_READ', { file });
  }
};
