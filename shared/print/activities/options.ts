/** What a person chooses about a printed list of activities. */
import { z } from 'zod';
import type { PlanState } from '../../plan/state.ts';
import type { EpochMs } from '../../time/instant.ts';
import { type Taste, spanCheck } from '../base.ts';
import { listDefaults, listShape } from '../lists/options.ts';

export const ACTIVITY_GROUPS = ['day', 'participant', 'phase', 'location', 'type', 'none'] as const;

export const activitiesOptionsSchema = z
  .strictObject({ product: z.literal('activities'), ...listShape, grouping: z.enum(ACTIVITY_GROUPS) })
  .refine(...spanCheck);
export type ActivitiesOptions = z.infer<typeof activitiesOptionsSchema>;

export const activitiesDefaults = (plan: PlanState, taste: Taste, now: EpochMs): ActivitiesOptions => ({
  product: 'activities',
  ...listDefaults(plan, taste, now),
  grouping: 'day',
});
