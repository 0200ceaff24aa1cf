/** Finds a browser for the stand-in: one that is installed, else the headless Chromium that comes from npm alone. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

/** Beside what the gates keep there; `npm ci` leaves it alone. */
const cache = (): string => path.resolve(import.meta.dirname, '../../.cache');

export interface Browser {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
  readonly headlessOnly: boolean;
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** An installed Chromium, Chrome or Edge on the path or in its usual place. */
export const installedBrowser = (searchPath = process.env['PATH'] ?? ''): string | undefined =>
  [
    ...searchPath.split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    ...PLACES,
  ].find((file) => existsSync(file));

/** The package's folder; its archives lie under `bin`. */
const packageHome = (): string =>
  path.resolve(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../..');

/**
 * Unpacks the browser, its fonts and its libraries into a folder: the package itself knows only the system's temporary
 * one. @param place where the folder will stand in the end.
 */
const unpackInto = async (folder: string, place: string): Promise<void> => {
  const { default: chromium } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  const archive = path.join(folder, 'libraries.tar');
  writeFileSync(archive, brotliDecompressSync(readFileSync(path.join(packageHome(), 'bin/al2023.tar.br'))));
  spawnSync('tar', ['-xf', archive, '-C', folder]);
  rmSync(archive);
  writeFileSync(
    path.join(folder, 'fonts/fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${place}/fonts</dir><cachedir>${place}/fonts/cache</cachedir></fontconfig>`,
  );
};

/**
 * The unpacked package in our own cache, never in a folder that others can write to. Whole or not there at all: several
 * apps may start at once, and the first to finish gives its folder the name that all look for.
 */
const unpacked = async (): Promise<string> => {
  const folder = path.join(cache(), 'chromium');
  if (existsSync(folder)) return folder;
  mkdirSync(cache(), { recursive: true });
  const own = mkdtempSync(path.join(cache(), 'chromium-'));
  await unpackInto(own, folder);
  try {
    renameSync(own, folder);
    return folder;
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true, force: true });
    return folder;
  }
};

const fromPackage = async (): Promise<Browser> => {
  const folder = await unpacked();
  const executable = path.join(folder, 'chromium');
  const missing = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout.includes('not found');
  return {
    executable,
    env: {
      ...(missing ? { LD_LIBRARY_PATH: path.join(folder, 'lib') } : {}),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: path.join(folder, 'fonts/fonts.conf') }),
    },
    headlessOnly: true,
  };
};

/** `ENTENTE_BROWSER`, an installed browser, or the packaged one, in this order. */
export const findBrowser = async (): Promise<Browser> => {
  const executable = process.env['ENTENTE_BROWSER'] ?? installedBrowser();
  return executable === undefined || executable === 'package'
    ? fromPackage()
    : { executable, env: {}, headlessOnly: false };
};

/** The harness's own flags: no background traffic, no name resolved; a sandbox wherever the user is not root. */
export const browserArguments = (): string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];
