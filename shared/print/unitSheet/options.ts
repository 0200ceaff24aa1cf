/** What a person chooses about printed unit sheets. */
import { z } from 'zod';
import type { PlanState } from '../../plan/state.ts';
import type { EpochMs } from '../../time/instant.ts';
import { type Taste, rowsSchema, sheetDefaults, sheetShape, spanCheck, spanShape, wholeDays } from '../base.ts';
import { planSpan } from '../options.ts';
import { timesShape } from '../times.ts';

export const unitOptionsSchema = z
  .strictObject({
    product: z.literal('unit'),
    ...sheetShape,
    /** Of the movements and activities; what has no time yet stands behind them. */
    ...spanShape,
    ...timesShape,
    /** Ids of units, or of participants for all of theirs; every unit where null. */
    rows: rowsSchema,
    /** With everything that is subordinate to the chosen units, a sheet each. */
    subordinates: z.boolean(),
  })
  .refine(...spanCheck);
export type UnitOptions = z.infer<typeof unitOptionsSchema>;

export const unitDefaults = (plan: PlanState, taste: Taste, now: EpochMs): UnitOptions => ({
  product: 'unit',
  ...sheetDefaults(taste),
  ...wholeDays(planSpan(plan, now)),
  orientation: 'portrait',
  times: 'dtg',
  rows: null,
  subordinates: true,
});
