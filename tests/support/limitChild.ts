/** Runs one command of the command line in a process of its own and tells what it took, at its peak. */
import { readFileSync } from 'node:fs';
import { runCommandLine } from '#electron/cli/run.ts';

let err = '';
const start = performance.now();
const exit = await runCommandLine(
  process.argv.slice(2),
  '/nowhere',
  {},
  {
    // Only that there was an answer: a review of a large bundle is long.
    out: () => undefined,
    err: (text) => void (err += text),
  },
);
// On a machine that does other things too, the clock on the wall tells of those.
const { user, system } = process.cpuUsage();
const ms = Math.min(performance.now() - start, (user + system) / 1000);
/** Bytes. Linux counts what a process inherits from the one that started it into `maxRSS`, so it is asked otherwise. */
const peakOf = (): number => {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const [, kibibytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
};
const peak = peakOf();
process.stdout.write(`${JSON.stringify({ exit, code: err === '' ? null : err.split(':')[0], ms, peak })}\n`);
