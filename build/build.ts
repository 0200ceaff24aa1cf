/**
 * Bundles main, preload and renderer into dist/, in parallel, and only what changed since the last build.
 * Each bundle is built beside its place and then moved in, so that a running app never sees half a bundle.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type InlineConfig } from 'vite';
import { CACHE, DIST, fromRoot } from './paths.ts';
import { mainConfig } from './vite/main.ts';
import { preloadConfig } from './vite/preload.ts';
import { rendererConfig } from './vite/renderer.ts';

interface Bundle {
  readonly name: string;
  /** The file that the rest of the product loads. */
  readonly product: string;
  readonly inputs: readonly string[];
  readonly config: (outDir: string) => InlineConfig;
}

const COMMON = ['shared', 'package.json', 'package-lock.json', 'build/vite', 'build/build.ts', 'build/paths.ts'];
const BUNDLES: readonly Bundle[] = [
  { name: 'main', product: 'main.js', inputs: [...COMMON, 'electron'], config: mainConfig },
  { name: 'preload', product: 'preload.cjs', inputs: [...COMMON, 'electron/preload.ts'], config: preloadConfig },
  { name: 'renderer', product: 'index.html', inputs: [...COMMON, 'renderer'], config: rendererConfig },
];

const filesUnder = (entry: string): readonly string[] => {
  const listing = existsSync(entry) ? readdirSync(path.dirname(entry), { withFileTypes: true }) : [];
  const self = listing.find((item) => item.name === path.basename(entry));
  if (self === undefined) return [];
  if (!self.isDirectory()) return [entry];
  return readdirSync(entry, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
    .toSorted();
};

const hashOf = (inputs: readonly string[]): string => {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap((input) => filesUnder(fromRoot(input)))) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
};

const noteOf = (name: string): string => path.join(CACHE, `build-${name}.sha256`);

const isFresh = ({ name, product }: Bundle, hash: string): boolean =>
  existsSync(path.join(DIST, name, product)) && existsSync(noteOf(name)) && readFileSync(noteOf(name), 'utf8') === hash;

const moveIn = (from: string, to: string): void => {
  const old = `${to}.old-${process.pid}`;
  if (existsSync(to)) renameSync(to, old);
  renameSync(from, to);
  rmSync(old, { recursive: true, force: true });
};

/** @returns whether the bundle had to be built */
const buildOne = async (bundle: Bundle): Promise<boolean> => {
  const hash = hashOf(bundle.inputs);
  if (isFresh(bundle, hash)) return false;
  const next = path.join(DIST, `.${bundle.name}-${process.pid}`);
  try {
    await build({ ...bundle.config(next), configFile: false, logLevel: 'warn' });
    moveIn(next, path.join(DIST, bundle.name));
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  writeFileSync(noteOf(bundle.name), hash);
  return true;
};

mkdirSync(CACHE, { recursive: true });
mkdirSync(DIST, { recursive: true });
const started = performance.now();
const built = await Promise.all(BUNDLES.map(buildOne));
const names = BUNDLES.filter((_, index) => built[index]).map(({ name }) => name);
if (names.length > 0) console.log(`built ${names.join(', ')} in ${Math.round(performance.now() - started)} ms`);
