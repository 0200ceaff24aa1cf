/** What a person chooses about printed months. */
import { z } from 'zod';
import type { PlanState } from '../../plan/state.ts';
import type { EpochMs } from '../../time/instant.ts';
import { type Taste, sheetDefaults, sheetShape, spanCheck, spanShape, wholeDays } from '../base.ts';
import { PRINT_COLOURINGS, firstSpan } from '../options.ts';

/** In which zone days begin and hours are written. */
export const CALENDAR_TIMES = ['dtg', 'local'] as const;

export const calendarOptionsSchema = z
  .strictObject({
    product: z.literal('calendar'),
    ...sheetShape,
    /** Every month that the window touches is printed whole. */
    ...spanShape,
    times: z.enum(CALENDAR_TIMES),
    colourBy: z.enum(PRINT_COLOURINGS),
    /** Participants whose entries are shown; all where null. */
    rows: z.array(z.string().max(64)).max(5000).nullable(),
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
