import type { PlanState } from '../plan/state.ts';
import { type Bar, barsOf } from '../timeline/bars.ts';

const bars = new WeakMap<PlanState, readonly Bar[]>();

/** The bars of a plan, remembered for it: each change of an option asks again. */
export const barsOfPlan = (plan: PlanState): readonly Bar[] => {
  const known = bars.get(plan) ?? barsOf(plan);
  bars.set(plan, known);
  return known;
};
