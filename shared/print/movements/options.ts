/** What a person chooses about a printed movement table. */
import { z } from 'zod';
import type { PlanState } from '../../plan/state.ts';
import type { EpochMs } from '../../time/instant.ts';
import { type Taste, sheetDefaults, sheetShape, spanCheck, spanShape, wholeDays } from '../base.ts';
import { planSpan } from '../options.ts';
import { LIST_TIMES } from '../times.ts';

export const MOVEMENT_GROUPS = ['participant', 'direction', 'day', 'none'] as const;

export const movementsOptionsSchema = z
  .strictObject({
    product: z.literal('movements'),
    ...sheetShape,
    ...spanShape,
    grouping: z.enum(MOVEMENT_GROUPS),
    times: z.enum(LIST_TIMES),
    /** Participants whose movements are listed; all where null. */
    rows: z.array(z.string().max(64)).max(5000).nullable(),
    /** Those without a time, too. */
    undated: z.boolean(),
    remarks: z.boolean(),
  })
  .refine(...spanCheck);
export type MovementsOptions = z.infer<typeof movementsOptionsSchema>;

export const movementsDefaults = (plan: PlanState, taste: Taste, now: EpochMs): MovementsOptions => ({
  product: 'movements',
  ...sheetDefaults(taste),
  ...wholeDays(planSpan(plan, now)),
  grouping: 'participant',
  times: 'dtg',
  rows: null,
  undated: true,
  remarks: true,
});
