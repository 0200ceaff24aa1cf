/** Reads a file that somebody else made. */
import { constants, type FileHandle, open } from 'node:fs/promises';
import { LIMITS } from '#shared/exchange/limits.ts';
import { type Result, fail, ok } from '#shared/result.ts';

/** At most `size` bytes, whatever the file becomes meanwhile. */
const readAtMost = async (handle: FileHandle, size: number): Promise<Uint8Array> => {
  const bytes = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
};

/**
 * Reads a regular file once, within the cap (M1); devices and pipes, which may never end, are none.
 * Fails with BUNDLE_TOO_LARGE {bytes} or FILE_NOT_READ {file}.
 */
export const readForeignFile = async (file: string): Promise<Result<Uint8Array>> => {
  try {
    // Without O_NONBLOCK opening a pipe would wait for its other end.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await handle.stat();
      if (!found.isFile()) return fail('FILE_NOT_READ', { file });
      if (found.size > LIMITS.file) return fail('BUNDLE_TOO_LARGE', { bytes: found.size });
      return ok(await readAtMost(handle, found.size));
    } finally {
      await handle.close();
    }
  } catch {
    return fail('FILE_NOT_READ', { file });
  }
};
