#!/usr/bin/env node
// The command line from a checkout: `npx entente ...`. Builds once if need be, then runs the built main process on
// Node itself; a browser is started only by the commands that print.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const own = path.join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const node = existsSync(own) ? own : process.execPath;
const main = path.join(root, 'dist/main/main.js');

if (!existsSync(main)) {
  const built = spawnSync(node, [path.join(root, 'build/build.ts')], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) process.exit(1);
}
const host = path.join(root, 'build/chromium-host/run.ts');
const words = process.argv.slice(2);
const args = ['--no-warnings', host, main, ...(words.length === 0 ? ['help'] : words)];
const { status } = spawnSync(node, args, { stdio: 'inherit', env: { ...process.env, ENTENTE_HEADLESS: '1' } });
process.exitCode = status ?? 1;
