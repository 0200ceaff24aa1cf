/** What a person chooses about printed months. */
import { z } from 'zod';
import type { PlanState } from '../../plan/state.ts';
import type { EpochMs } from '../../time/instant.ts';
import { type Taste, rowsSchema, sheetDefaults, sheetShape, spanCheck, spanShape, wholeDays } from '../base.ts';
import { PRINT_COLOURINGS, firstSpan } from '../options.ts';
import { timesShape } from '../times.ts';

export const calendarOptionsSchema = z
  .strictObject({
    product: z.literal('calendar'),
    ...sheetShape,
    /** Every month that the window touches is printed whole. */
    ...spanShape,
    /** With local time, days begin by the exercise's clock; otherwise in Zulu. */
    ...timesShape,
    colourBy: z.enum(PRINT_COLOURINGS),
    /** Participants whose entries are shown; all where null. */
    rows: rowsSchema,
    movements: z.boolean(),
  })
  .refine(...spanCheck);
export type CalendarOptions = z.infer<typeof calendarOptionsSchema>;

export const calendarDefaults = (plan: PlanState, taste: Taste, now: EpochMs): CalendarOptions => ({
  product: 'calendar',
  ...sheetDefaults(taste),
  ...wholeDays(firstSpan(plan, now)),
  times: 'dtg',
  colourBy: 'type',
  rows: null,
  movements: true,
});
