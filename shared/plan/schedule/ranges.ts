/**
 * The ranges that quantities are put into where records are grouped by them. They are the same in every plan and never
 * follow from the values at hand: a row or colour means tomorrow, and on a partner's screen, what it means today.
 */
const HOUR = 60;
const DAY = 24 * HOUR;

/** Where ranges begin. The first is nothing at all, the second whatever is more than nothing, the last has no end. */
const STEPS = [0, 1, 10, 50, 100, 500, 1_000, 5_000, 10_000];
/** The same of lengths of time, in minutes: hours, a shift, half a day, days, weeks. */
const LENGTHS = [0, 1, HOUR, 4 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY, 28 * DAY];

/** What a quantity measures: whole things, a measure, or minutes. */
export type Quantity = 'count' | 'measure' | 'minutes';

const stepsOf = (quantity: Quantity): readonly number[] => (quantity === 'minutes' ? LENGTHS : STEPS);

/** The ranges by their names, in their order. */
export const rangeKeys = (quantity: Quantity): readonly string[] => stepsOf(quantity).map(String);

/** The name of the range that a value from 0 on falls into. */
export const rangeOf = (quantity: Quantity, value: number): string => {
  const steps = stepsOf(quantity);
  // Half a tonne is more than nothing.
  const at =
    value > 0
      ? Math.max(
          1,
          steps.findLastIndex((step) => step <= value),
        )
      : 0;
  return String(steps[at] ?? 0);
};

/** What a range spans: nothing at all, up to something, from something on, or between. `to` is its last where things are counted, else the first behind it. */
export type Range =
  | { readonly form: 'none' }
  | { readonly form: 'under'; readonly to: number }
  | { readonly form: 'between'; readonly from: number; readonly to: number }
  | { readonly form: 'more'; readonly from: number };

/** The range of a name; undefined for what is none. */
export const readRange = (quantity: Quantity, key: string): Range | undefined => {
  const steps = stepsOf(quantity);
  const at = steps.findIndex((step) => String(step) === key);
  const [from, next] = [steps[at], steps[at + 1]];
  if (from === undefined) return undefined;
  if (at === 0) return { form: 'none' };
  if (next === undefined) return { form: 'more', from };
  if (quantity === 'count') return { form: 'between', from, to: next - 1 };
  return at === 1 ? { form: 'under', to: next } : { form: 'between', from, to: next };
};
