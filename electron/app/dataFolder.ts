/** Where everything of this planner lives: `--data DIR`, else Electron's folder for the app. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Result, fail, ok } from '#shared/result.ts';

/** The value behind `--data` (or in `--data=`), if there is one. */
export const dataArgument = (args: readonly string[]): string | undefined => {
  const at = args.findIndex((argument) => argument === '--data' || argument.startsWith('--data='));
  const found = args[at];
  return found?.startsWith('--data=') === true ? found.slice('--data='.length) : at === -1 ? undefined : args[at + 1];
};

/**
 * Makes the folder if need be and sees that it can be written.
 * Fails with DATA_FOLDER_READ_ONLY {folder} or DATA_FOLDER_UNUSABLE {folder}.
 */
export const prepareDataFolder = (folder: string): Result<string> => {
  const full = path.resolve(folder);
  try {
    mkdirSync(full, { recursive: true, mode: 0o700 });
  } catch (error) {
    const readOnly =
      error instanceof Error && 'code' in error && ['EROFS', 'EACCES', 'EPERM'].includes(String(error.code));
    return fail(readOnly ? 'DATA_FOLDER_READ_ONLY' : 'DATA_FOLDER_UNUSABLE', { folder: full });
  }
  try {
    accessSync(full, constants.W_OK | constants.R_OK);
    return ok(full);
  } catch {
    return fail('DATA_FOLDER_READ_ONLY', { folder: full });
  }
};
