/** Runs jest with our configuration and a few workers fewer than the machine would like: two cores, one browser. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, '--config', path.join(root, 'build/jest.config.mjs'), '--maxWorkers=2', ...process.argv.slice(2)],
  { stdio: 'inherit', cwd: root, env: { ...process.env, NODE_NO_WARNINGS: '1' } },
);
process.exitCode = status ?? 1;
