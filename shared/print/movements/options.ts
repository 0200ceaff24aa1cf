/** What a person chooses about a printed movement table. */
import { z } from 'zod';
import type { PlanState } from '../../plan/state.ts';
import type { EpochMs } from '../../time/instant.ts';
import { type Taste, spanCheck } from '../base.ts';
import { listDefaults, listShape } from '../lists/options.ts';

export const MOVEMENT_GROUPS = ['participant', 'direction', 'day', 'none'] as const;

export const movementsOptionsSchema = z
  .strictObject({ product: z.literal('movements'), ...listShape, grouping: z.enum(MOVEMENT_GROUPS) })
  .refine(...spanCheck);
export type MovementsOptions = z.infer<typeof movementsOptionsSchema>;

export const movementsDefaults = (plan: PlanState, taste: Taste, now: EpochMs): MovementsOptions => ({
  product: 'movements',
  ...listDefaults(plan, taste, now),
  grouping: 'participant',
});
