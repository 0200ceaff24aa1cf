/** What each bar waits for, in words: the column of the table that stands for the lines of the chart. */
import { endOf } from '#shared/plan/dependency/ends.ts';
import { type PlanState, live } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import { formatDuration } from '#shared/time/display.ts';
import { MINUTE } from '#shared/time/instant.ts';

/** By the id of the activity or movement that waits: `FIN-S1 FS +2h; Load SS`. */
export const waitsOf = (plan: PlanState, locale: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { from, to, type, lagMinutes } of live(plan, 'dependency')) {
    const end = endOf(plan, from);
    if (end === undefined) continue;
    const lag =
      lagMinutes === 0 ? '' : ` ${lagMinutes > 0 ? '+' : '−'}${formatDuration(Math.abs(lagMinutes) * MINUTE, locale)}`;
    const text = `${titleOf(end)} ${type}${lag}`;
    const before = found.get(to);
    found.set(to, before === undefined ? text : `${before}; ${text}`);
  }
  return found;
};
