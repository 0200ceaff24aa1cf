/** Where things lie in the project, for every tool in build/ and every test. */
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');
export const fromRoot = (...parts: readonly string[]): string => path.join(ROOT, ...parts);
/** Downloads, hashes and notes that may be thrown away at any time. */
export const CACHE = fromRoot('.cache');
export const DIST = fromRoot('dist');
export const MAIN_BUNDLE = path.join(DIST, 'main/main.js');
