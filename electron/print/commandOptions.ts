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
  columns: 'columns',
};

const FLAGS: Readonly<Record<string, string>> = {
  'black-and-white': 'blackAndWhite',
  'bar-times': 'barTimes',
  'join-marks': 'joinMarks',
};

/** What is on or off by the product's own default, and can be said either way. */
const YES_OR_NO: Readonly<Record<string, string>> = {
  'exercise-line': 'exerciseLine',
  'entry-times': 'entryTimes',
  filled: 'filled',
  movements: 'movements',
  remarks: 'remarks',
  strength: 'strength',
  subordinates: 'subordinates',
  undated: 'undated',
};

const NUMBERS: Readonly<Record<string, string>> = {
  levels: 'levels',
  'columns-wide': 'columnsWide',
  overlap: 'overlap',
};

const HOURS_PER_CM = HOUR / 10;

const SCALES: readonly (readonly [string, (value: number) => object])[] = [
  ['pages-wide', (pagesWide) => ({ pagesWide })],
  ['hours-per-cm', (hours) => ({ msPerMm: hours * HOURS_PER_CM })],
  ['symbol-mm', (symbolMm) => ({ symbolMm })],
];

/** Rows by what people call them: participants and locations by code, units and locations by name; else their keys. */
const rowsOf = (plan: PlanState, typed: readonly string[]): readonly string[] => {
  const called = new Map<string, string>();
  for (const { id, name } of live(plan, 'location')) called.set(name, id);
  for (const { id, code } of live(plan, 'location')) if (code !== undefined) called.set(code, id);
  for (const { id, name } of live(plan, 'unit')) called.set(name, id);
  for (const { id, code } of live(plan, 'participant')) called.set(code, id);
  return typed.map((row) => called.get(row) ?? row);
};

const answerOf = (value: string): boolean | string => (value === 'yes' ? true : value === 'no' ? false : value);

/** @returns undefined where a value cannot be read at all. */
export const chosenOptions = (
  options: Options,
  context: TimeContext,
  plan: PlanState,
): Readonly<Record<string, unknown>> | undefined => {
  const change: Record<string, unknown> = {};
  const take = (fields: Readonly<Record<string, string>>, read: (value: string) => unknown): void => {
    for (const [name, field] of Object.entries(fields)) {
      const value = textOf(options, name);
      if (value !== undefined) change[field] = read(value);
    }
  };
  take(PLAIN, (value) => value);
  take(YES_OR_NO, answerOf);
  take(NUMBERS, Number);
  take({ paper: 'paper' }, (paper) => paper.toUpperCase());
  for (const [name, field] of Object.entries(FLAGS)) if (options[name] === true) change[field] = true;
  const rows = listOf(options, 'row');
  if (rows.length > 0) change['rows'] = rowsOf(plan, rows);
  const anchor = textOf(options, 'anchor');
  if (anchor !== undefined) change['anchor'] = live(plan, 'anchor').find(({ code }) => code === anchor)?.id ?? anchor;
  const scales = SCALES.flatMap(([name, scaleOf]) => {
    const value = textOf(options, name);
    return value === undefined ? [] : [scaleOf(Number(value))];
  });
  if (scales.length > 1) return undefined;
  if (scales.length === 1) change['scale'] = scales[0];
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
