/** What a person chooses about printed unit sheets. */
import { z } from 'zod';
import type { PlanState } from '../../plan/state.ts';
import { type Taste, sheetDefaults, sheetShape } from '../base.ts';
import { LIST_TIMES } from '../times.ts';

export const unitOptionsSchema = z.strictObject({
  product: z.literal('unit'),
  ...sheetShape,
  times: z.enum(LIST_TIMES),
  /** Ids of units, or of participants for all of theirs; every unit where null. */
  rows: z.array(z.string().max(64)).max(5000).nullable(),
  /** With everything that is subordinate to the chosen units, a sheet each. */
  subordinates: z.boolean(),
});
export type UnitOptions = z.infer<typeof unitOptionsSchema>;

export const unitDefaults = (_plan: PlanState, taste: Taste): UnitOptions => ({
  product: 'unit',
  ...sheetDefaults(taste),
  orientation: 'portrait',
  times: 'dtg',
  rows: null,
  subordinates: true,
});
