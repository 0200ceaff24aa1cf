/** What bars wait for and what waits for them, in words: what the lines of the chart say, for the table and the tooltip. */
import { endOf } from '#shared/plan/dependency/ends.ts';
import type { Dependency } from '#shared/plan/dependency/schema.ts';
import { type PlanState, live } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import { formatDuration } from '#shared/time/display.ts';
import { MINUTE } from '#shared/time/instant.ts';

/** One end with the terms of the link: `FIN-S1 FS +2h`; undefined where it is not in the plan. */
const endText = (
  plan: PlanState,
  id: string,
  { type, lagMinutes }: Pick<Dependency, 'type' | 'lagMinutes'>,
  locale: string,
): string | undefined => {
  const end = endOf(plan, id);
  if (end === undefined) return undefined;
  const lag =
    lagMinutes === 0 ? '' : ` ${lagMinutes > 0 ? '+' : '−'}${formatDuration(Math.abs(lagMinutes) * MINUTE, locale)}`;
  return `${titleOf(end)} ${type}${lag}`;
};

/** By the id of the activity or movement that waits: `FIN-S1 FS +2h; Load SS`. */
export const waitsOf = (plan: PlanState, locale: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const link of live(plan, 'dependency')) {
    const { from, to } = link;
    const text = endText(plan, from, link, locale);
    if (text === undefined) continue;
    const before = found.get(to);
    found.set(to, before === undefined ? text : `${before}; ${text}`);
  }
  return found;
};

/** What one bar waits for, and what waits for it. */
export const linksAround = (
  plan: PlanState,
  id: string,
  locale: string,
): { readonly before: readonly string[]; readonly after: readonly string[] } => {
  const [before, after]: [string[], string[]] = [[], []];
  for (const link of plan.dependency.values()) {
    if (link.deleted === true || (link.from !== id && link.to !== id)) continue;
    const text = endText(plan, link.to === id ? link.from : link.to, link, locale);
    if (text !== undefined) (link.to === id ? before : after).push(text);
  }
  return { before, after };
};
