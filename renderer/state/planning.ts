/** Planning aids: which of them are switched on, and what they show of the open plan. */
import { useDeferredValue, useMemo } from 'react';
import { z } from 'zod';
import type { Baseline } from '#shared/plan/baseline/schema.ts';
import { type Schedule, scheduleOf } from '#shared/plan/schedule/schedule.ts';
import { type PlanState, find } from '#shared/plan/state.ts';
import { useRemembered } from './layout.ts';
import { usePlan } from './plan.ts';

/** What a schedule is made of: it is reckoned anew only when one of these maps is another. */
const GROUND = ['exercise', 'anchor', 'activity', 'dependency', 'movement'] as const;

let last: { readonly plan: PlanState; readonly schedule: Schedule } | undefined;

/** The schedule of a plan, reckoned once however many ask for it. */
const knownSchedule = (plan: PlanState): Schedule => {
  const known = last;
  if (known !== undefined && GROUND.every((kind) => known.plan[kind] === plan[kind])) return known.schedule;
  const schedule = scheduleOf(plan);
  last = { plan, schedule };
  return schedule;
};

/** Critical path and float of the open plan, a moment behind it so that no key waits for the reckoning. */
export const useSchedule = (wanted: boolean): Schedule | undefined => {
  const plan = useDeferredValue(usePlan((state) => state.plan));
  return useMemo(() => (wanted ? knownSchedule(plan) : undefined), [plan, wanted]);
};

const switchSchema = z.boolean();

/** Whether the critical path, or float, is drawn. */
export const useAid = (aid: 'critical' | 'float'): readonly [boolean, (on: boolean) => void] =>
  useRemembered(`planning.${aid}`, switchSchema, false);

const idSchema = z.string().max(64);

/** The baseline that the open exercise is compared with, and how to choose it; the empty id chooses none. */
export const useCompared = (): readonly [Baseline | undefined, (id: string) => void] => {
  const exerciseId = usePlan(({ status }) => (status.phase === 'open' ? status.id : ''));
  const [id, choose] = useRemembered(`planning.baseline.${exerciseId}`, idSchema, '');
  return [usePlan(({ plan }) => find(plan, 'baseline', id)), choose];
};
