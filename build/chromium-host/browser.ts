/** Finds a browser for the stand-in: one that is installed, else the headless Chromium that comes from npm alone. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

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

/** The package's own libraries, for machines without NSS: unpacked once beside the browser. */
const unpackLibraries = (): string => {
  const home = path.resolve(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../..');
  const folder = path.join(tmpdir(), 'entente-chromium-libraries');
  if (!existsSync(path.join(folder, 'lib'))) {
    mkdirSync(folder, { recursive: true });
    const archive = path.join(folder, 'libraries.tar');
    writeFileSync(archive, brotliDecompressSync(readFileSync(path.join(home, 'bin/al2023.tar.br'))));
    spawnSync('tar', ['-xf', archive, '-C', folder]);
  }
  return path.join(folder, 'lib');
};

const fromPackage = async (): Promise<Browser> => {
  const { default: chromium } = await import('@sparticuz/chromium');
  const executable = await chromium.executablePath();
  const missing = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout.includes('not found');
  return { executable, env: missing ? { LD_LIBRARY_PATH: unpackLibraries() } : {}, headlessOnly: true };
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
