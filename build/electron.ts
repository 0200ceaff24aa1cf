/** Electron's binary: where it lies, and whether it can be fetched where it does not lie there yet. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE, fromRoot } from './paths.ts';

const EXECUTABLES: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
const PACKAGE = fromRoot('node_modules/electron');
const PROBE_MS = 8_000;
const DOWNLOAD_MS = 300_000;
const REMEMBER_MS = 24 * 60 * 60 * 1000;

/** The unpacked binary: from ELECTRON_OVERRIDE_DIST_PATH or where the package unpacks its own. */
export const electronBinary = (
  folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(PACKAGE, 'dist'),
): string | undefined => {
  const file = path.join(folder, EXECUTABLES[process.platform] ?? 'electron');
  return existsSync(file) ? file : undefined;
};

const version = (): string =>
  (JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version;

interface Note {
  readonly version: string;
  readonly at: number;
}

/** Whether an attempt of the last day failed: an air-gapped machine should not wait at every start. */
export const failedLately = (note: string, wanted: string, now: number): boolean => {
  try {
    const { version: tried, at } = JSON.parse(readFileSync(note, 'utf8')) as Note;
    return tried === wanted && now - at < REMEMBER_MS;
  } catch {
    return false;
  }
};

const reachable = async (wanted: string): Promise<boolean> => {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const url = `${mirror}v${wanted}/SHASUMS256.txt`;
    const { ok } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return ok;
  } catch {
    return false;
  }
};

/** Electron's binary, fetched by the package's own installer if need be; undefined where that is not possible. */
export const obtainElectron = async (): Promise<string | undefined> => {
  const found = electronBinary();
  if (found !== undefined) return found;
  const wanted = version();
  const note = path.join(CACHE, 'electron-download.json');
  if (failedLately(note, wanted, Date.now())) return undefined;
  if (await reachable(wanted)) {
    console.log(`Fetching Electron ${wanted} …`);
    spawnSync(process.execPath, [path.join(PACKAGE, 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_MS });
  }
  const fetched = electronBinary();
  if (fetched === undefined) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(note, JSON.stringify({ version: wanted, at: Date.now() } satisfies Note));
  }
  return fetched;
};
