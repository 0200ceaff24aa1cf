/** What a person chooses about a printed timeline. */
import { z } from 'zod';
import type { PlanState } from '../plan/state.ts';
import { exerciseOf, live } from '../plan/state.ts';
import { type Span, activitySpan, movementSpan, timeResolver } from '../plan/times.ts';
import { DAY, type EpochMs, parseInstant } from '../time/instant.ts';
import { GROUPINGS } from '../timeline/rows.ts';
import { type Taste, rowsSchema, sheetDefaults, sheetShape, spanCheck, spanShape, wholeDays } from './base.ts';
import { timesShape } from './times.ts';

export const PRINT_COLOURINGS = ['type', 'participant'] as const;

export const MAX_PAGES_WIDE = 60;
/** Millimetres of paper; 0 for none. */
export const OVERLAPS = [0, 5, 10, 15] as const;

export const timelinePrintOptionsSchema = z
  .strictObject({
    product: z.literal('timeline'),
    ...sheetShape,
    ...spanShape,
    grouping: z.enum(GROUPINGS),
    colourBy: z.enum(PRINT_COLOURINGS),
    /** Either so many sheets side by side, or a scale in milliseconds of time to a millimetre of paper. */
    scale: z.union([
      z.strictObject({ pagesWide: z.int().min(1).max(MAX_PAGES_WIDE) }),
      z.strictObject({ msPerMm: z.number().min(1000).max(1e12) }),
    ]),
    /** The scale is Zulu; below it there is a line of local time or of days from an anchor where that is asked for. */
    ...timesShape,
    /** Begin and end behind each title. */
    barTimes: z.boolean(),
    /** Marks for cutting and taping the sheets together. */
    joinMarks: z.boolean(),
    /** Width in millimetres of the strip at the right and lower edges that the next sheet repeats, to be glued on. */
    overlap: z.literal(OVERLAPS),
    /** Keys of the rows to print; all where null. */
    rows: rowsSchema,
  })
  .refine(...spanCheck);
export type TimelinePrintOptions = z.infer<typeof timelinePrintOptionsSchema>;

const instantOf = (text: string | undefined, otherwise: EpochMs): EpochMs => {
  const parsed = text === undefined ? undefined : parseInstant(text);
  return parsed?.ok === true ? parsed.value : otherwise;
};

/** From the first to the last thing with a time, without making bars of them. */
const extentOf = (plan: PlanState): Span | undefined => {
  const resolve = timeResolver(plan);
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const take = (span: Span | undefined): void => {
    if (span === undefined) return;
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  };
  for (const activity of live(plan, 'activity')) take(activitySpan(activity, resolve));
  for (const movement of live(plan, 'movement')) take(movementSpan(movement, resolve));
  return start <= end ? { start, end } : undefined;
};

/** From STARTEX to ENDEX, else the days that the exercise itself names; undefined where neither stands. */
export const exerciseSpan = (plan: PlanState): Span | undefined => {
  const resolve = timeResolver(plan);
  const anchors = live(plan, 'anchor');
  const anchored = (code: string): EpochMs | undefined => resolve(anchors.find((anchor) => anchor.code === code)?.at);
  const exercise = exerciseOf(plan);
  const start = anchored('STARTEX') ?? instantOf(exercise?.start, Number.NaN);
  const end = anchored('ENDEX') ?? instantOf(exercise?.end, Number.NaN);
  return start < end ? { start, end } : undefined;
};

/** What there is to print; the exercise's days, or a week from `now`, where nothing has a time. */
export const planSpan = (plan: PlanState, now: EpochMs): Span => {
  const exercise = exerciseOf(plan);
  return extentOf(plan) ?? { start: instantOf(exercise?.start, now), end: instantOf(exercise?.end, now + 7 * DAY) };
};

/** The days of the exercise, where it has them: a plan of a year on few sheets is mostly empty paper. */
export const firstSpan = (plan: PlanState, now: EpochMs): Span => exerciseSpan(plan) ?? planSpan(plan, now);

/** The days of the exercise in Zulu, on two sheets of A4 side by side. */
export const timelineDefaults = (plan: PlanState, taste: Taste, now: EpochMs): TimelinePrintOptions => ({
  product: 'timeline',
  ...sheetDefaults(taste),
  ...wholeDays(firstSpan(plan, now)),
  grouping: 'participant',
  colourBy: 'type',
  scale: { pagesWide: 2 },
  times: 'dtg',
  barTimes: false,
  joinMarks: false,
  overlap: 0,
  rows: null,
});
