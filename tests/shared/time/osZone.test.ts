import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Printed } from './osZone.ts';

function under(zone: string): Printed {
  const run = spawnSync(process.execPath, [path.join(__dirname, 'osZone.ts')], {
    env: { ...process.env, TZ: zone, LC_ALL: 'C', NODE_NO_WARNINGS: '1' },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as Printed;
}

const inUtc = under('UTC');

test('reads and shows the exercise’s times', () => {
  expect(inUtc.readings).toHaveLength(8);
  expect(inUtc.readings[6]).toEqual([
    'D+1 0330',
    '2027-10-31T00:30:00Z',
    {
      dtg: '310030ZOCT27',
      localDtg: '310330COCT27',
      local: '31 Oct 2027 03:30 (Tallinn +03:00)',
      anchor: 'H+23',
    },
    '31 Oct 2027 03:30 +03:00 – 31 Oct 2027 03:30 +02:00',
  ]);
});

test.each([
  ['America/Toronto', 240],
  ['Asia/Kathmandu', -345],
  ['Pacific/Apia', -780],
])('says the same on a computer in %s', (zone, minutes) => {
  const { computer, ...said } = under(zone);
  expect(computer).toBe(minutes);
  expect(said).toEqual({ readings: inUtc.readings, walls: inUtc.walls });
});
