/** What the plan's rules find, kept up to date behind the planner's back: after a pause, in idle time. */
import { create } from 'zustand';
import type { Finding, Severity } from '#shared/plan/checks/finding.ts';
import { checking } from '#shared/plan/checks/run.ts';
import { EMPTY_PLAN, type PlanState } from '#shared/plan/state.ts';
import { usePlan } from './plan.ts';
import { inSlices } from './slices.ts';

interface Findings {
  readonly list: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
}

const NONE: Findings = { list: [], counts: { error: 0, warning: 0, info: 0 } };

export const useFindings = create<Findings>()(() => NONE);

/** The findings with how many there are of each severity. */
const countFindings = (list: readonly Finding[]): Findings => {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of list) counts[severity] += 1;
  return { list, counts };
};

const PAUSE_MS = 400;
/** Even a busy window checks at last. */
const LATEST_MS = 3_000;

/** Follows the open plan. Call once; @returns what ends it. */
export const followFindings = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let checked: PlanState = EMPTY_PLAN;
  let open = false;
  const check = async (): Promise<void> => {
    const { plan, status } = usePlan.getState();
    checked = plan;
    open = status.phase === 'open';
    const found = open ? countFindings(await inSlices(checking(plan))) : NONE;
    // What was found of a plan that is no longer the open one is no news; the newer one is checked by itself.
    if (checked === plan) useFindings.setState(found);
  };
  const unsubscribe = usePlan.subscribe(({ plan, status }) => {
    // A plan that was looked at while it was being opened is still to be checked.
    if (plan === checked && (status.phase === 'open') === open) return;
    clearTimeout(timer);
    timer = setTimeout(() => requestIdleCallback(() => void check(), { timeout: LATEST_MS }), PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
};
