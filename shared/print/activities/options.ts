/** What a person chooses about a printed list of activities. */
import { z } from 'zod';
import type { PlanState } from '../../plan/state.ts';
import type { EpochMs } from '../../time/instant.ts';
import { type Taste, sheetDefaults, sheetShape, spanCheck, spanShape, wholeDays } from '../base.ts';
import { planSpan } from '../options.ts';
import { LIST_TIMES } from '../times.ts';

export const ACTIVITY_GROUPS = ['day', 'participant', 'phase', 'location', 'type', 'none'] as const;

export const activitiesOptionsSchema = z
  .strictObject({
    product: z.literal('activities'),
    ...sheetShape,
    ...spanShape,
    grouping: z.enum(ACTIVITY_GROUPS),
    times: z.enum(LIST_TIMES),
    /** Participants whose activities are listed; all where null. */
    rows: z.array(z.string().max(64)).max(5000).nullable(),
    /** Those without a time, too. */
    undated: z.boolean(),
    remarks: z.boolean(),
  })
  .refine(...spanCheck);
export type ActivitiesOptions = z.infer<typeof activitiesOptionsSchema>;

export const activitiesDefaults = (plan: PlanState, taste: Taste, now: EpochMs): ActivitiesOptions => ({
  product: 'activities',
  ...sheetDefaults(taste),
  ...wholeDays(planSpan(plan, now)),
  grouping: 'day',
  times: 'dtg',
  rows: null,
  undated: true,
  remarks: true,
});
