import { formatWhen } from '#shared/time/display.ts';
import { parseWhen } from '#shared/time/input.ts';
import { stepWhen, type Step } from '#shared/time/step.ts';
import { tallinn } from './context.ts';

const QUARTER: Step = { unit: 'minute', n: 15 };
const BACK: Step = { unit: 'minute', n: -15 };
const DAY: Step = { unit: 'day', n: 1 };

const stepped = (text: string, step: Step): string | undefined => {
  const read = parseWhen(text, tallinn);
  const next = read.ok ? stepWhen(read.value, step, tallinn) : read;
  return next.ok ? formatWhen(next.value, tallinn) : next.error.code;
};

test.each([
  ['121400ZJUN27', QUARTER, '121415ZJUN27'],
  ['121400ZJUN27', BACK, '121345ZJUN27'],
  ['302200ZOCT27', DAY, '312300ZOCT27'],
  ['H+2', QUARTER, 'H+2h15'],
  ['H+2', DAY, 'H+26'],
  ['C+3', DAY, 'C+4'],
  ['C+3', QUARTER, 'C+3 0015'],
  ['C+3', BACK, 'C+2 2345'],
  ['D-2 2350', QUARTER, 'D-1 0005'],
  ['C+3660', DAY, 'C+3660'],
  ['E+2', QUARTER, 'ANCHOR_UNDATED'],
] as const)('%s steps by %o to %s', (text, step, expected) => {
  expect(stepped(text, step)).toBe(expected);
});
