/** Writes a file whole or not at all: beside its place, flushed, read back, then renamed over it. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Result, fail, ok } from '#shared/result.ts';

const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'FILE_DISK_FULL';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'FILE_READ_ONLY';
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'FILE_NO_FOLDER' : 'FILE_NOT_WRITTEN';
};

/** The folder's entry too must reach the disk, or a power cut could bring the old name back. */
const syncFolder = async (folder: string): Promise<void> => {
  // Windows opens no folders; its rename is flushed with the volume.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
};

/** Looks at the bytes that the disk gave back, before they take the file's place; its failure keeps them from it. */
export type LastLook = (written: Uint8Array) => Promise<Result<unknown>>;

/**
 * Fails with FILE_DISK_FULL, FILE_READ_ONLY, FILE_NO_FOLDER or FILE_NOT_WRITTEN {file}, or as the last look did; then
 * what was there is still there, and nothing else.
 */
export const writeFileWhole = async (file: string, bytes: Uint8Array, look?: LastLook): Promise<Result<null>> => {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const written = await readFile(temporary);
    const seen = Buffer.compare(written, bytes) === 0 ? await look?.(written) : fail('FILE_NOT_WRITTEN', { file });
    if (seen?.ok === false) {
      await rm(temporary, { force: true });
      return seen;
    }
    await rename(temporary, file);
    await syncFolder(path.dirname(file));
    return ok(null);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return fail(codeOf(error), { file });
  }
};

/** Asked before something that cannot be taken back is done for a file: fails as `writeFileWhole` would, writes nothing. */
export const checkFile = async (file: string): Promise<Result<null>> => {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() === true) return fail('FILE_NOT_WRITTEN', { file });
  const tried = await writeFileWhole(file, new Uint8Array(), () => Promise.resolve(fail('CANCELLED')));
  return tried.ok || tried.error.code === 'CANCELLED' ? ok(null) : tried;
};
