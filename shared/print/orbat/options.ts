/** What a person chooses about a printed order of battle. */
import { z } from 'zod';
import type { PlanState } from '../../plan/state.ts';
import { type Taste, rowsSchema, sheetDefaults, sheetShape } from '../base.ts';
import { MAX_PAGES_WIDE, OVERLAPS } from '../options.ts';

/** Width of a symbol in millimetres: below the smallest its modifiers cannot be read. */
export const LEAST_SYMBOL = 6;
export const MOST_SYMBOL = 60;

export const orbatOptionsSchema = z.strictObject({
  product: z.literal('orbat'),
  ...sheetShape,
  /** Participants, or units with what is below them; every tree where null. */
  rows: rowsSchema,
  /** Either so many sheets side by side, or symbols of a width in millimetres of paper. */
  scale: z.union([
    z.strictObject({ pagesWide: z.int().min(1).max(MAX_PAGES_WIDE) }),
    z.strictObject({ symbolMm: z.number().min(LEAST_SYMBOL).max(MOST_SYMBOL) }),
  ]),
  /** Levels below the top; all where absent. */
  levels: z.int().min(1).max(20).optional(),
  strength: z.boolean(),
  joinMarks: z.boolean(),
  /** Width in millimetres of the strip at the right and lower edges that the next sheet repeats, to be glued on. */
  overlap: z.literal(OVERLAPS),
});
export type OrbatOptions = z.infer<typeof orbatOptionsSchema>;

export const orbatDefaults = (_plan: PlanState, taste: Taste): OrbatOptions => ({
  product: 'orbat',
  ...sheetDefaults(taste),
  rows: null,
  scale: { symbolMm: 12 },
  strength: true,
  joinMarks: false,
  overlap: 0,
});
