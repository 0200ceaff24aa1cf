/**
 * `npm run bench [-- --json FILE] [--records N] [--only exchange|review|planning|heartbeat|print|timeline|program]`: what
 * the program takes, as ratios to the plain operation beneath. The timeline in part: `--sizes 1000,10000`,
 * `--peers ours,svar,ladder`, `--rounds 5`, `--window 2560x1440` for the ladder.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { freshFolder } from '#build/driver.ts';
import { benchExchange, benchReview } from './exchange.ts';
import type { Figure } from './figures.ts';
import { generate } from './generate.ts';
import { benchHeartbeat } from './heartbeat.ts';
import { benchPlanning } from './planning.ts';
import { benchPrint } from './print.ts';
import { TIMELINE_DEFAULTS, benchTimelineFigures } from './timelines.ts';
import { benchVault } from './vault.ts';
import { benchWindow } from './window.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    records: { type: 'string', default: '50000' },
    only: { type: 'string' },
    sizes: { type: 'string', default: TIMELINE_DEFAULTS.sizes.join(',') },
    peers: { type: 'string', default: TIMELINE_DEFAULTS.peers.join(',') },
    rounds: { type: 'string', default: String(TIMELINE_DEFAULTS.rounds) },
    window: { type: 'string', default: Object.values(TIMELINE_DEFAULTS.window).join('x') },
  },
});

const show = ({ name, value, baseline, ratio }: Figure): string =>
  `${value.toFixed(1).padStart(9)} ms  ${baseline.toFixed(1).padStart(9)} ms  ${ratio.toFixed(2).padStart(7)} ×  ${name}`;

const { only } = values;
const [width = 0, height = 0] = values.window.split('x').map(Number);
if (!(width > 0 && height > 0)) throw new Error('--window takes a width and a height: 1440x900');
/** The timeline makes plans of its own. */
const records = only === 'timeline' ? [] : generate(Number(values.records));
console.log(`${records.length} records, Node ${process.versions.node}, ${cpus().length} cores\n`);
console.log('     ours         plain         ratio');
const figures: Figure[] = [];
const take = (more: readonly Figure[]): void => {
  figures.push(...more);
  for (const one of more) console.log(show(one));
};

const data = freshFolder();
try {
  const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
    exchange: () => benchExchange(records),
    review: () => benchReview(records),
    planning: benchPlanning,
    heartbeat: () => benchHeartbeat(records),
    print: benchPrint,
    timeline: () =>
      benchTimelineFigures({
        sizes: values.sizes.split(',').map(Number),
        peers: values.peers.split(','),
        rounds: Number(values.rounds),
        window: { width, height },
      }),
    // The window opens what the vault was filled with.
    program: async () => [...(await benchVault(data.folder, records)), ...(await benchWindow(data.folder))],
  };
  if (only !== undefined && !Object.hasOwn(parts, only))
    throw new Error(`--only takes ${Object.keys(parts).join(', ')}`);
  for (const [name, part] of Object.entries(parts)) if (only === undefined || only === name) take(await part());
} finally {
  data.remove();
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, undefined, 2)}\n`);
