/** What a person chooses about a printed timeline, and what follows from it: the paper, the body, the number of tiles. */
import { z } from 'zod';
import { idSchema } from '../plan/base.ts';
import type { PlanState } from '../plan/state.ts';
import { exerciseOf } from '../plan/state.ts';
import type { Span } from '../plan/times.ts';
import { DAY, type EpochMs, formatInstant, instantSchema, parseInstant } from '../time/instant.ts';
import { barsOf, extentOf } from '../timeline/bars.ts';
import { GROUPINGS } from '../timeline/rows.ts';

/** Width and height in millimetres, upright. */
const PAPERS = { A4: [210, 297], A3: [297, 420], LETTER: [215.9, 279.4] } as const;
export type Paper = keyof typeof PAPERS;
export const PAPER_NAMES = ['A4', 'A3', 'LETTER'] as const satisfies readonly Paper[];
export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export const PRINT_TIMES = ['dtg', 'local', 'anchor'] as const;
export const PRINT_COLOURINGS = ['type', 'participant'] as const;

/** More sheets than this are no wall chart but a slip in the scale. */
export const MAX_SHEETS = 400;
export const MAX_PAGES_WIDE = 60;

export const timelinePrintOptionsSchema = z
  .strictObject({
    paper: z.enum(PAPER_NAMES),
    orientation: z.enum(ORIENTATIONS),
    /** The window, from inclusive to exclusive. */
    from: instantSchema,
    to: instantSchema,
    grouping: z.enum(GROUPINGS),
    colourBy: z.enum(PRINT_COLOURINGS),
    /** Either so many sheets side by side, or a scale in milliseconds of time to a millimetre of paper. */
    scale: z.union([
      z.strictObject({ pagesWide: z.int().min(1).max(MAX_PAGES_WIDE) }),
      z.strictObject({ msPerMm: z.number().min(1000).max(1e12) }),
    ]),
    /** What the scale reads: Zulu, the exercise's zone, or Zulu with a line of days from an anchor. */
    times: z.enum(PRINT_TIMES),
    /** The anchor of that line; the first of the plan where absent. */
    anchor: idSchema.optional(),
    /** Begin and end behind each title. */
    barTimes: z.boolean(),
    blackAndWhite: z.boolean(),
    /** The line EXERCISE with the nickname above and below the sheet. */
    exerciseLine: z.boolean(),
    /** Keys of the rows to print; all where null. */
    rows: z.array(z.string().max(64)).max(5000).nullable(),
    language: z.enum(['en', 'fr']),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'PRINT_SPAN' });
export type TimelinePrintOptions = z.infer<typeof timelinePrintOptionsSchema>;

/** The sheet's width and height in millimetres as it lies. */
export const paperSize = ({ paper, orientation }: Pick<TimelinePrintOptions, 'paper' | 'orientation'>) => {
  const [short, long] = PAPERS[paper];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
};

const ms = (instant: string): EpochMs => {
  const parsed = parseInstant(instant);
  return parsed.ok ? parsed.value : 0;
};

export const windowOf = (options: Pick<TimelinePrintOptions, 'from' | 'to'>): Span => ({
  start: ms(options.from),
  end: ms(options.to),
});

const floorDay = (at: EpochMs): EpochMs => Math.floor(at / DAY) * DAY;

/** The whole plan in days of Zulu, on two sheets of A4 side by side; a week from `now` for an empty plan. */
export const defaultPrintOptions = (
  plan: PlanState,
  language: TimelinePrintOptions['language'],
  now: EpochMs,
): TimelinePrintOptions => {
  const exercise = exerciseOf(plan);
  const extent = extentOf(barsOf(plan)) ?? {
    start: exercise?.start === undefined ? now : ms(exercise.start),
    end: exercise?.end === undefined ? now + 7 * DAY : ms(exercise.end),
  };
  const start = floorDay(extent.start);
  return {
    paper: 'A4',
    orientation: 'landscape',
    from: formatInstant(start),
    to: formatInstant(Math.max(start + DAY, floorDay(extent.end) + DAY)),
    grouping: 'participant',
    colourBy: 'type',
    scale: { pagesWide: 2 },
    times: 'dtg',
    barTimes: false,
    blackAndWhite: false,
    exerciseLine: true,
    rows: null,
    language,
  };
};
