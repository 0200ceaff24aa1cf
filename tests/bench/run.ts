/** `npm run bench [-- --json FILE] [--records N]`: what the program takes, as ratios to the plain operation beneath. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { freshFolder } from '#build/driver.ts';
import { benchExchange, benchReview } from './exchange.ts';
import type { Figure } from './figures.ts';
import { generate } from './generate.ts';
import { benchVault } from './vault.ts';
import { benchWindow } from './window.ts';

const { values } = parseArgs({
  options: { json: { type: 'string' }, records: { type: 'string', default: '50000' } },
});

const show = ({ name, value, baseline, ratio }: Figure): string =>
  `${value.toFixed(1).padStart(9)} ms  ${baseline.toFixed(1).padStart(9)} ms  ${ratio.toFixed(2).padStart(7)} ×  ${name}`;

const records = generate(Number(values.records));
console.log(`${records.length} records, Node ${process.versions.node}, ${cpus().length} cores\n`);
console.log('     ours         plain         ratio');
const figures: Figure[] = [];
const take = (more: readonly Figure[]): void => {
  figures.push(...more);
  for (const one of more) console.log(show(one));
};

const data = freshFolder();
try {
  take(await benchExchange(records));
  take(await benchReview(records));
  take(await benchVault(data.folder, records));
  take(await benchWindow(data.folder));
} finally {
  data.remove();
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, undefined, 2)}\n`);
