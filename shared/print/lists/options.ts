/** What a person chooses about any printed list: the same for activities and movements, but for what they group by. */
import { z } from 'zod';
import type { PlanState } from '../../plan/state.ts';
import type { EpochMs } from '../../time/instant.ts';
import { type SheetOptions, type Taste, rowsSchema, sheetDefaults, sheetShape, spanShape, wholeDays } from '../base.ts';
import { planSpan } from '../options.ts';
import { type TimesOptions, timesShape } from '../times.ts';

export const listShape = {
  ...sheetShape,
  ...spanShape,
  ...timesShape,
  /** Participants whose records are listed; all where null. */
  rows: rowsSchema,
  /** Those without a time, too: behind all others. */
  undated: z.boolean(),
  remarks: z.boolean(),
};

export interface ListOptions extends SheetOptions, TimesOptions {
  readonly from: string;
  readonly to: string;
  readonly grouping: string;
  readonly rows: readonly string[] | null;
  readonly undated: boolean;
  readonly remarks: boolean;
}

/** All of the plan, with everything that is to be said of it. */
export const listDefaults = (plan: PlanState, taste: Taste, now: EpochMs) => ({
  ...sheetDefaults(taste),
  ...wholeDays(planSpan(plan, now)),
  times: 'dtg' as const,
  rows: null,
  undated: true,
  remarks: true,
});
