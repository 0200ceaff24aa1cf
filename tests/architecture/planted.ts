/** A small tree with the product's own rules and a planted fault, to see each rule bite. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);

export type Files = Readonly<Record<string, string>>;

const CONFIGS = [
  'package.json',
  'tsconfig.json',
  'build/tsconfig.base.json',
  'build/tsconfig.json',
  'build/lint',
  'shared/tsconfig.json',
  'shared/globals.d.ts',
  'electron/tsconfig.json',
  'renderer/tsconfig.json',
  'tests/tsconfig.json',
];

/** Lays the tree out in a fresh folder; whoever asked removes it. */
export const plant = (files: Files): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-planted-'));
  for (const config of CONFIGS) cpSync(path.join(root, config), path.join(folder, config), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const top of ['shared', 'electron', 'renderer', 'build', 'tests'])
    mkdirSync(path.join(folder, top), { recursive: true });
  for (const [name, source] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), source);
  }
  return folder;
};

export const uproot = (folder: string): void => rmSync(folder, { recursive: true, force: true });

const run = (folder: string, command: string, args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [bin(command), ...args], { cwd: folder, encoding: 'utf8' });
  return `${stdout}${stderr}`;
};

/** What the dependency rules say of the tree. */
export const cruise = (folder: string): string =>
  run(folder, 'depcruise', [
    '--config',
    'build/lint/dependency-cruiser.mjs',
    'shared',
    'electron',
    'renderer',
    'build',
    'tests',
  ]);

/** What the linter says of the tree. */
export const lint = (folder: string): string =>
  run(folder, 'oxlint', [
    '--config',
    'build/lint/oxlintrc.json',
    '--format',
    'unix',
    'shared',
    'electron',
    'renderer',
    'build',
    'tests',
  ]);

/** What the compiler says of one folder of the tree. */
export const compile = (folder: string, part: string): string => {
  const { stdout, stderr } = spawnSync(bin('tsc'), ['-b', part], { cwd: folder, encoding: 'utf8' });
  return `${stdout}${stderr}`;
};

/** What the dead-code search says of the tree. */
export const dead = (folder: string): string =>
  run(folder, 'knip', ['--config', 'build/lint/knip.json', '--no-progress']);

export const readRule = (file: string): string => readFileSync(path.join(root, file), 'utf8');
