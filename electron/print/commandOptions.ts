/** The command line's options of a print, in the form in which the products know them. */
import { type PlanState, live } from '#shared/plan/state.ts';
import { timeResolver } from '#shared/plan/times.ts';
import type { TimeContext } from '#shared/time/context.ts';
import { parseWhen } from '#shared/time/input.ts';
import { HOUR, formatInstant } from '#shared/time/instant.ts';
import { type Options, listOf, textOf } from '../cli/context.ts';

/** Options that stand for themselves; the product's schema says whether their values are right. */
const PLAIN: Readonly<Record<string, string>> = {
  orientation: 'orientation',
  group: 'grouping',
  colour: 'colourBy',
  times: 'times',
  marking: 'marking',
  language: 'language',
  'text-size': 'textSize',
};

const FLAGS: Readonly<Record<string, string>> = {
  'black-and-white': 'blackAndWhite',
  'bar-times': 'barTimes',
  'join-marks': 'joinMarks',
};

const HOURS_PER_CM = HOUR / 10;

const SCALES: readonly (readonly [string, (value: number) => object])[] = [
  ['pages-wide', (pagesWide) => ({ pagesWide })],
  ['hours-per-cm', (hours) => ({ msPerMm: hours * HOURS_PER_CM })],
  ['symbol-mm', (symbolMm) => ({ symbolMm })],
];

/** @returns undefined where a value cannot be read at all. */
export const chosenOptions = (
  options: Options,
  context: TimeContext,
  plan: PlanState,
): Readonly<Record<string, unknown>> | undefined => {
  const change: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(PLAIN)) {
    const value = textOf(options, name);
    if (value !== undefined) change[field] = value;
  }
  for (const [name, field] of Object.entries(FLAGS)) if (options[name] === true) change[field] = true;
  const paper = textOf(options, 'paper');
  if (paper !== undefined) change['paper'] = paper.toUpperCase();
  const line = textOf(options, 'exercise-line');
  if (line !== undefined) change['exerciseLine'] = line === 'yes' ? true : line === 'no' ? false : line;
  const rows = listOf(options, 'row');
  // Participants may be named by their codes.
  const codes = new Map(live(plan, 'participant').map(({ code, id }) => [code, id]));
  if (rows.length > 0) change['rows'] = rows.map((row) => codes.get(row) ?? row);
  const scales = SCALES.flatMap(([name, scaleOf]) => {
    const value = textOf(options, name);
    return value === undefined ? [] : [scaleOf(Number(value))];
  });
  if (scales.length > 1) return undefined;
  if (scales.length === 1) change['scale'] = scales[0];
  const levels = textOf(options, 'levels');
  if (levels !== undefined) change['levels'] = Number(levels);
  for (const name of ['from', 'until']) {
    const typed = textOf(options, name);
    if (typed === undefined) continue;
    const when = parseWhen(typed, context);
    const at = when.ok ? timeResolver(plan)(when.value) : undefined;
    if (at === undefined) return undefined;
    change[name === 'from' ? 'from' : 'to'] = formatInstant(at);
  }
  return change;
};
